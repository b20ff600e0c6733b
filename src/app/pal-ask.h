/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Short questions in a dialog of their own: the seam in front of AdwMessageDialog. Used only where
 * a toast with Undo will not do. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * pal_ask_name_async:
 *
 * Asks for the name of a new client. The answer can only be given once there is a name. What is
 * typed is kept at every key until there is an answer: after the program ended in between, the
 * question begins with it.
 */
void pal_ask_name_async (GtkWindow *parent,
                         PalWorkbench *workbench,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data);

/** pal_ask_name_is_begun: Returns: whether the program ended while somebody was being asked. */
gboolean pal_ask_name_is_begun (PalWorkbench *workbench);

/**
 * pal_ask_name_finish:
 * @given: (out) (transfer full): may be empty
 * @family: (out) (transfer full): may be empty, but not both
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when nobody was named
 */
gboolean pal_ask_name_finish (GAsyncResult *result, char **given, char **family, GError **error);

G_END_DECLS
