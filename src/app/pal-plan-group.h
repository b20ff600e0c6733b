/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of the open visit in the inspector: next visit with a suggestion, the plan's words, what
 * the client takes home, what is left for the next session. Folds to one line. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_PLAN_GROUP (pal_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (PalPlanGroup, pal_plan_group, PAL, PLAN_GROUP, AdwExpanderRow)

/** pal_plan_group_set_workbench: once, before it is shown. */
void pal_plan_group_set_workbench (PalPlanGroup *self, PalWorkbench *workbench);

/** pal_plan_group_get_suggestion: Returns: the sentence shown, for tests. */
const char *pal_plan_group_get_suggestion (PalPlanGroup *self);

/** pal_plan_group_get_field: Returns: (transfer none): where the plan is typed. */
GtkWidget *pal_plan_group_get_field (PalPlanGroup *self);

G_END_DECLS
