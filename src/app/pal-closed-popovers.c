/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The work-around of pal-closed-popovers.h for one fault of GTK 4.8.
 *
 * A press goes to the widget that the last motion found (GTK's pointer focus). When a layout has
 * moved things, GTK asks the surface of that widget for a motion of its own making, which comes in
 * the flush phase of the next frame (gdk_surface_request_motion, gdk_surface_ensure_motion). A
 * popover that closes hides its surface but keeps it, and with it the request: the motion comes on
 * the hidden surface, nothing is found there, and the closed popover itself becomes the pointer
 * focus. The window is told that the pointer has left, the line that names the region is emptied,
 * which is a layout, which asks the popover for the next motion: from then on each true motion is
 * followed by a made one, and every press that is later than a frame after the pointer came to rest
 * is lost in the popover.
 *
 * It needs a layout while the pointer focus is in a popover that then closes without another frame.
 * With X11 that is usual: the grab of the popover (gdk_seat_grab) makes the server tell that the
 * pointer has entered it, wherever it is. Opened from a press or a key, that comes before the first
 * layout; opened in the update phase of a frame, after it, which is why opening a frame later was
 * seen to help. Menus and drop-downs of GTK's own do not open like that.
 *
 * A surface that is gone asks for nothing: what is closed is unrealized, before the next frame. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-closed-popovers.h"

#include <gtk/gtk.h>

static gboolean
unrealize_cb (gpointer data)
{
  g_autoptr (GtkWidget) popover = g_weak_ref_get (data);

  if (popover != NULL && !gtk_widget_get_mapped (popover))
    gtk_widget_unrealize (popover);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Not at once: the press that closed it may still be on its way through what is in it. Sources of
 * this priority come before the frame clock's. */
static gboolean
closed_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GWeakRef *popover = g_new (GWeakRef, 1);

  g_weak_ref_init (popover, g_value_get_object (values));
  g_idle_add_full (GDK_PRIORITY_EVENTS, unrealize_cb, popover, free_weak_ref);
  return TRUE;
}

void
pal_closed_popovers_watch (void)
{
  static gulong hook = 0;
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_POPOVER);

  if (hook == 0)
    hook = g_signal_add_emission_hook (g_signal_lookup ("closed", GTK_TYPE_POPOVER), 0, closed_cb,
                                       NULL, NULL);
}
