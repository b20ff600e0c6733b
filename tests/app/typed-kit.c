/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The hands of typed-kit.h. */

#include "config.h"

#include "typed-kit.h"

#include "app/pal-inspector.h"
#include "store/pal-typed.h"

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 1;
}

void
typed_show (TypedField *self, GtkWidget *widget)
{
  self->shown = widget;
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 330, 2300);
  adw_window_set_content (ADW_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  g_assert_true (kit_wait_until (is_mapped, widget, 10000));
}

void
typed_hide (TypedField *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  kit_wait_until (never, NULL, 20);
}

GtkWidget *
typed_build_inspector (PalWorkbench *workbench)
{
  PalInspector *inspector = g_object_new (PAL_TYPE_INSPECTOR, "width-request", 330, NULL);

  pal_inspector_set_workbench (inspector, workbench);
  return GTK_WIDGET (inspector);
}

void
typed_set_up (TypedField *self, gconstpointer data)
{
  self->bench = app_bench_new (8);
  pal_workbench_open_client (self->bench->bench, KIT_RUNNER_ID);
  typed_show (self, typed_build_inspector (self->bench->bench));
}

void
typed_tear_down (TypedField *self, gconstpointer data)
{
  typed_hide (self);
  app_bench_free (self->bench);
}

gboolean
typed_has_title (GtkWidget *row, const char *title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

GtkWidget *
typed_find (TypedField *self, const char *title, GType type)
{
  GtkWidget *row = app_find (self->shown, ADW_TYPE_PREFERENCES_ROW, typed_has_title, title);
  GtkWidget *found = row != NULL ? app_find (row, type, NULL, NULL) : NULL;

  if (found == NULL)
    g_error ("nothing to type in at “%s”", title);
  return found;
}

/* As keys do: one letter after the other, behind what is there. */
void
typed_type_in (GtkWidget *field, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int end = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (field)), -1);

      gtk_editable_insert_text (GTK_EDITABLE (field), c, (int) (g_utf8_next_char (c) - c), &end);
    }
}

/* The field is emptied, as by selecting all of it. */
void
typed_type_anew (GtkWidget *field, const char *text)
{
  gtk_widget_grab_focus (field);
  gtk_editable_delete_text (GTK_EDITABLE (field), 0, -1);
  typed_type_in (field, text);
}

PalVisit *
typed_load_visit (TypedField *self)
{
  return pal_store_get_visit (self->bench->store, pal_workbench_get_visit (self->bench->bench)->id,
                              NULL);
}

/* As a program that is handed the practice gets it. */
PalVisit *
typed_export_visit (TypedField *self)
{
  g_autoptr (PalClientFile) file =
      pal_store_get_client_file (self->bench->store, KIT_RUNNER_ID, NULL);

  return pal_visit_ref (file->visits->pdata[file->visits->len - 1]);
}

int
typed_count_audit (TypedField *self)
{
  const char *id = pal_workbench_get_visit (self->bench->bench)->id;
  g_autoptr (GPtrArray) rows = pal_store_list_audit (self->bench->store, id, NULL);

  return (int) rows->len;
}

guint
typed_count_kept (TypedField *self)
{
  g_autoptr (GPtrArray) typed = pal_store_list_typed (self->bench->store, NULL);

  return typed->len;
}

/* The window goes without a word, as by kill -9, and another one opens the practice. */
void
typed_open_again (TypedField *self, GtkWidget *(*build) (PalWorkbench *workbench))
{
  g_autoptr (PalStore) store = NULL;
  PalWorkbench *bench;

  store =
      pal_store_open (pal_store_get_path (self->bench->store), PAL_STORE_OPEN_DEFAULT, "Ann", NULL);
  bench = pal_workbench_new (store, kit_get_atlas (), kit_get_vocabulary ());
  pal_workbench_recover_typed (bench);
  /* Only now: a window that is closed hands in what is typed. */
  typed_hide (self);
  pal_workbench_open_client (bench, KIT_RUNNER_ID);
  g_object_unref (self->bench->bench);
  self->bench->bench = bench;
  g_set_object (&self->bench->store, store);
  typed_show (self, build (bench));
}

gboolean
typed_has_name (GtkWidget *widget, const char *name)
{
  return g_str_equal (gtk_widget_get_name (widget), name);
}
