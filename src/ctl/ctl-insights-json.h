/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of one client as JSON: what `palpatectl insights --json` prints. Apart from the verb,
 * so that the worked examples are held against the very text that people get. */

#pragma once

#include "insight/pal-insight.h"

G_BEGIN_DECLS

/** ctl_insights_to_json: Returns: (transfer full): one object, indented. */
GString *ctl_insights_to_json (const PalInsights *insights);

G_END_DECLS
