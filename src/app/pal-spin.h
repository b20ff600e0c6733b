/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Number fields that only change when somebody means it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pal_spin_ignore_wheel: a turn of the wheel over the field scrolls the page it is on, as anywhere
 * else, and changes no number of a record in passing. */
void pal_spin_ignore_wheel (GtkSpinButton *spin);

G_END_DECLS
