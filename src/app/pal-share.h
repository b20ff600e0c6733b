/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Handing a document to the desktop's mail program. The seam in front of the desktop's portal.
 * Nothing is sent from here: the mail opens with the page attached, and the person sends it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pal_share_find_async:
 *
 * Asks whether the desktop has a portal for mails. Finish with pal_share_find_finish().
 */
void pal_share_find_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/** pal_share_find_finish: Returns: %FALSE also when the desktop could not be asked. */
gboolean pal_share_find_finish (GAsyncResult *result);

/**
 * pal_share_mail_async:
 * @address: (nullable): of the client
 * @subject: names no finding; it is read on the way
 * @file: attached
 *
 * Opens a new mail. Finish with pal_share_mail_finish().
 */
void pal_share_mail_async (GtkWindow *parent,
                           const char *address,
                           const char *subject,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/** pal_share_mail_finish: Returns: %FALSE with an error, %G_IO_ERROR_CANCELLED when closed. */
gboolean pal_share_mail_finish (GAsyncResult *result, GError **error);

G_END_DECLS
