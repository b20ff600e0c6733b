/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a view of the History page says on top: one sentence, and what it rests on below it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pal_history_title_new:
 * @sentence: (out): the label of the sentence
 * @basis: (out): the label below it
 *
 * Returns: (transfer floating): both labels in a box, which owns them
 */
GtkWidget *pal_history_title_new (GtkLabel **sentence, GtkLabel **basis);

/** pal_history_title_add: @widget: stands behind the label below the sentence. */
void pal_history_title_add (GtkWidget *title, GtkWidget *widget);

G_END_DECLS
