/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover of one region: kind, before, after, techniques, minutes, response, note, both sides.
 * Every change is an edit of the open visit at once; there is no OK button. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_MARK_POPOVER (pal_mark_popover_get_type ())
G_DECLARE_FINAL_TYPE (PalMarkPopover, pal_mark_popover, PAL, MARK_POPOVER, GtkPopover)

/** pal_mark_popover_new: Returns: (transfer floating): closed; set a parent before showing it. */
GtkWidget *pal_mark_popover_new (PalWorkbench *workbench);

/**
 * pal_mark_popover_show_region:
 * @kind: (nullable): the mark to show; %NULL for the first mark there, or a new one
 * @to_note: whether the note gets the focus
 *
 * Shows what is marked on a region. Nothing is marked until something is chosen.
 */
void pal_mark_popover_show_region (
    PalMarkPopover *self, const char *region, PalSide side, const char *kind, gboolean to_note);

G_END_DECLS
