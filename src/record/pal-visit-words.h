/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The free text of a visit by name, so that what is being typed can be kept apart from the record
 * and put into it later. Texts only; choices and numbers are not words. */

#pragma once

#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * pal_visit_words_find_id:
 * @offset: of a member of #PalVisit
 *
 * Returns: (transfer none) (nullable): the name of the text that is kept there: "complaint",
 *   "subjective", "shoes" …; %NULL when no free text is kept there
 */
const char *pal_visit_words_find_id (gsize offset);

/** pal_visit_words_get_note_id: Returns: (transfer none): the name of a section of the notes. */
const char *pal_visit_words_get_note_id (PalNoteSection section);

/** pal_visit_words_dup_mark_id: Returns: (transfer full): the name of the note of a mark. */
char *pal_visit_words_dup_mark_id (const PalMark *mark);

/**
 * pal_visit_words_peek:
 * @id: a name from one of the functions above
 *
 * Returns: (transfer none) (nullable): where the visit keeps that text; %NULL when the name is not
 *   known or the mark is not there
 */
char **pal_visit_words_peek (PalVisit *self, const char *id);

/**
 * pal_visit_words_put:
 * @text: (nullable): empty removes it
 *
 * Returns: whether there is such a text in this visit; nothing is changed otherwise
 */
gboolean pal_visit_words_put (PalVisit *self, const char *id, const char *text);

G_END_DECLS
