/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be answered before hands go on, in bars above the pages: alerts to be acknowledged once
 * a visit, and consent the first time a sensitive region is marked. They ask and never block. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_VISIT_BARS (pal_visit_bars_get_type ())
G_DECLARE_FINAL_TYPE (PalVisitBars, pal_visit_bars, PAL, VISIT_BARS, GtkWidget)

/** pal_visit_bars_new: Returns: bars that follow the open client and visit. */
GtkWidget *pal_visit_bars_new (PalWorkbench *workbench);

/** pal_visit_bars_ask_alerts: @visit: (nullable): Returns: whether alerts are still to be seen. */
gboolean pal_visit_bars_ask_alerts (const PalVisit *visit);

/** pal_visit_bars_acknowledge: records that the alerts were seen at the open visit. */
gboolean pal_visit_bars_acknowledge (PalVisitBars *self);

/** pal_visit_bars_answer: records the answer to the question of consent, as it was asked. */
gboolean pal_visit_bars_answer (PalVisitBars *self, gboolean given);

/** pal_visit_bars_get_alerts: Returns: (nullable): what is to be acknowledged. */
const char *pal_visit_bars_get_alerts (PalVisitBars *self);
/** pal_visit_bars_get_question: Returns: (nullable): the question that is shown. */
const char *pal_visit_bars_get_question (PalVisitBars *self);

G_END_DECLS
