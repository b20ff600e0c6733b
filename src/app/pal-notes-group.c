/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The notes in the inspector: a note editor for each section. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-notes-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-generated-note.h"
#include "app/pal-note-follow.h"
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
