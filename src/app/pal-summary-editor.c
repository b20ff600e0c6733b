/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The editor of pal-summary-editor.h. It edits by the workbench: everything can be undone, and the
 * preview is told by the same signals as any page. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-summary-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-note-editor.h"
#include "record/pal-practice-settings.h"
#include "record/pal-visit-words.h"
#include "report/pal-summary.h"

typedef struct
{
  PalSummaryEditor *editor;
  PalSummaryBlock block;
  AdwExpanderRow *row;
  GtkSwitch *stands;
  PalNoteEditor *words; /* nullable: the map has none */
  GtkWidget *note;
  GtkWidget *back;
  char *made; /* nullable: what the record says by itself */
} Block;

struct _PalSummaryEditor
{
  GtkBox parent_instance;

  PalWorkbench *workbench;
  AdwPreferencesGroup *group;
  GtkWidget *everybody;
  Block blocks[PAL_SUMMARY_BLOCK_N];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PalSummaryEditor, pal_summary_editor, GTK_TYPE_BOX)

/* What was decided ------------------------------------------------------------------------------
 */

/* At every key, with what the record said then; a signature does not lock it. */
static void
keep_words (PalSummaryEditor *self, const char *visit_id, PalSummaryBlock block, const char *text)
{
  g_autofree char *words = pal_visit_words_dup_summary_id (block);
  g_autofree char *made_id = pal_visit_words_dup_summary_made_id (block);
  const char *made = text != NULL ? self->blocks[block].made : NULL;

  pal_workbench_keep_typed (self->workbench, visit_id, words, text);
  if (g_strcmp0 (made, pal_workbench_peek_typed (self->workbench, made_id)) != 0)
    pal_workbench_keep_typed (self->workbench, visit_id, made_id, made);
}

/* Nothing is kept of what has become part of the visit. */
static void
commit_words (PalSummaryEditor *self, PalVisit *visit, PalSummaryBlock block)
{
  g_autofree char *key = g_strconcat ("summary-", pal_summary_block_to_id (block), NULL);
  g_autofree char *visit_id = g_strdup (visit->id);

  if (pal_workbench_commit_visit (self->workbench, visit, _ ("Change Words of the Client’s Page"),
                                  key))
    keep_words (self, visit_id, block, NULL);
}

/* For this client from now on. */
static void
commit_left_out (PalSummaryEditor *self, PalSummaryBlock block, gboolean left_out)
{
  PalClient *client = pal_workbench_edit_client (self->workbench);
  g_auto (GStrv) practice = pal_store_get_setting_list (pal_workbench_get_store (self->workbench),
                                                        PAL_SETTING_SUMMARY_LEFT_OUT);
  char **ids;

  if (client == NULL)
    return;
  ids = client->summary_left_out != NULL ? client->summary_left_out : practice;
  ids = pal_summary_toggle_block ((const char *const *) ids, block, left_out);
  g_strfreev (client->summary_left_out);
  client->summary_left_out = ids;
  pal_workbench_commit_client (self->workbench, client, _ ("Change the Client’s Page"), NULL);
}

/* Words of the visit go before what is left out for the client: they are taken first. */
static void
leave_out (PalSummaryEditor *self, PalSummaryBlock block)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  if (pal_visit_find_summary_text (visit, block) != NULL)
    {
      PalVisit *copy = pal_visit_copy (visit);

      pal_visit_set_summary_text (copy, block, NULL, self->blocks[block].made);
      commit_words (self, copy, block);
    }
  else
    commit_left_out (self, block, TRUE);
}

static void
let_stand (PalSummaryEditor *self, PalSummaryBlock block)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  const PalSummaryText *own = pal_visit_find_summary_text (visit, block);
  g_auto (GStrv) practice = pal_store_get_setting_list (pal_workbench_get_store (self->workbench),
                                                        PAL_SETTING_SUMMARY_LEFT_OUT);

  if (own != NULL && own->text == NULL)
    {
      PalVisit *copy = pal_visit_copy (visit);

      pal_visit_clear_summary_text (copy, block);
      commit_words (self, copy, block);
      visit = pal_workbench_get_visit (self->workbench);
    }
  if (pal_summary_leaves_out ((const char *const *) practice,
                              pal_workbench_get_client (self->workbench), visit, block))
    commit_left_out (self, block, FALSE);
}

