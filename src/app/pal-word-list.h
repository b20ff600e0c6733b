/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One list of words in the preferences: techniques, responses, kinds of finding. Words can be
 * added, given a new name, and no longer offered. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_WORD_LIST (pal_word_list_get_type ())
G_DECLARE_FINAL_TYPE (PalWordList, pal_word_list, PAL, WORD_LIST, AdwExpanderRow)

/* Signal ::changed (): a word was added, renamed, retired or offered again. */

/** pal_word_list_set_up: once. @add_title: translated, of the field that adds one. */
void pal_word_list_set_up (PalWordList *self,
                           PalWorkbench *workbench,
                           PalTermList list,
                           const char *add_title);

G_END_DECLS
