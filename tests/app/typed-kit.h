/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of fields share that are typed in: a window with a part of the program, hands that
 * type, and the end of the program in the middle of it. */

#pragma once

#include <adwaita.h>

#include "app-kit.h"

G_BEGIN_DECLS

/** TypedField: a practice, and the part of its window that is shown. */
typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  GtkWidget *shown;
} TypedField;

/** typed_set_up: of g_test_add(): shows the inspector of the made-up runner's newest visit. */
void typed_set_up (TypedField *self, gconstpointer data);
void typed_tear_down (TypedField *self, gconstpointer data);

/** typed_show: @widget: (transfer full): in a window of its own. */
void typed_show (TypedField *self, GtkWidget *widget);
/** typed_hide: closes the window, as a person would. */
void typed_hide (TypedField *self);
/** typed_open_again: what another program shows that opens the file before this one is closed. */
void typed_open_again (TypedField *self, GtkWidget *(*build) (PalWorkbench *workbench));
GtkWidget *typed_build_inspector (PalWorkbench *workbench);

/** typed_find: Returns: (transfer none): the widget of @type in the row of that title. */
GtkWidget *typed_find (TypedField *self, const char *title, GType type);
/** typed_has_title: an #AppMatch for rows. */
gboolean typed_has_title (GtkWidget *row, const char *title);
/** typed_has_name: an #AppMatch for names given to widgets. */
gboolean typed_has_name (GtkWidget *widget, const char *name);

/** typed_type_in: as keys do: one letter after the other, behind what is there. */
void typed_type_in (GtkWidget *field, const char *text);
/** typed_type_anew: the field is emptied first, as by selecting all of it. */
void typed_type_anew (GtkWidget *field, const char *text);

/** typed_load_visit: Returns: (transfer full): the open visit as the disk has it. */
PalVisit *typed_load_visit (TypedField *self);
/** typed_export_visit: Returns: (transfer full): the newest as another program is handed it. */
PalVisit *typed_export_visit (TypedField *self);
/** typed_count_audit: Returns: lines in the audit trail of the open visit. */
int typed_count_audit (TypedField *self);
/** typed_count_kept: Returns: fields that are typed in and not yet in the record. */
guint typed_count_kept (TypedField *self);

G_END_DECLS
