/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Results as JSON, so that a test can compare them with worked cases key by key. */

#pragma once

#include <json-glib/json-glib.h>

#include "insight/pal-compare.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

/** insight_json_new: Returns: (transfer full): all results of one client. */
JsonNode *insight_json_new (const PalInsights *insights);

/** comparison_json_new: Returns: (transfer full): changes, not_compared, similarity. */
JsonNode *comparison_json_new (const PalComparison *comparison);

/**
 * json_covers:
 * @expected: objects: every key of it must be there and equal; arrays of objects: see @key
 * @found: what there is
 *
 * Numbers are equal to within half of the fourth decimal.
 *
 * Returns: (transfer full) (nullable): where they differ, or %NULL
 */
char *json_covers (JsonNode *expected, JsonNode *found, const char *path);

G_END_DECLS
