/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The notes in the inspector: note editors bound to sections of the open visit. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-notes-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-generated-note.h"
#include "app/pal-visit-edits.h"
#include "app/pal-visit-group.h"

#define N_SECTIONS 3

struct _PalNotesGroup
{
  AdwExpanderRow parent_instance;

  PalWorkbench *workbench;
  PalNoteEditor *editors[N_SECTIONS];
  PalGeneratedNote *generated;
};

G_DEFINE_FINAL_TYPE (PalNotesGroup, pal_notes_group, ADW_TYPE_EXPANDER_ROW)

/* One section -------------------------------------------------------------------------------------
 */

/**
 * Follower:
 * @visit_id: of the visit shown: words handed in later still belong to it
 *
 * What binds one editor to one section. Lives as long as the editor.
 */
typedef struct
{
  PalNoteEditor *editor;
  PalWorkbench *workbench;
  PalNoteSection section;
  char *visit_id;
} Follower;

static void
free_follower (gpointer data)
{
  Follower *self = data;

  g_object_unref (self->workbench);
  g_free (self->visit_id);
  g_free (self);
}

static void
edited_cb (PalNoteEditor *editor, const char *text, Follower *follower)
{
  const PalVisit *open = pal_workbench_get_visit (follower->workbench);

  if (open != NULL && g_strcmp0 (open->id, follower->visit_id) == 0 && !open->is_signed)
    pal_edits_set_note (follower->workbench, follower->section, text);
}

static void
copy_asked_cb (PalNoteEditor *editor, Follower *follower)
{
  pal_note_editor_flush (editor);
  pal_edits_copy_note (follower->workbench, follower->section);
}

static char *
describe_copy (PalWorkbench *workbench, PalNoteSection section)
{
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  const PalVisit *previous = pal_workbench_get_previous_visit (workbench);
  g_autofree char *day = NULL;

  if (visit->is_signed || previous == NULL || previous->notes[section] == NULL)
    return NULL;
  day = pal_date_format_short (pal_time_get_local_date (previous->at));
  /* Translators: 1: a section of the notes such as "Plan", 2: a day, as in "3 Nov". */
  return g_strdup_printf (_ ("Copy “%1$s” from %2$s"), pal_note_section_get_name (section), day);
}

static void
follow_visit (Follower *follower)
{
  const PalVisit *visit = pal_workbench_get_visit (follower->workbench);
  g_autofree char *copy = NULL;

  if (visit == NULL)
    return;
  if (g_strcmp0 (follower->visit_id, visit->id) != 0)
    {
      g_free (follower->visit_id);
      follower->visit_id = g_strdup (visit->id);
    }
  copy = describe_copy (follower->workbench, follower->section);
  pal_note_editor_set_text (follower->editor, visit->notes[follower->section]);
  pal_note_editor_set_editable (follower->editor, !visit->is_signed);
  pal_note_editor_set_copy (follower->editor, copy);
}

static void
visit_changed_cb (PalNoteEditor *editor)
{
  follow_visit (g_object_get_data (G_OBJECT (editor), "pal-follower"));
}

void
pal_note_editor_follow_section (PalNoteEditor *editor,
                                PalWorkbench *workbench,
                                PalNoteSection section)
{
  Follower *follower;

  g_return_if_fail (PAL_IS_NOTE_EDITOR (editor));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  follower = g_new0 (Follower, 1);
  follower->editor = editor;
  follower->workbench = g_object_ref (workbench);
  follower->section = section;
  g_object_set_data_full (G_OBJECT (editor), "pal-follower", follower, free_follower);
  pal_note_editor_set_snippets (editor, pal_workbench_get_snippets (workbench));
  g_signal_connect (editor, "edited", G_CALLBACK (edited_cb), follower);
  g_signal_connect (editor, "copy-asked", G_CALLBACK (copy_asked_cb), follower);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (pal_note_editor_flush), editor,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), editor,
                           G_CONNECT_SWAPPED);
  follow_visit (follower);
}

/* The group ---------------------------------------------------------------------------------------
 */

static void
show_summary (PalNotesGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  GString *line = g_string_new (NULL);

  for (guint i = 0; visit != NULL && i < N_SECTIONS; i++)
    {
      if (visit->notes[i] != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", visit->notes[i]);
    }
  pal_expander_row_set_summary (ADW_EXPANDER_ROW (self), line->str);
  g_string_free (line, TRUE);
}

static void
pal_notes_group_dispose (GObject *object)
{
  g_clear_object (&PAL_NOTES_GROUP (object)->workbench);

  G_OBJECT_CLASS (pal_notes_group_parent_class)->dispose (object);
}

static void
pal_notes_group_class_init (PalNotesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_notes_group_dispose;
}

static void
pal_notes_group_init (PalNotesGroup *self)
{
  static const char *const placeholders[N_SECTIONS] = {
    N_ ("What the client says"),
    N_ ("What was seen, felt and measured"),
    N_ ("What it may mean"),
  };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      GtkWidget *editor = g_object_new (PAL_TYPE_NOTE_EDITOR, "title",
                                        pal_note_section_get_name ((PalNoteSection) i),
                                        "placeholder", _ (placeholders[i]), "lines", 3, "name",
                                        pal_note_section_to_id ((PalNoteSection) i), NULL);

      self->editors[i] = PAL_NOTE_EDITOR (editor);
      if (i == PAL_NOTE_OBJECTIVE)
        {
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

          self->generated = PAL_GENERATED_NOTE (pal_generated_note_new ());
          gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->generated));
          gtk_box_append (GTK_BOX (box), editor);
          editor = box;
        }
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), pal_plain_row_new (editor));
    }
}

void
pal_notes_group_set_workbench (PalNotesGroup *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_NOTES_GROUP (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  pal_generated_note_set_workbench (self->generated, workbench);
  for (guint i = 0; i < N_SECTIONS; i++)
    pal_note_editor_follow_section (self->editors[i], workbench, (PalNoteSection) i);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (show_summary), self,
                           G_CONNECT_SWAPPED);
  show_summary (self);
}

PalNoteEditor *
pal_notes_group_get_editor (PalNotesGroup *self, PalNoteSection section)
{
  g_return_val_if_fail (PAL_IS_NOTES_GROUP (self), NULL);
  g_return_val_if_fail ((guint) section < N_SECTIONS, NULL);
  return self->editors[section];
}
