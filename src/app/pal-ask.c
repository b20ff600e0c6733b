/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Short questions, over AdwMessageDialog. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-ask.h"

#define GIVEN_FIELD "new-given"
#define FAMILY_FIELD "new-family"

/* Belongs to the dialog and goes with it. */
typedef struct
{
  GTask *task; /* owned until answered */
  PalWorkbench *workbench;
  AdwMessageDialog *dialog;
  GtkEditable *given;
  GtkEditable *family;
} NameQuestion;

static void
free_question (gpointer data)
{
  NameQuestion *question = data;

  g_object_unref (question->workbench);
  g_free (question);
}

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* Nobody's yet: kept for the practice. */
static void
keep (NameQuestion *question, GtkEditable *field, gboolean answered)
{
  const char *text = gtk_editable_get_text (field);

  pal_workbench_keep_client_typed (question->workbench, NULL,
                                   field == question->given ? GIVEN_FIELD : FAMILY_FIELD,
                                   !answered && *text != '\0' ? text : NULL);
}

static void
name_typed_cb (NameQuestion *question, GtkEditable *field)
{
  keep (question, field, FALSE);
}

static void
name_changed_cb (NameQuestion *question)
{
  g_autofree char *given = dup_stripped (question->given);
  g_autofree char *family = dup_stripped (question->family);

  adw_message_dialog_set_response_enabled (question->dialog, "create",
                                           *given != '\0' || *family != '\0');
}

static void
name_response_cb (NameQuestion *question, const char *response)
{
  g_autoptr (GTask) task = g_steal_pointer (&question->task);

  if (task == NULL)
    return;
  keep (question, question->given, TRUE);
  keep (question, question->family, TRUE);
  if (g_str_equal (response, "create"))
    {
      char **names = g_new0 (char *, 3);

      names[0] = dup_stripped (question->given);
      names[1] = dup_stripped (question->family);
      g_task_return_pointer (task, names, (GDestroyNotify) g_strfreev);
    }
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody was named");
}

static GtkWidget *
build_entry (GtkListBox *list, const char *title, const char *field, NameQuestion *question)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *kept = pal_workbench_peek_client_typed (question->workbench, NULL, field);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), kept != NULL ? kept : "");
  g_signal_connect_swapped (row, "changed", G_CALLBACK (name_typed_cb), question);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (name_changed_cb), question);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  return row;
}

void
pal_ask_name_async (GtkWindow *parent,
                    PalWorkbench *workbench,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  NameQuestion *question;
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  question = g_new0 (NameQuestion, 1);
  question->workbench = g_object_ref (workbench);
  question->task = g_task_new (parent, cancellable, callback, data);
  dialog = adw_message_dialog_new (parent, _ ("New Client"), NULL);
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, free_question);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  question->given =
      GTK_EDITABLE (build_entry (GTK_LIST_BOX (list), _ ("Given name"), GIVEN_FIELD, question));
  question->family =
      GTK_EDITABLE (build_entry (GTK_LIST_BOX (list), _ ("Family name"), FAMILY_FIELD, question));
  adw_message_dialog_set_extra_child (question->dialog, list);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("_Cancel"), "create",
                                    _ ("C_reate"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "create", ADW_RESPONSE_SUGGESTED);
  name_changed_cb (question);
  adw_message_dialog_set_default_response (question->dialog, "create");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (name_response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->given));
}

gboolean
pal_ask_name_is_begun (PalWorkbench *workbench)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), FALSE);

  return pal_workbench_peek_client_typed (workbench, NULL, GIVEN_FIELD) != NULL ||
         pal_workbench_peek_client_typed (workbench, NULL, FAMILY_FIELD) != NULL;
}

gboolean
pal_ask_name_finish (GAsyncResult *result, char **given, char **family, GError **error)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (given != NULL && family != NULL, FALSE);

  names = g_task_propagate_pointer (G_TASK (result), error);
  if (names == NULL)
    return FALSE;
  *given = g_strdup (names[0]);
  *family = g_strdup (names[1]);
  return TRUE;
}
