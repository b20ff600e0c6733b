/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The film strip: a client's visits as small maps in a row, two of them, or two
 * spans, chosen as A and B. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-scope-lens.h"
#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_VISIT_STRIP (pal_visit_strip_get_type ())
G_DECLARE_FINAL_TYPE (PalVisitStrip, pal_visit_strip, PAL, VISIT_STRIP, GtkWidget)

/**
 * PalStripEnd:
 * @PAL_STRIP_A: the earlier of the two compared, as a rule
 * @PAL_STRIP_B: the later
 * @PAL_STRIP_NOW: where one stands in time; always a single visit
 *
 * What a visit can be chosen as. A and B may be spans of several visits.
 */
typedef enum
{
  PAL_STRIP_A,
  PAL_STRIP_B,
  PAL_STRIP_NOW,
  PAL_STRIP_N
} PalStripEnd;

/*
 * Signals: ::chosen (int end): A, B or the moment is another visit or span now; ::opened (const
 * char *visit_id): a double click or Enter on a chosen visit asks for its chart.
 *
 * Time runs with the reading direction: oldest at the start of the line, so from right to left in
 * Arabic. The bodies are never mirrored.
 */

/** pal_visit_strip_set_workbench: once; follows the open client. */
void pal_visit_strip_set_workbench (PalVisitStrip *self, PalWorkbench *workbench);

/**
 * pal_visit_strip_get_visits:
 *
 * Returns: (transfer full) (nullable) (element-type PalVisit): the visits of that end, oldest first
 */
GPtrArray *pal_visit_strip_get_visits (PalVisitStrip *self, PalStripEnd end);

/**
 * pal_visit_strip_choose:
 * @first: id of one end of the span
 * @last: id of the other, or the same for a single visit
 *
 * Returns: whether the client has such visits
 */
gboolean pal_visit_strip_choose (PalVisitStrip *self,
                                 PalStripEnd end,
                                 const char *first,
                                 const char *last);

/** pal_visit_strip_arm: which end the next click or Enter sets, or with Shift extends. With
 *   %PAL_STRIP_NOW the strip shows the moment instead of A and B. */
void pal_visit_strip_arm (PalVisitStrip *self, PalStripEnd end);

/** pal_visit_strip_take_lens: @lens: (transfer full) (nullable): which findings the maps show. */
void pal_visit_strip_take_lens (PalVisitStrip *self, PalScopeLens *lens);

G_END_DECLS
