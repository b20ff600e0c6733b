/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The folded words behind the search, built once with the atlas. Private to the room. */

#pragma once

#include "atlas/pal-search.h"

G_BEGIN_DECLS

typedef struct _PalSearchIndex PalSearchIndex;

/** pal_search_index_new: Folds all words of @atlas, whose lists must be complete. */
PalSearchIndex *pal_search_index_new (PalAtlas *atlas);
void pal_search_index_free (PalSearchIndex *self);

G_END_DECLS
