/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Training group of the inspector shows beside its fields: the shoe log behind the shoes,
 * the last training week, the next event, what changed since the last visit. */

#pragma once

#include "app/pal-visit-group.h"

G_BEGIN_DECLS

/** pal_training_rows_attach: @group: set up with pal_visit_fields_training(); once. */
void pal_training_rows_attach (PalVisitGroup *group, PalWorkbench *workbench);

G_END_DECLS
