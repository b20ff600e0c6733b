/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The portal of pal-share.h, by libportal. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-share.h"

#include <glib/gi18n-lib.h>
#include <libportal-gtk4/portal-gtk4.h>
#include <libportal/portal.h>

#include "report/pal-document.h"

/* Is there one ----------------------------------------------------------------------------------
 */

/* It is started by being asked. One without a way to write mails tells no version of it. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusProxy) proxy = g_dbus_proxy_new_for_bus_finish (result, &error);
  g_autoptr (GVariant) version = NULL;

  if (proxy == NULL)
    g_debug ("No portal: %s", error->message);
  else
    version = g_dbus_proxy_get_cached_property (proxy, "version");
  g_task_return_boolean (task, version != NULL);
}

void
pal_share_find_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL,
                            "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                            "org.freedesktop.portal.Email", cancellable, asked_cb,
                            g_task_new (NULL, cancellable, callback, data));
}

gboolean
pal_share_find_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Mail ------------------------------------------------------------------------------------------
 */

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
                             /* Translators: %s is the desktop's reason. */
                             _ ("The desktop could not open a mail: %s"), error->message);
}

void
pal_share_mail_async (GtkWindow *parent,
                      const char *address,
                      const char *subject,
                      GFile *file,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (XdpPortal) portal = xdp_portal_new ();
  g_autofree char *path = g_file_get_path (file);
  const char *addresses[] = { address, NULL };
  const char *attachments[] = { path, NULL };
  XdpParent *owner = xdp_parent_new_gtk (parent);
  GTask *task = g_task_new (parent, cancellable, callback, data);

  xdp_portal_compose_email (portal, owner, address != NULL ? addresses : NULL, NULL, NULL, subject,
                            NULL, attachments, XDP_EMAIL_FLAG_NONE, cancellable, composed_cb, task);
  xdp_parent_free (owner);
}

gboolean
pal_share_mail_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
