/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and setting fields of either kind. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-text-field.h"

char *
pal_text_field_dup (GtkWidget *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (field))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
pal_text_field_set (GtkWidget *field, const char *text)
{
  g_autofree char *old = pal_text_field_dup (field);

  if (g_strcmp0 (old, text != NULL ? text : "") == 0)
    return;
  if (GTK_IS_EDITABLE (field))
    gtk_editable_set_text (GTK_EDITABLE (field), text != NULL ? text : "");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)),
                              text != NULL ? text : "", -1);
}
