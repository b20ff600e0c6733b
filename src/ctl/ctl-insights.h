/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the verb insights. */

#pragma once

#include "ctl/ctl.h"

G_BEGIN_DECLS

/**
 * ctl_insights_of_all:
 * @call: with the practice open
 * @at: the last day to look at, or %PAL_NO_DATE for all
 *
 * Prints what is worth a look first of each client: flagged imbalances, early signs, and long runs
 * beyond habit of the last four weeks.
 */
CtlStatus ctl_insights_of_all (CtlCall *call, PalDate at);

G_END_DECLS