/* Words -----------------------------------------------------------------------------------------
 */

static void
typed_cb (PalNoteEditor *words, const char *text, Block *block)
{
  const PalVisit *visit = pal_workbench_get_visit (block->editor->workbench);

  if (visit != NULL)
    keep_words (block->editor, visit->id, block->block, text);
}

static void
edited_cb (PalNoteEditor *words, const char *text, Block *block)
{
  PalSummaryEditor *self = block->editor;
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  PalVisit *copy;

  if (visit == NULL)
    return;
  copy = pal_visit_copy (visit);
  /* The record's own words, typed again, are not somebody's own. */
  if (g_strcmp0 (stripped, block->made != NULL ? block->made : "") == 0)
    pal_visit_clear_summary_text (copy, block->block);
  else
    pal_visit_set_summary_text (copy, block->block, stripped, block->made);
  commit_words (self, copy, block->block);
}

static void
flush (PalSummaryEditor *self)
{
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    if (self->blocks[i].words != NULL)
      pal_note_editor_flush (self->blocks[i].words);
}

static void
back_cb (GtkButton *button, Block *block)
{
  PalSummaryEditor *self = block->editor;
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  PalVisit *copy;

  if (visit == NULL)
    return;
  pal_note_editor_set_text (block->words, block->made);
  copy = pal_visit_copy (visit);
  pal_visit_clear_summary_text (copy, block->block);
  commit_words (self, copy, block->block);
}

static void
toggled_cb (GtkSwitch *stands, GParamSpec *pspec, Block *block)
{
  PalSummaryEditor *self = block->editor;

  if (self->filling || pal_workbench_get_visit (self->workbench) == NULL)
    return;
  flush (self);
  if (gtk_switch_get_active (stands))
    let_stand (self, block->block);
  else
    leave_out (self, block->block);
}

/* For everybody ---------------------------------------------------------------------------------
 */

void
pal_summary_editor_use_for_everybody (PalSummaryEditor *self)
{
  const PalClient *client;
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;
  PalClient *copy;

  g_return_if_fail (PAL_IS_SUMMARY_EDITOR (self));

  client = pal_workbench_get_client (self->workbench);
  if (client == NULL || client->summary_left_out == NULL)
    return;
  ids = g_strjoinv (",", client->summary_left_out);
  if (!pal_store_set_setting (pal_workbench_get_store (self->workbench),
                              PAL_SETTING_SUMMARY_LEFT_OUT, ids, &error))
    {
      pal_workbench_fail (self->workbench, error);
      return;
    }
  copy = pal_workbench_edit_client (self->workbench);
  g_clear_pointer (&copy->summary_left_out, g_strfreev);
  pal_workbench_commit_client (self->workbench, copy, _ ("Change the Client’s Page"), NULL);
}

/* Rows ------------------------------------------------------------------------------------------
 */

static GtkWidget *
build_words (Block *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  block->words = g_object_new (PAL_TYPE_NOTE_EDITOR, "title",
                               pal_summary_block_get_name (block->block), "lines", 4, NULL);
  g_signal_connect (block->words, "typed", G_CALLBACK (typed_cb), block);
  g_signal_connect (block->words, "edited", G_CALLBACK (edited_cb), block);
  block->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (block->note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (block->note), 0);
  gtk_widget_add_css_class (block->note, "caption");
  block->back = gtk_button_new_with_label (_ ("Use the Record’s Words"));
  gtk_widget_set_halign (block->back, GTK_ALIGN_START);
  g_signal_connect (block->back, "clicked", G_CALLBACK (back_cb), block);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (block->words));
  gtk_box_append (GTK_BOX (box), block->note);
  gtk_box_append (GTK_BOX (box), block->back);
  gtk_widget_add_css_class (box, "pal-words-box");
  return box;
}

