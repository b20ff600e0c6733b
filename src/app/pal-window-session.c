/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window remembers of a practice, and how it goes back there. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-ask.h"
#include "app/pal-window-private.h"

static void
remember (PalWindow *self, const char *key, const char *value)
{
  if (self->session != NULL && !self->restoring)
    pal_session_set (self->session, key, value);
}

void
pal_window_remember_open (PalWindow *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  remember (self, PAL_SESSION_CLIENT, client != NULL ? client->id : "");
  remember (self, PAL_SESSION_VISIT, visit != NULL ? visit->id : "");
}

void
pal_window_remember_page (PalWindow *self, const char *page)
{
  remember (self, PAL_SESSION_PAGE, page);
}

void
pal_window_remember_pane (PalWindow *self, const char *pane)
{
  remember (self, PAL_SESSION_PANE, pane);
}

/* At once: a window that is killed comes back to where its focus was seen. */
static void
focus_changed_cb (PalWindow *self)
{
  g_autofree char *words = NULL;

  /* Where GTK puts the focus first must not take the place of what is yet to be gone back to. */
  if (!self->focus_restored || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  words = pal_focus_describe (gtk_window_get_focus (GTK_WINDOW (self)));
  /* While the window is left for another, nothing has the focus. */
  if (*words != '\0')
    remember (self, PAL_SESSION_FOCUS, words);
}

static GtkWidget *
find_chart_stage (PalWindow *self)
{
  GtkWidget *chart = adw_view_stack_get_child_by_name (self->pages, "chart");

  return chart != NULL ? pal_session_find_stage (chart) : NULL;
}

static void
view_changed_cb (PalWindow *self, GParamSpec *pspec, GObject *stage)
{
  int view;

  g_object_get (stage, "view", &view, NULL);
  remember (self, PAL_SESSION_VIEW, pal_view_to_id ((PalView) view));
}

/* A client of another practice, or one deleted since, is no news: Today is shown then. */
static gboolean
can_open_client (PalWindow *self, const char *client_id)
{
  g_autoptr (PalClient) client = NULL;

  if (*client_id != '\0')
    client = pal_store_get_client (pal_workbench_get_store (self->workbench), client_id, NULL);
  return client != NULL;
}

static void
restore_view (PalWindow *self)
{
  g_autofree char *id = pal_session_get (self->session, PAL_SESSION_VIEW);
  GtkWidget *stage = find_chart_stage (self);
  PalView view;

  if (stage != NULL && pal_view_from_id (id, &view))
    g_object_set (stage, "view", (int) view, NULL);
}

static gboolean
restore_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PalWindow *self = PAL_WINDOW (widget);
  g_autofree char *words = NULL;

  if (self->session == NULL)
    return G_SOURCE_REMOVE;
  if (self->restore_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  words = pal_session_get (self->session, PAL_SESSION_FOCUS);
  /* For the first time here: to where work goes on, not to the first button of the window. */
  if (!pal_focus_restore (GTK_WIDGET (self), words) && pal_window_get_page (self) != NULL)
    pal_window_focus_page (self);
  self->focus_restored = TRUE;
  focus_changed_cb (self);
  if (pal_ask_name_is_begun (self->workbench))
    gtk_widget_activate_action (widget, "win.new-client", NULL);
  return G_SOURCE_REMOVE;
}

static void
restore_open (PalWindow *self)
{
  g_autofree char *client_id = pal_session_get (self->session, PAL_SESSION_CLIENT);
  g_autofree char *visit_id = pal_session_get (self->session, PAL_SESSION_VISIT);
  g_autofree char *page = pal_session_get (self->session, PAL_SESSION_PAGE);
  g_autofree char *pane = pal_session_get (self->session, PAL_SESSION_PANE);

  pal_window_set_page (self, page);
  if (can_open_client (self, client_id))
    {
      pal_workbench_open_client (self->workbench, client_id);
      if (*visit_id != '\0' && pal_workbench_find_visit (self->workbench, visit_id) != NULL)
        pal_workbench_open_visit (self->workbench, visit_id);
    }
  pal_window_show_content (self, !g_str_equal (pane, "clients"));
}

void
pal_window_start_session (PalWindow *self, gboolean restore)
{
  GtkWidget *stage = find_chart_stage (self);
  PalStore *store = pal_workbench_get_store (self->workbench);

  g_clear_pointer (&self->session, pal_session_free);
  /* For a picture nothing is remembered, nor gone back to. */
  if (!restore)
    return;
  self->session = pal_session_new (pal_store_get_path (store));
  self->restoring = TRUE;
  restore_open (self);
  restore_view (self);
  self->restoring = FALSE;
  if (stage != NULL)
    g_signal_connect_object (stage, "notify::view", G_CALLBACK (view_changed_cb), self,
                             G_CONNECT_SWAPPED);
  /* Regions can take the focus once they have a size: when the first frame was laid out. */
  self->restore_ticks = 0;
  self->focus_restored = FALSE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), restore_focus_cb, NULL, NULL);
}

void
pal_window_watch_focus (PalWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
}

void
pal_window_end_session (PalWindow *self)
{
  g_clear_pointer (&self->session, pal_session_free);
}
