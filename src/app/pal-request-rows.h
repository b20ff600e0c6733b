/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's request in the Visit group of the inspector: for how long they would like to be
 * worked on where, beside what the findings say was spent there. */

#pragma once

#include "app/pal-visit-group.h"

G_BEGIN_DECLS

/** pal_request_rows_attach: @group: set up with pal_visit_fields_visit(); once. */
void pal_request_rows_attach (PalVisitGroup *group, PalWorkbench *workbench);

/** pal_request_add_area: asks for time on a group, as one edit; once there, it stays as it is. */
gboolean pal_request_add_area (PalWorkbench *workbench, const char *group);

/** pal_request_count_minutes: Returns: minutes recorded at marks of the regions of a group. */
int pal_request_count_minutes (const PalVisit *visit, PalAtlas *atlas, const char *group);

G_END_DECLS
