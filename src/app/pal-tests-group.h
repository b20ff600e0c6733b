/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Simple tests of the open visit in the inspector: strength 0 to 5, range in degrees, by joint,
 * movement and side, each beside the value of the visit before. Folds to one line. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_TESTS_GROUP (pal_tests_group_get_type ())
G_DECLARE_FINAL_TYPE (PalTestsGroup, pal_tests_group, PAL, TESTS_GROUP, AdwExpanderRow)

/** pal_tests_group_set_workbench: once, before it is shown. */
void pal_tests_group_set_workbench (PalTestsGroup *self, PalWorkbench *workbench);

/**
 * pal_tests_group_record:
 * @test: id of the test
 * @value: what the person typed; empty takes the result away
 *
 * Records a result of the open visit; one that is there is replaced.
 *
 * Returns: %FALSE when the value is none, or out of range: the sentence is shown in the group
 */
gboolean pal_tests_group_record (PalTestsGroup *self,
                                 const char *test,
                                 PalSide side,
                                 const char *value);

/** pal_tests_group_get_error: Returns: (nullable): the sentence shown. */
const char *pal_tests_group_get_error (PalTestsGroup *self);

/** pal_tests_group_get_field: Returns: (transfer none): where a test is chosen. */
GtkWidget *pal_tests_group_get_field (PalTestsGroup *self);

G_END_DECLS
