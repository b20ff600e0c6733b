/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of pal-signature-group.h, and the question an amendment begins with. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-signature-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-note-editor.h"
#include "app/pal-text-field.h"
#include "record/pal-visit-words.h"

struct _PalSignatureGroup
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkListBox *list;
  gboolean is_asking;
  guint n_frames; /* seen while it waits to ask again */
};

G_DEFINE_FINAL_TYPE (PalSignatureGroup, pal_signature_group, GTK_TYPE_WIDGET)

/* While the question is open: the field that is written in. */
#define OPEN_FIELD "amendment-open"

static void visit_changed_cb (PalSignatureGroup *self);

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

/* Belongs to the dialog and goes with it. What is written is kept at every key and dropped only
 * when somebody says so. */
typedef struct
{
  PalSignatureGroup *group; /* weak */
  PalWorkbench *workbench;
  char *visit_id;
  AdwMessageDialog *dialog;
  GtkWidget *reason;
  GtkWidget *text;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_weak_pointer (&question->group);
  g_object_unref (question->workbench);
  g_free (question->visit_id);
  g_free (question);
}

static char *
dup_stripped (GtkWidget *field)
{
  return g_strstrip (pal_text_field_dup (field));
}

static void
keep (Question *question, const char *field, const char *text)
{
  pal_workbench_keep_typed (question->workbench, question->visit_id, field,
                            text != NULL && *text != '\0' ? text : NULL);
}

static void
keep_field (Question *question, GtkWidget *field)
{
  g_autofree char *text = pal_text_field_dup (field);

  keep (question, field == question->reason ? PAL_WORDS_AMENDMENT_REASON : PAL_WORDS_AMENDMENT_TEXT,
        text);
}

static void
show_whether_complete (Question *question)
{
  g_autofree char *reason = dup_stripped (question->reason);
  g_autofree char *text = dup_stripped (question->text);

  adw_message_dialog_set_response_enabled (question->dialog, "amend",
                                           *reason != '\0' && *text != '\0');
  adw_message_dialog_set_response_enabled (question->dialog, "discard",
                                           *reason != '\0' || *text != '\0');
}

static void
reason_changed_cb (Question *question)
{
  keep_field (question, question->reason);
  show_whether_complete (question);
}

static void
text_changed_cb (Question *question)
{
  keep_field (question, question->text);
  show_whether_complete (question);
}

/* Whoever comes back after the program ended goes on in the same field. */
static void
reason_entered_cb (Question *question)
{
  keep (question, OPEN_FIELD, PAL_WORDS_AMENDMENT_REASON);
}

static void
text_entered_cb (Question *question)
{
  keep (question, OPEN_FIELD, PAL_WORDS_AMENDMENT_TEXT);
}

static void
response_cb (Question *question, const char *response)
{
  g_autofree char *reason = dup_stripped (question->reason);
  g_autofree char *text = dup_stripped (question->text);

  keep (question, OPEN_FIELD, NULL);
  if (g_str_equal (response, "discard") ||
      (g_str_equal (response, "amend") && pal_amend_visit (question->workbench, reason, text)))
    {
      keep (question, PAL_WORDS_AMENDMENT_REASON, NULL);
      keep (question, PAL_WORDS_AMENDMENT_TEXT, NULL);
    }
  if (question->group != NULL)
    {
      question->group->is_asking = FALSE;
      visit_changed_cb (question->group);
    }
}

static void
watch (Question *question, GtkWidget *field, GCallback entered)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", entered, question);
  gtk_widget_add_controller (field, focus);
}

static GtkWidget *
build_fields (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *editor = g_object_new (PAL_TYPE_NOTE_EDITOR, "title", _ ("What is added or put right"),
                                    "lines", 4, NULL);

  question->reason = adw_entry_row_new ();
  question->text = pal_note_editor_get_view (PAL_NOTE_EDITOR (editor));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->reason), _ ("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), question->reason);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), editor);
  pal_text_field_set (question->reason,
                      pal_workbench_peek_typed (question->workbench, PAL_WORDS_AMENDMENT_REASON));
  pal_note_editor_set_text (PAL_NOTE_EDITOR (editor),
                            pal_workbench_peek_typed (question->workbench,
                                                      PAL_WORDS_AMENDMENT_TEXT));
  g_signal_connect_swapped (question->reason, "changed", G_CALLBACK (reason_changed_cb), question);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (question->text)), "changed",
                            G_CALLBACK (text_changed_cb), question);
  watch (question, question->reason, G_CALLBACK (reason_entered_cb));
  watch (question, question->text, G_CALLBACK (text_entered_cb));
  return box;
}

