/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that opens a list of words with check marks: techniques, responses, symptoms. Shows what
 * is chosen; stores nothing. */

#pragma once

#include <gtk/gtk.h>

#include "atlas/pal-vocabulary.h"

G_BEGIN_DECLS

#define PAL_TYPE_TERM_PICKER (pal_term_picker_get_type ())
G_DECLARE_FINAL_TYPE (PalTermPicker, pal_term_picker, PAL, TERM_PICKER, GtkWidget)

/* Properties: title: what it chooses, read aloud; placeholder: the words on the button while
 * nothing is chosen, the title when %NULL. Signal ::changed (). */

/** pal_term_picker_fill: makes the list; once. */
void pal_term_picker_fill (PalTermPicker *self, PalVocabulary *vocabulary, PalTermList list);

/** pal_term_picker_set_ids: @ids: (nullable): chooses exactly these; no ::changed. */
void pal_term_picker_set_ids (PalTermPicker *self, char **ids);

/** pal_term_picker_dup_ids: Returns: (transfer full) (nullable): what is chosen, in list order. */
char **pal_term_picker_dup_ids (PalTermPicker *self);

G_END_DECLS
