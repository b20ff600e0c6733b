/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A layout of two children: what is said at the start and what one presses at the end of the same
 * line, as long as there is room for both; else one above the other. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAL_TYPE_ENDS_LAYOUT (pal_ends_layout_get_type ())
G_DECLARE_FINAL_TYPE (PalEndsLayout, pal_ends_layout, PAL, ENDS_LAYOUT, GtkLayoutManager)

/**
 * pal_ends_layout_new:
 * @least: pixels that the first child must have left beside the second, to stand on its line
 * @spacing: pixels between the two, either way
 *
 * Returns: (transfer full): for gtk_widget_set_layout_manager()
 */
GtkLayoutManager *pal_ends_layout_new (int least, int spacing);

G_END_DECLS
