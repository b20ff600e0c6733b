/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for what the visits show together. They count and compare; they name no disease and no
 * cause, and under three visits they say that it is too few to tell. */

#pragma once

#include "insight/pal-insight.h"

G_BEGIN_DECLS

/**
 * pal_words_basis:
 *
 * Returns: (transfer full): what all that follows rests on, "12 visits from 3 Mar 2025 to
 *   24 Nov 2026."; with under three visits that they are too few to tell
 */
char *pal_words_basis (const PalInsights *insights);

/** pal_words_seen_at: Returns: (transfer full): "seen at 9 of 11 visits". */
char *pal_words_seen_at (guint seen, guint visits);

/** pal_words_n_visits: Returns: (transfer full): "11 visits". */
char *pal_words_n_visits (guint visits);

G_END_DECLS
