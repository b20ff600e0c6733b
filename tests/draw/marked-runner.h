/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit with 25 marks of the sort therapists make, for looking at pictures: every severity, most
 * kinds, several on one region, before and after, exact points, ink, the client's own words. */

#pragma once

#include "record/pal-visit.h"

G_BEGIN_DECLS

/** marked_runner_new: Returns: (transfer full): the visit; the same in every run. */
PalVisit *marked_runner_new (void);

/** marked_runner_new_before: Returns: (transfer full): the visit two weeks earlier, to compare. */
PalVisit *marked_runner_new_before (void);

G_END_DECLS
