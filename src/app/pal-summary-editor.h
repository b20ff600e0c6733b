/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the page the client takes home: every block can be left out or said in the
 * therapist's own words. What is left out is remembered for the client, or for everybody; words
 * belong to the visit. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

#define PAL_TYPE_SUMMARY_EDITOR (pal_summary_editor_get_type ())
G_DECLARE_FINAL_TYPE (PalSummaryEditor, pal_summary_editor, PAL, SUMMARY_EDITOR, GtkBox)

GtkWidget *pal_summary_editor_new (PalWorkbench *workbench);

/**
 * pal_summary_editor_set_document:
 * @document: the summary of the open visit as it is now; looked at during the call only
 *
 * Shows what its blocks say. Words that are being typed stay as they are.
 */
void pal_summary_editor_set_document (PalSummaryEditor *self, const PalDocument *document);

/** pal_summary_editor_use_for_everybody: what is left out for the open client becomes what is left
 * out of everybody's page; the client follows it again. */
void pal_summary_editor_use_for_everybody (PalSummaryEditor *self);

G_END_DECLS
