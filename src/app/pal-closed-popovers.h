/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps closed popovers from taking presses that are meant for the window below them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pal_closed_popovers_watch: for all popovers of the program; more than once does no harm. */
void pal_closed_popovers_watch (void);

G_END_DECLS
