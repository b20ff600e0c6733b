/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the table of changes: sign, region, what it was and is, the word, and the way to the
 * visits it rests on. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"
#include "insight/pal-span.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHANGE_LINE (pal_change_line_get_type ())
G_DECLARE_FINAL_TYPE (PalChangeLine, pal_change_line, PAL, CHANGE_LINE, GtkFlowBoxChild)

/**
 * pal_change_line_new:
 * @row: (transfer none): must outlive the line
 * @names_kind: whether the kind of finding is said in front of @caption
 * @caption: translated, what it was and is
 * @visits_label: translated, what stands on the button to the visits
 * @visits: (element-type PalVisit): what the line rests on, oldest first
 *
 * Pointer and focus on it set @highlight; it lights up when its region is pointed at anywhere.
 *
 * Returns: (transfer floating): a line for a flow box
 */
GtkWidget *pal_change_line_new (PalWorkbench *workbench,
                                PalHighlight *highlight,
                                const PalSpanRow *row,
                                gboolean names_kind,
                                const char *caption,
                                const char *visits_label,
                                GPtrArray *visits);

const PalSpanRow *pal_change_line_get_row (PalChangeLine *self);

/** pal_change_line_open: drops down the visits it rests on. */
void pal_change_line_open (PalChangeLine *self);

G_END_DECLS
