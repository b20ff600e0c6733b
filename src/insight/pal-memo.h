/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Remembering what was worked out of the counts of a pair. Over a large practice five pairs of six
 * have counts that were there a moment ago. Private to this room. */

#pragma once

#include "insight/pal-imbalance.h"

G_BEGIN_DECLS

/**
 * PalMemo:
 *
 * Two thousand places, one for each value of a hash: what comes later takes the place of what was
 * there, so that it never grows and nothing is searched. Each thread has its own.
 */
typedef struct _PalMemo PalMemo;

/** PAL_MEMO_INIT: for a static #GPrivate that holds one. */
#define PAL_MEMO_INIT G_PRIVATE_INIT (g_free)

/**
 * pal_memo_find:
 * @private: where the thread keeps its memo; made when there is none
 * @value_size: bytes of a value, always the same for one @private
 * @cells: what the value is worked out of
 * @is_known: (out): whether the value is there; otherwise the caller fills it in
 *
 * Returns: (transfer none): the place of the value, until the next call
 */
gpointer pal_memo_find (GPrivate *private,
                        gsize value_size,
                        const guint8 cells[PAL_PAIR_CELLS],
                        gboolean *is_known);

G_END_DECLS
