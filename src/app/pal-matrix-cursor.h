/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keyboard is at in the matrix: a widget that paints nothing and lies over its cell, so
 * that the page scrolls to it and a screen reader reads it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAL_TYPE_MATRIX_CURSOR (pal_matrix_cursor_get_type ())
G_DECLARE_FINAL_TYPE (PalMatrixCursor, pal_matrix_cursor, PAL, MATRIX_CURSOR, GtkWidget)

/** pal_matrix_cursor_new: Returns: (transfer floating): focusable, let through by the pointer. */
GtkWidget *pal_matrix_cursor_new (void);

G_END_DECLS
