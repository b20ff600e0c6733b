/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The film strip: a client's visits as small maps in a row, two of them chosen as A and B. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_VISIT_STRIP (pal_visit_strip_get_type ())
G_DECLARE_FINAL_TYPE (PalVisitStrip, pal_visit_strip, PAL, VISIT_STRIP, GtkWidget)

/**
 * PalStripEnd:
 * @PAL_STRIP_A: the earlier of the two compared, as a rule
 * @PAL_STRIP_B: the later
 */
typedef enum
{
  PAL_STRIP_A,
  PAL_STRIP_B,
  PAL_STRIP_N
} PalStripEnd;

/*
 * Signals: ::chosen (int end): A or B is another visit now; ::opened (const char *visit_id): a
 * double click or Enter on a chosen visit asks for its chart.
 */

/** pal_visit_strip_set_workbench: once; follows the open client. */
void pal_visit_strip_set_workbench (PalVisitStrip *self, PalWorkbench *workbench);

/** pal_visit_strip_get_chosen: Returns: (transfer none) (nullable): the visit at that end. */
const PalVisit *pal_visit_strip_get_chosen (PalVisitStrip *self, PalStripEnd end);

/** pal_visit_strip_choose: Returns: whether the client has such a visit. */
gboolean pal_visit_strip_choose (PalVisitStrip *self, PalStripEnd end, const char *visit_id);

/** pal_visit_strip_arm: which end the next click or Enter sets. */
void pal_visit_strip_arm (PalVisitStrip *self, PalStripEnd end);

G_END_DECLS
