/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The free text and the numbers of a visit by name, as somebody types them, so that what is being
 * typed can be kept apart from the record and put into it later. Choices are not typed. */

#pragma once

#include "record/pal-summary-text.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/* An amendment that is being written: no part of the record before it is made. */
#define PAL_WORDS_AMENDMENT_REASON "amendment-reason"
#define PAL_WORDS_AMENDMENT_TEXT "amendment-text"

/**
 * pal_visit_words_find_id:
 * @offset: of a member of #PalVisit
 *
 * Returns: (transfer none) (nullable): the name of the text or number that is kept there:
 *   "complaint", "subjective", "stress" …; %NULL when nothing that is typed is kept there
 */
const char *pal_visit_words_find_id (gsize offset);

/** pal_visit_words_get_max: Returns: the largest number that can be typed for @id, 0 for a text. */
double pal_visit_words_get_max (const char *id);

/** pal_visit_words_get_note_id: Returns: (transfer none): the name of a section of the notes. */
const char *pal_visit_words_get_note_id (PalNoteSection section);

/** pal_visit_words_dup_mark_id: Returns: (transfer full): the name of the note of a mark. */
char *pal_visit_words_dup_mark_id (const PalMark *mark);

/** pal_visit_words_dup_mark_minutes_id: Returns: (transfer full): of the minutes of a mark. */
char *pal_visit_words_dup_mark_minutes_id (const PalMark *mark);

/** pal_visit_words_dup_area_id: Returns: (transfer full): of the minutes asked for a group. */
char *pal_visit_words_dup_area_id (const char *group);

/** pal_visit_words_dup_test_id: Returns: (transfer full): of the result of a test. */
char *pal_visit_words_dup_test_id (const char *test, PalSide side);

/** pal_visit_words_dup_summary_id: Returns: (transfer full): of words of the client's page. */
char *pal_visit_words_dup_summary_id (PalSummaryBlock block);

/**
 * pal_visit_words_dup_summary_made_id:
 *
 * Returns: (transfer full): of what the record said by itself when those words were typed; it is
 *   put after them
 */
char *pal_visit_words_dup_summary_made_id (PalSummaryBlock block);

/** pal_visit_words_outlive_signature: Returns: whether @id can be typed at a signed visit. */
gboolean pal_visit_words_outlive_signature (const char *id);

/**
 * pal_visit_words_peek:
 * @id: a name from one of the functions above
 *
 * Returns: (transfer none) (nullable): where the visit keeps that text; %NULL when the name is not
 *   that of a text or the mark is not there
 */
char **pal_visit_words_peek (PalVisit *self, const char *id);

/**
 * pal_visit_words_read_number:
 * @text: with a point or a comma; empty or a dash is %PAL_UNSET, -1
 * @min: at most 0
 *
 * Returns: whether it is a number between @min and @max
 */
gboolean pal_visit_words_read_number (
    const char *text, double min, double max, gboolean whole, double *number);

/**
 * pal_visit_words_put:
 * @text: (nullable): empty removes it
 *
 * Returns: whether there is such a text or number in this visit and @text can stand there; nothing
 *   is changed otherwise
 */
gboolean pal_visit_words_put (PalVisit *self, const char *id, const char *text);

G_END_DECLS
