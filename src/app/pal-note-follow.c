/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bond of pal-note-follow.h. It lives as long as the editor. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-note-follow.h"

#include <glib/gi18n-lib.h>

#include "app/pal-visit-edits.h"
#include "record/pal-visit-words.h"

/**
 * Follower:
 * @section: of the notes, or -1
 * @visit_id: of the visit shown: words handed in later still belong to it
 */
typedef struct
{
  PalNoteEditor *editor;
  PalWorkbench *workbench;
  char *field;
  char *description;
  int section;
  char *visit_id;
} Follower;

static void
free_follower (gpointer data)
{
  Follower *self = data;

  g_object_unref (self->workbench);
  g_free (self->field);
  g_free (self->description);
  g_free (self->visit_id);
  g_free (self);
}

static void
typed_cb (PalNoteEditor *editor, const char *text, Follower *follower)
{
  if (follower->visit_id != NULL)
    pal_workbench_keep_typed (follower->workbench, follower->visit_id, follower->field, text);
}

static void
edited_cb (PalNoteEditor *editor, const char *text, Follower *follower)
{
  if (follower->visit_id != NULL)
    pal_workbench_commit_typed (follower->workbench, follower->visit_id, follower->field, text,
                                follower->description);
}

static void
copy_asked_cb (PalNoteEditor *editor, Follower *follower)
{
  pal_note_editor_flush (editor);
  pal_edits_copy_note (follower->workbench, (PalNoteSection) follower->section);
}

static char *
describe_copy (PalWorkbench *workbench, const PalVisit *visit, int section)
{
  const PalVisit *previous = pal_workbench_get_previous_visit (workbench);
  g_autofree char *day = NULL;

  if (section < 0 || visit->is_signed || previous == NULL || previous->notes[section] == NULL)
    return NULL;
  day = pal_date_format_short (pal_time_get_local_date (previous->at));
  /* Translators: 1: a section of the notes such as "Plan", 2: a day, as in "3 Nov". */
  return g_strdup_printf (_ ("Copy “%1$s” from %2$s"),
                          pal_note_section_get_name ((PalNoteSection) section), day);
}

static void
follow_visit (Follower *follower)
{
  PalVisit *visit = (PalVisit *) pal_workbench_get_visit (follower->workbench);
  g_autofree char *copy = NULL;
  char **text;

  if (visit == NULL)
    return;
  text = pal_visit_words_peek (visit, follower->field);
  g_return_if_fail (text != NULL);
  copy = describe_copy (follower->workbench, visit, follower->section);
  if (g_strcmp0 (follower->visit_id, visit->id) != 0)
    {
      g_free (follower->visit_id);
      follower->visit_id = g_strdup (visit->id);
      pal_note_editor_set_text (follower->editor, *text);
    }
  /* Another part of the visit was edited while somebody types here. */
  else if (!pal_note_editor_is_pending (follower->editor))
    pal_note_editor_set_text (follower->editor, *text);
  pal_note_editor_set_editable (follower->editor, !visit->is_signed);
  pal_note_editor_set_copy (follower->editor, copy);
}

static void
visit_changed_cb (PalNoteEditor *editor)
{
  follow_visit (g_object_get_data (G_OBJECT (editor), "pal-follower"));
}

static void
bind (PalNoteEditor *editor,
      PalWorkbench *workbench,
      const char *field,
      const char *description,
      int section)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->editor = editor;
  follower->workbench = g_object_ref (workbench);
  follower->field = g_strdup (field);
  follower->description = g_strdup (description);
  follower->section = section;
  g_object_set_data_full (G_OBJECT (editor), "pal-follower", follower, free_follower);
  pal_note_editor_set_snippets (editor, pal_workbench_get_snippets (workbench));
  g_signal_connect (editor, "typed", G_CALLBACK (typed_cb), follower);
  g_signal_connect (editor, "edited", G_CALLBACK (edited_cb), follower);
  g_signal_connect (editor, "copy-asked", G_CALLBACK (copy_asked_cb), follower);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (pal_note_editor_flush), editor,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), editor,
                           G_CONNECT_SWAPPED);
  follow_visit (follower);
}

void
pal_note_editor_follow (PalNoteEditor *editor,
                        PalWorkbench *workbench,
                        const char *field,
                        const char *description)
{
  g_return_if_fail (PAL_IS_NOTE_EDITOR (editor));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));
  g_return_if_fail (field != NULL && description != NULL);

  bind (editor, workbench, field, description, -1);
}

void
pal_note_editor_follow_section (PalNoteEditor *editor,
                                PalWorkbench *workbench,
                                PalNoteSection section)
{
  g_autofree char *description = NULL;

  g_return_if_fail (PAL_IS_NOTE_EDITOR (editor));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  /* Translators: behind "Undo"; the placeholder is a section of the notes such as "Plan". */
  description = g_strdup_printf (_ ("Edit %s"), pal_note_section_get_name (section));
  bind (editor, workbench, pal_visit_words_get_note_id (section), description, (int) section);
}
