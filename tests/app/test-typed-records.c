/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client, an amendment and the name of somebody new while they are typed: on disk at every key,
 * and there again for the next program that opens the file. */

#include "config.h"

#include "app/pal-app-init.h"
#include "app/pal-ask.h"
#include "app/pal-client-page.h"
#include "app/pal-text-field.h"
#include "tests/kit/kit-start.h"
#include "typed-kit.h"

static gboolean
never (gpointer data)
{
  return FALSE;
}

/* Amendments ----------------------------------------------------------------------------------- */

static gboolean
find_dialog (gpointer data)
{
  GtkWidget **dialog = data;
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  *dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        *dialog = window;
    }
  return *dialog != NULL;
}

static GtkWidget *
await_dialog (void)
{
  GtkWidget *dialog;

  g_assert_true (kit_wait_until (find_dialog, &dialog, 5000));
  return dialog;
}

static GtkWidget *
find_reason (GtkWidget *dialog)
{
  return app_find (dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL);
}

static char *
dup_text (GtkWidget *dialog)
{
  return pal_text_field_dup (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL));
}

static void
press_amend (TypedField *self)
{
  GtkWidget *button = app_find (self->shown, GTK_TYPE_BUTTON, typed_has_name, "amend");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
write_amendment (TypedField *self)
{
  GtkWidget *dialog;

  g_assert_true (pal_workbench_sign_visit (self->bench->bench));
  press_amend (self);
  dialog = await_dialog ();
  typed_type_anew (find_reason (dialog), "Forgotten");
  gtk_widget_grab_focus (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL));
  pal_text_field_set (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL), "Was the right");
}

/* The question is there again with its words; then it is a dated amendment and no more. */
static void
test_amendment_recovered (TypedField *self, gconstpointer data)
{
  g_autoptr (PalVisit) exported = NULL;
  g_autofree char *text = NULL;
  const PalAmendment *amendment;
  GtkWidget *dialog, *old;

  write_amendment (self);
  old = await_dialog ();
  /* Nobody has stood for it yet. */
  exported = typed_export_visit (self);
  g_assert_cmpuint (exported->amendments->len, ==, 0);
  typed_open_again (self, typed_build_inspector);
  kit_wait_until (never, NULL, 100);
  dialog = await_dialog ();
  g_assert_true (dialog != old);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (dialog))), ==, "Forgotten");
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, "Was the right");
  pal_text_field_set (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL), "Was the right side.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "amend");
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->amendments->len, ==, 1);
  amendment = pal_workbench_get_visit (self->bench->bench)->amendments->pdata[0];
  g_assert_cmpstr (amendment->reason, ==, "Forgotten");
  g_assert_cmpstr (amendment->text, ==, "Was the right side.");
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

/* Leaving the question is not giving up what was written. */
static void
test_amendment_later (TypedField *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  write_amendment (self);
  gtk_window_close (GTK_WINDOW (await_dialog ()));
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->amendments->len, ==, 0);
  g_assert_nonnull (app_find (self->shown, ADW_TYPE_PREFERENCES_ROW, typed_has_title,
                              "An amendment is begun and not made yet"));
  kit_wait_until (never, NULL, 100);
  press_amend (self);
  dialog = await_dialog ();
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, "Was the right");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  g_assert_null (app_find (self->shown, ADW_TYPE_PREFERENCES_ROW, typed_has_title,
                           "An amendment is begun and not made yet"));
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

/* The client ----------------------------------------------------------------------------------- */

static void
show_client_page (TypedField *self)
{
  typed_hide (self);
  typed_show (self, pal_client_page_new (self->bench->bench));
}

static const PalClient *
get_client (TypedField *self)
{
  return pal_workbench_get_client (self->bench->bench);
}

static gboolean
is_goal (gpointer data)
{
  return g_strcmp0 (get_client (data)->goal, "Under 40 minutes") == 0 &&
         typed_count_kept (data) == 0;
}

static void
test_client_text (TypedField *self, gconstpointer data)
{
  g_autoptr (PalClientFile) file = NULL;
  g_autofree char *before = NULL;
  GtkWidget *goal;

  show_client_page (self);
  before = g_strdup (get_client (self)->goal);
  goal = typed_find (self, "Goal", ADW_TYPE_ENTRY_ROW);
  typed_type_anew (goal, "Under 40 minutes");
  g_assert_cmpstr (get_client (self)->goal, ==, before);
  file = pal_store_get_client_file (self->bench->store, KIT_RUNNER_ID, NULL);
  g_assert_cmpstr (file->client->goal, ==, "Under 40 minutes");
  g_assert_true (kit_wait_until (is_goal, self, 5000));
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpstr (get_client (self)->goal, ==, before);
}

