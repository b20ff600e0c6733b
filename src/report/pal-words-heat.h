/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for the heat map: what a region showed over a span of visits, and what the span is. */

#pragma once

#include "insight/pal-heat.h"

G_BEGIN_DECLS

/** pal_heat_scope_get_name: Returns: translated "All", "Baseline" or "Complaint". */
const char *pal_heat_scope_get_name (PalHeatScope scope);

/** pal_heat_scope_get_plain: Returns: translated, what the scope counts, in one sentence. */
const char *pal_heat_scope_get_plain (PalHeatScope scope);

/**
 * pal_words_heat_cell:
 *
 * Returns: (transfer full): "seen at 9 of 11 visits, mostly moderate"; what was not looked at is
 *   said to be that, never clear
 */
char *pal_words_heat_cell (const PalHeatCell *cell);

/** pal_words_heat_span: Returns: (transfer full): "12 visits, 3 Mar 2025 to 24 Nov 2026". */
char *pal_words_heat_span (const PalMatrix *matrix, guint first, guint last);

G_END_DECLS
