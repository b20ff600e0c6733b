/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that stands behind a sentence and opens to the visits it rests on: each with its day,
 * what was marked, who charted; pressing one opens it. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_EVIDENCE_BUTTON (pal_evidence_button_get_type ())
G_DECLARE_FINAL_TYPE (PalEvidenceButton, pal_evidence_button, PAL, EVIDENCE_BUTTON, GtkWidget)

/** pal_evidence_button_new: Returns: (transfer floating): without visits it cannot be pressed. */
GtkWidget *pal_evidence_button_new (PalWorkbench *workbench, PalHighlight *highlight);

/**
 * pal_evidence_button_set:
 * @label: translated, what stands on the button: "11 visits"
 * @visits: (element-type PalVisit) (nullable): those the sentence rests on, oldest first
 * @region: (nullable): id of the region the sentence speaks of, to tell its severity
 * @side: the client's own; %PAL_SIDE_N tells both sides
 */
void pal_evidence_button_set (PalEvidenceButton *self,
                              const char *label,
                              GPtrArray *visits,
                              const char *region,
                              PalSide side);

G_END_DECLS
