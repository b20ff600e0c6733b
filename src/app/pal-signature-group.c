/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of pal-signature-group.h, and the question an amendment begins with. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-signature-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-note-editor.h"

struct _PalSignatureGroup
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PalSignatureGroup, pal_signature_group, GTK_TYPE_WIDGET)

/* Amending ---------------------------------------------------------------------------------------
 */

gboolean
pal_amend_visit (PalWorkbench *workbench, const char *reason, const char *text)
{
  const PalVisit *open = pal_workbench_get_visit (workbench);
  PalAmendment *amendment;
  PalVisit *visit;

  g_return_val_if_fail (reason != NULL && text != NULL, FALSE);

  if (open == NULL || !open->is_signed)
    return FALSE;
  amendment = g_new0 (PalAmendment, 1);
  amendment->at = pal_time_now ();
  amendment->author = g_strdup (pal_store_get_actor (pal_workbench_get_store (workbench)));
  amendment->reason = g_strdup (reason);
  amendment->text = g_strdup (text);
  visit = pal_visit_copy (open);
  g_ptr_array_add (visit->amendments, amendment);
  return pal_workbench_commit_visit (workbench, visit, _ ("Amend the visit"), NULL);
}

/* Belongs to the dialog and goes with it. */
typedef struct
{
  PalWorkbench *workbench;
  AdwMessageDialog *dialog;
  GtkEditable *reason;
  GtkTextBuffer *text;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->workbench);
  g_free (question);
}

static char *
dup_text (Question *question)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (question->text, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (question->text, &start, &end, FALSE));
}

static void
changed_cb (Question *question)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (question->reason)));
  g_autofree char *text = dup_text (question);

  adw_message_dialog_set_response_enabled (question->dialog, "amend",
                                           *reason != '\0' && *text != '\0');
}

static void
response_cb (Question *question, const char *response)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (question->reason)));
  g_autofree char *text = dup_text (question);

  if (g_str_equal (response, "amend"))
    pal_amend_visit (question->workbench, reason, text);
}

static GtkWidget *
build_fields (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *reason = adw_entry_row_new ();
  GtkWidget *editor = g_object_new (PAL_TYPE_NOTE_EDITOR, "title", _ ("What is added or put right"),
                                    "lines", 4, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _ ("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), reason);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), editor);
  question->reason = GTK_EDITABLE (reason);
  question->text = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (pal_note_editor_get_view (PAL_NOTE_EDITOR (editor))));
  g_signal_connect_swapped (reason, "changed", G_CALLBACK (changed_cb), question);
  g_signal_connect_swapped (question->text, "changed", G_CALLBACK (changed_cb), question);
  return box;
}

static void
amend_clicked_cb (PalSignatureGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              _ ("Amend This Visit"),
                              _ ("What was signed stays readable. The amendment is dated and "
                                 "cannot be taken back."));

  question->workbench = g_object_ref (self->workbench);
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, free_question);
  adw_message_dialog_set_extra_child (question->dialog, build_fields (question));
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("_Cancel"), "amend",
                                    _ ("_Amend"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "amend", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (question->dialog, "amend", FALSE);
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->reason));
}

/* Showing ----------------------------------------------------------------------------------------
 */

static char *
dup_moment (PalTime time)
{
  g_autofree char *day = pal_date_format_display (pal_time_get_local_date (time));
  g_autofree char *clock = pal_time_format_clock (time);

  /* Translators: 1: a day, 2: a time of day. */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, clock);
}

static GtkWidget *
build_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
build_signature (PalSignatureGroup *self, const PalVisit *visit)
{
  g_autofree char *moment = visit->signed_at != PAL_NO_TIME ? dup_moment (visit->signed_at) : NULL;
  GtkWidget *amend = gtk_button_new_with_label (_ ("Amend…"));
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (moment != NULL && visit->signed_by != NULL)
    /* Translators: 1: day and time, 2: a therapist. */
    subtitle = g_strdup_printf (_ ("%1$s, by %2$s"), moment, visit->signed_by);
  else if (moment != NULL)
    subtitle = g_strdup (moment);
  else
    subtitle = g_strdup (visit->signed_by);
  row = build_row (_ ("Signed and locked"), subtitle);
  gtk_widget_set_valign (amend, GTK_ALIGN_CENTER);
  g_signal_connect_object (amend, "clicked", G_CALLBACK (amend_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amend);
  return row;
}

static GtkWidget *
build_amendment (const PalAmendment *amendment)
{
  g_autofree char *moment = dup_moment (amendment->at);
  g_autofree char *subtitle = NULL;

  /* Translators: 1: day and time, 2: a therapist, 3: a reason. */
  subtitle = g_strdup_printf (_ ("Amended %1$s by %2$s: %3$s"), moment,
                              amendment->author != NULL ? amendment->author : "–",
                              amendment->reason != NULL ? amendment->reason : "–");
  return build_row (amendment->text != NULL ? amendment->text : "", subtitle);
}

static void
visit_changed_cb (PalSignatureGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), visit != NULL && visit->is_signed);
  if (visit == NULL || !visit->is_signed)
    return;
  gtk_list_box_append (self->list, build_signature (self, visit));
  for (guint i = 0; i < visit->amendments->len; i++)
    gtk_list_box_append (self->list, build_amendment (g_ptr_array_index (visit->amendments, i)));
}

static void
pal_signature_group_dispose (GObject *object)
{
  PalSignatureGroup *self = PAL_SIGNATURE_GROUP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_signature_group_parent_class)->dispose (object);
}

static void
pal_signature_group_class_init (PalSignatureGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_signature_group_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_signature_group_init (PalSignatureGroup *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
pal_signature_group_set_workbench (PalSignatureGroup *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_SIGNATURE_GROUP (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}
