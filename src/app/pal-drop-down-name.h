/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names a dropdown where the keyboard is. GTK 4.8 gives the focus to the button within, which a
 * screen reader then calls by its type. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pal_drop_down_set_name:
 * @name: translated; what is chosen is told beside it, as it changes
 *
 * Names the dropdown and its button.
 */
void pal_drop_down_set_name (GtkDropDown *drop_down, const char *name);

G_END_DECLS