/* A name that was taken away, half a date and a form that was begun wait in their fields. */
static void
test_client_recovered (TypedField *self, gconstpointer data)
{
  const PalDate born = get_client (self)->born;
  GtkWidget *field;

  show_client_page (self);
  typed_type_anew (typed_find (self, "Phone", ADW_TYPE_ENTRY_ROW), "0123");
  typed_type_anew (typed_find (self, "Given name", ADW_TYPE_ENTRY_ROW), "");
  typed_type_anew (typed_find (self, "Family name", ADW_TYPE_ENTRY_ROW), "");
  typed_type_anew (typed_find (self, "Born (year-month-day)", ADW_TYPE_ENTRY_ROW), "1990-13");
  typed_type_anew (typed_find (self, "Model", ADW_TYPE_ENTRY_ROW), "Racer");
  typed_open_again (self, pal_client_page_new);
  g_assert_cmpstr (get_client (self)->phone, ==, "0123");
  g_assert_nonnull (get_client (self)->family != NULL ? get_client (self)->family
                                                      : get_client (self)->given);
  g_assert_true (get_client (self)->born == born);
  field = typed_find (self, "Born (year-month-day)", ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "1990-13");
  field = typed_find (self, "Model", ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "Racer");
  g_assert_true (adw_expander_row_get_expanded (
      ADW_EXPANDER_ROW (gtk_widget_get_ancestor (field, ADW_TYPE_EXPANDER_ROW))));

  typed_type_anew (typed_find (self, "Born (year-month-day)", ADW_TYPE_ENTRY_ROW), "1990-12-01");
  typed_type_anew (typed_find (self, "Family name", ADW_TYPE_ENTRY_ROW), "Nowak");
  pal_workbench_flush (self->bench->bench);
  g_assert_true (get_client (self)->born == pal_date_new (1990, 12, 1));
  g_assert_cmpstr (get_client (self)->family, ==, "Nowak");
  g_signal_emit_by_name (field, "entry-activated");
  g_assert_cmpstr (((PalShoes *) get_client (self)->shoes->pdata[get_client (self)->shoes->len - 1])
                       ->model,
                   ==, "Racer");
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

/* What was begun for one client is not taken for another, and is there when they are back. */
static void
test_form_stays_with_client (TypedField *self, gconstpointer data)
{
  g_autofree char *other = app_bench_add (self->bench, "Ben", NULL);
  GtkWidget *model;

  show_client_page (self);
  model = typed_find (self, "Model", ADW_TYPE_ENTRY_ROW);
  typed_type_anew (model, "Racer");
  pal_workbench_open_client (self->bench->bench, other);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (model)), ==, "");
  pal_workbench_open_client (self->bench->bench, KIT_RUNNER_ID);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (model)), ==, "Racer");
  g_assert_cmpuint (typed_count_kept (self), ==, 1);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **name = data;
  g_autofree char *family = NULL;

  pal_ask_name_finish (result, name, &family, NULL);
}

/* Somebody who is being added has no record yet. */
static void
test_new_client (TypedField *self, gconstpointer data)
{
  g_autofree char *name = NULL;
  GtkWidget *dialog;

  pal_ask_name_async (GTK_WINDOW (self->window), self->bench->bench, NULL, named_cb, &name);
  dialog = await_dialog ();
  typed_type_anew (find_reason (dialog), "Ana");
  g_assert_true (pal_ask_name_is_begun (self->bench->bench));
  typed_open_again (self, typed_build_inspector);
  kit_wait_until (never, NULL, 100);
  g_assert_true (pal_ask_name_is_begun (self->bench->bench));
  g_clear_pointer (&name, g_free);
  pal_ask_name_async (GTK_WINDOW (self->window), self->bench->bench, NULL, named_cb, &name);
  dialog = await_dialog ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (dialog))), ==, "Ana");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "create");
  kit_wait_until (never, NULL, 100);
  g_assert_cmpstr (name, ==, "Ana");
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/app/typed-fields/" name, TypedField, NULL, typed_set_up, test, typed_tear_down)
  ADD ("client-text", test_client_text);
  ADD ("client-recovered", test_client_recovered);
  ADD ("form-stays-with-client", test_form_stays_with_client);
  ADD ("new-client", test_new_client);
  ADD ("amendment-recovered", test_amendment_recovered);
  ADD ("amendment-later", test_amendment_later);
#undef ADD
  return g_test_run ();
}