static void
build_block (PalSummaryEditor *self, PalSummaryBlock id)
{
  Block *block = &self->blocks[id];
  const char *name = pal_summary_block_get_name (id);
  GtkWidget *stands = gtk_switch_new ();

  block->editor = self;
  block->block = id;
  block->stands = GTK_SWITCH (stands);
  gtk_widget_set_valign (stands, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stands), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (stands, "notify::active", G_CALLBACK (toggled_cb), block);
  if (id == PAL_SUMMARY_BLOCK_MAP)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), stands);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), stands);
      adw_preferences_group_add (self->group, row);
      return;
    }
  block->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (block->row), name);
  adw_expander_row_add_action (block->row, stands);
  adw_expander_row_add_row (block->row, build_words (block));
  adw_preferences_group_add (self->group, GTK_WIDGET (block->row));
}

static void
show_block (Block *block, const PalVisit *visit, const PalDocument *document)
{
  const PalSummaryText *own = pal_visit_find_summary_text (visit, block->block);
  const gboolean outdated = pal_summary_is_outdated (document, block->block);
  const char *text =
      own != NULL && own->text != NULL ? own->text : pal_summary_get_made (document, block->block);

  gtk_switch_set_active (block->stands, pal_summary_has_block (document, block->block));
  if (block->words == NULL)
    return;
  g_free (block->made);
  block->made = g_strdup (pal_summary_get_made (document, block->block));
  if (!pal_note_editor_is_pending (block->words))
    pal_note_editor_set_text (block->words, text);
  gtk_label_set_label (GTK_LABEL (block->note),
                       _ ("The record has changed since these words were written."));
  gtk_widget_set_visible (block->note, outdated);
  gtk_widget_set_visible (block->back, own != NULL && own->text != NULL);
  adw_expander_row_set_subtitle (block->row, outdated ? _ ("Check: the record has changed")
                                             : own != NULL && own->text != NULL
                                                 ? _ ("In your words")
                                             : text == NULL ? _ ("Nothing to say")
                                                            : "");
}

void
pal_summary_editor_set_document (PalSummaryEditor *self, const PalDocument *document)
{
  const PalClient *client;
  const PalVisit *visit;

  g_return_if_fail (PAL_IS_SUMMARY_EDITOR (self));
  g_return_if_fail (document != NULL);

  client = pal_workbench_get_client (self->workbench);
  visit = pal_workbench_get_visit (self->workbench);
  if (client == NULL || visit == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    show_block (&self->blocks[i], visit, document);
  self->filling = FALSE;
  gtk_widget_set_visible (self->everybody, client->summary_left_out != NULL);
}

/* -----------------------------------------------------------------------------------------------
 */

static void
pal_summary_editor_finalize (GObject *object)
{
  PalSummaryEditor *self = PAL_SUMMARY_EDITOR (object);

  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    g_free (self->blocks[i].made);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_summary_editor_parent_class)->finalize (object);
}

static void
pal_summary_editor_class_init (PalSummaryEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pal_summary_editor_finalize;
}

static void
pal_summary_editor_init (PalSummaryEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("On the Page"));
  adw_preferences_group_set_description (
      self->group,
      _ ("What you leave out is remembered for this client. Your own words belong to this visit."));
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    build_block (self, i);
  self->everybody = gtk_button_new_with_label (_ ("Leave Out the Same for Everybody"));
  g_signal_connect_swapped (self->everybody, "clicked",
                            G_CALLBACK (pal_summary_editor_use_for_everybody), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (self), self->everybody);
}

GtkWidget *
pal_summary_editor_new (PalWorkbench *workbench)
{
  PalSummaryEditor *self;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (PAL_TYPE_SUMMARY_EDITOR, NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
