/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-matrix-cursor.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-matrix-cursor.h"

struct _PalMatrixCursor
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PalMatrixCursor, pal_matrix_cursor, GTK_TYPE_WIDGET)

static void
pal_matrix_cursor_class_init (PalMatrixCursorClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
pal_matrix_cursor_init (PalMatrixCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pal_matrix_cursor_new (void)
{
  return g_object_new (PAL_TYPE_MATRIX_CURSOR, NULL);
}
