/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a field, whether it is a row to type in or a text of several lines. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pal_text_field_dup: @field: a #GtkEditable or a #GtkTextView. Returns: (transfer full): its
 * text.
 */
char *pal_text_field_dup (GtkWidget *field);

/** pal_text_field_set: @text: (nullable): the same as before leaves the caret where it is. */
void pal_text_field_set (GtkWidget *field, const char *text);

G_END_DECLS
