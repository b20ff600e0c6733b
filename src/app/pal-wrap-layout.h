/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A layout that sets children at their natural size one after the other and begins a new line where
 * they do not fit, as words in a paragraph. GtkFlowBox makes columns, which chips are not. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAL_TYPE_WRAP_LAYOUT (pal_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PalWrapLayout, pal_wrap_layout, PAL, WRAP_LAYOUT, GtkLayoutManager)

/**
 * pal_wrap_layout_new:
 * @spacing: pixels between children of a line
 * @line_spacing: pixels between lines
 *
 * Returns: (transfer full): for gtk_widget_set_layout_manager()
 */
GtkLayoutManager *pal_wrap_layout_new (int spacing, int line_spacing);

/** pal_wrap_box_new: Returns: (transfer floating): a box whose children wrap; it is a group. */
GtkWidget *pal_wrap_box_new (int spacing, int line_spacing);

G_END_DECLS
