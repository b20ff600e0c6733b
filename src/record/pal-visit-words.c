/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of names. They stand in files: a name is never used for another text. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-visit-words.h"

#define MARK_PREFIX "mark:"

static const struct
{
  const char *id;
  gsize offset;
} words[] = {
  { "room", offsetof (PalVisit, room) },
  { "therapist", offsetof (PalVisit, therapist) },
  { "complaint", offsetof (PalVisit, complaint_text) },
  { "request", offsetof (PalVisit, request) },
  { "nutrition", offsetof (PalVisit, state.nutrition) },
  { "shoes", offsetof (PalVisit, state.shoes) },
  { "subjective", offsetof (PalVisit, notes[PAL_NOTE_SUBJECTIVE]) },
  { "objective", offsetof (PalVisit, notes[PAL_NOTE_OBJECTIVE]) },
  { "assessment", offsetof (PalVisit, notes[PAL_NOTE_ASSESSMENT]) },
  { "plan", offsetof (PalVisit, notes[PAL_NOTE_PLAN]) },
  { "advice", offsetof (PalVisit, advice) },
};

const char *
pal_visit_words_find_id (gsize offset)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].offset == offset)
      return words[i].id;
  return NULL;
}

const char *
pal_visit_words_get_note_id (PalNoteSection section)
{
  g_return_val_if_fail ((guint) section < PAL_NOTE_N, NULL);

  return pal_visit_words_find_id (offsetof (PalVisit, notes) + (guint) section * sizeof (char *));
}

char *
pal_visit_words_dup_mark_id (const PalMark *mark)
{
  g_return_val_if_fail (mark != NULL, NULL);

  return g_strdup_printf (MARK_PREFIX "%s:%d:%s:%d", mark->region, (int) mark->side, mark->kind,
                          (int) mark->source);
}

char **
pal_visit_words_peek (PalVisit *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, id))
      return &G_STRUCT_MEMBER (char *, self, words[i].offset);
  for (guint i = 0; g_str_has_prefix (id, MARK_PREFIX) && i < self->marks->len; i++)
    {
      PalMark *mark = g_ptr_array_index (self->marks, i);
      g_autofree char *mark_id = pal_visit_words_dup_mark_id (mark);

      if (g_str_equal (mark_id, id))
        return &mark->note;
    }
  return NULL;
}

gboolean
pal_visit_words_put (PalVisit *self, const char *id, const char *text)
{
  char **where = pal_visit_words_peek (self, id);

  if (where == NULL)
    return FALSE;
  pal_visit_set_text (where, text);
  return TRUE;
}