static AdwMessageDialog *
build_dialog (PalSignatureGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              _ ("Amend This Visit"),
                              _ ("What was signed stays readable. The amendment is dated and "
                                 "cannot be taken back.")));

  adw_message_dialog_add_responses (dialog, "discard", _ ("_Discard"), "later", _ ("Finish _Later"),
                                    "amend", _ ("_Amend"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "amend", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "later");
  return dialog;
}

static void
ask (PalSignatureGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  g_autofree char *open = NULL;
  Question *question;

  if (self->is_asking || visit == NULL || !visit->is_signed)
    return;
  self->is_asking = TRUE;
  open = g_strdup (pal_workbench_peek_typed (self->workbench, OPEN_FIELD));
  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->group, self);
  question->workbench = g_object_ref (self->workbench);
  question->visit_id = g_strdup (visit->id);
  question->dialog = build_dialog (self);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, free_question);
  adw_message_dialog_set_extra_child (question->dialog, build_fields (question));
  show_whether_complete (question);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (g_strcmp0 (open, PAL_WORDS_AMENDMENT_TEXT) == 0 ? question->text
                                                                         : question->reason);
}

static gboolean
ask_again_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PalSignatureGroup *self = PAL_SIGNATURE_GROUP (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->n_frames = 0;
  if (pal_workbench_peek_typed (self->workbench, OPEN_FIELD) != NULL)
    ask (self);
  return G_SOURCE_REMOVE;
}

/* The program ended in the middle of it. Not before the window has been seen: a question of a
 * window that is not there yet may come to lie below it. */
static void
ask_again (PalSignatureGroup *self)
{
  if (!self->is_asking && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      pal_workbench_peek_typed (self->workbench, OPEN_FIELD) != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), ask_again_cb, NULL, NULL);
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

static void
add_button (PalSignatureGroup *self, GtkWidget *row, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, "amend");
  g_signal_connect_object (button, "clicked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
build_signature (const PalVisit *visit)
{
  g_autofree char *moment = visit->signed_at != PAL_NO_TIME ? dup_moment (visit->signed_at) : NULL;
  g_autofree char *subtitle = NULL;

  if (moment != NULL && visit->signed_by != NULL)
    /* Translators: 1: day and time, 2: a therapist. */
    subtitle = g_strdup_printf (_ ("%1$s, by %2$s"), moment, visit->signed_by);
  else if (moment != NULL)
    subtitle = g_strdup (moment);
  else
    subtitle = g_strdup (visit->signed_by);
  return build_row (_ ("Signed and locked"), subtitle);
}

/* NULL while none is begun. */
static GtkWidget *
build_begun (PalSignatureGroup *self)
{
  const char *reason = pal_workbench_peek_typed (self->workbench, PAL_WORDS_AMENDMENT_REASON);
  const char *text = pal_workbench_peek_typed (self->workbench, PAL_WORDS_AMENDMENT_TEXT);
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (reason == NULL && text == NULL)
    return NULL;
  words = reason != NULL && text != NULL ? g_strconcat (reason, "\n", text, NULL)
                                         : g_strdup (reason != NULL ? reason : text);
  row = build_row (_ ("An amendment is begun and not made yet"), words);
  add_button (self, row, _ ("Go On…"));
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
  GtkWidget *row, *begun;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), visit != NULL && visit->is_signed);
  if (visit == NULL || !visit->is_signed)
    return;
  row = build_signature (visit);
  begun = build_begun (self);
  if (begun == NULL)
    add_button (self, row, _ ("Amend…"));
  gtk_list_box_append (self->list, row);
  for (guint i = 0; i < visit->amendments->len; i++)
    gtk_list_box_append (self->list, build_amendment (g_ptr_array_index (visit->amendments, i)));
  if (begun != NULL)
    gtk_list_box_append (self->list, begun);
  ask_again (self);
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
  g_signal_connect_after (self, "map", G_CALLBACK (ask_again), NULL);
  visit_changed_cb (self);
}
