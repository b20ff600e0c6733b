/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: what statistics read of a visit's marks, packed into one value a visit. Reading
 * twelve million rows costs the engine more than all the figures that are made of them; half a
 * million values cost next to nothing. Derived: the marks are the record, a digest only repeats
 * them, and triggers take it away when they change.
 *
 * Six bytes a mark, in the order of the marks: region and kind as numbers of the table mark_words,
 * little-endian; side (2 bits), source, carried; before and after, each plus one, 0 for none
 * (4 bits each). */

#pragma once

#include "atlas/pal-atlas.h"
#include "atlas/pal-vocabulary.h"
#include "store/pal-database.h"

G_BEGIN_DECLS

/**
 * pal_mark_digest_keep:
 * @visit: key of a visit whose marks were just written
 *
 * Makes the digest of a visit that has none, from its rows. Within the caller's transaction.
 */
gboolean pal_mark_digest_keep (PalDatabase *database, gint64 visit, GError **error);

/** pal_mark_digest_keep_all: the same for every visit: after an upgrade, or another program. */
gboolean pal_mark_digest_keep_all (PalDatabase *database, GError **error);

/** PalMarkWords: which region and which kind the numbers of digests stand for. */
typedef struct _PalMarkWords PalMarkWords;

/** pal_mark_words_new: Returns: (transfer full): valid for the transaction it was read in. */
PalMarkWords *pal_mark_words_new (PalDatabase *database,
                                  PalAtlas *atlas,
                                  PalVocabulary *vocabulary,
                                  GError **error);
void pal_mark_words_free (PalMarkWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalMarkWords, pal_mark_words_free)

/**
 * pal_mark_words_unpack:
 * @bytes: (nullable): a digest
 * @visit: place of the visit in the history
 * @marks: (element-type PalMarkNumbers): where to add them; regions and kinds nobody knows are left
 *   out
 *
 * Returns: %FALSE when this is no digest
 */
gboolean pal_mark_words_unpack (
    const PalMarkWords *self, const guint8 *bytes, gsize length, guint visit, GArray *marks);

G_END_DECLS
