/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names for screen readers that GTK 4.8 leaves out inside its own widgets. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pal_accessible_names_install:
 *
 * From now on the button inside every drop-down is called what the drop-down is, and every expander
 * what its label says. To be called when there are widgets already. Goes when GTK names them
 * itself.
 */
void pal_accessible_names_install (void);

G_END_DECLS
