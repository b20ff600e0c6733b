/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The findings of one region as a row of buttons, and one more for a further finding. Chooses what
 * is shown elsewhere; records nothing. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_MARK_CHIPS (pal_mark_chips_get_type ())
G_DECLARE_FINAL_TYPE (PalMarkChips, pal_mark_chips, PAL, MARK_CHIPS, GtkWidget)

/* Signals: "chosen" (kind id, #PalSource) when the button of a finding is clicked; "another" when a
 * further finding is asked for. */

/**
 * pal_mark_chips_show:
 * @region: id of the region whose findings of the open visit are shown
 * @kind: (nullable): the kind of the chosen finding; %NULL when none is
 * @source: of the chosen finding
 *
 * Shows a button a finding, in the order they were made; hides itself while there is none.
 */
void pal_mark_chips_show (PalMarkChips *self,
                          PalWorkbench *workbench,
                          const char *region,
                          PalSide side,
                          const char *kind,
                          PalSource source);

G_END_DECLS
