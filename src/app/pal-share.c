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

#define PORTAL_NAME "org.freedesktop.portal.Desktop"

/* Is there one ----------------------------------------------------------------------------------
 */

/* It is started when it is called: what can be started counts. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree const char **names = NULL;

  if (reply == NULL)
    {
      g_debug ("No portal: %s", error->message);
      g_task_return_boolean (task, FALSE);
      return;
    }
  g_variant_get (reply, "(^a&s)", &names);
  if (g_strv_contains ((const char *const *) names, PORTAL_NAME))
    g_task_return_boolean (task, TRUE);
  else if (g_str_equal (g_task_get_task_data (task), "ListNames"))
    g_task_return_boolean (task, FALSE);
  else
    {
      g_task_set_task_data (task, (gpointer) "ListNames", NULL);
      g_dbus_connection_call (G_DBUS_CONNECTION (source), "org.freedesktop.DBus",
                              "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames", NULL,
                              G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1,
                              g_task_get_cancellable (task), listed_cb, g_object_ref (task));
    }
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    {
      g_debug ("No portal: %s", error->message);
      g_task_return_boolean (task, FALSE);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, (gpointer) "ListActivatableNames", NULL);
  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ListActivatableNames", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), listed_cb, task);
}

void
pal_share_find_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_cb, task);
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
