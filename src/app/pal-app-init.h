/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be there before the first widget is made. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pal_app_init: registers resources; more than once does no harm. Call after adw_init(). */
void pal_app_init (void);

G_END_DECLS
