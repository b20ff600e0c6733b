/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: what is shown when. Its actions are in pal-window-actions.c, what it remembers in
 * pal-window-session.c. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-accessible-names.h"
#include "app/pal-chart-page.h"
#include "app/pal-client-page.h"
#include "app/pal-insights-page.h"
#include "app/pal-print.h"
#include "app/pal-today-page.h"
#include "app/pal-visit-bars.h"
#include "app/pal-window-private.h"

/* Side by side the list and a full header need about this much. */
#define NARROW_WIDTH 840
/* No wider than a phone the title needs the room of the buttons that nobody needs there. */
#define PHONE_WIDTH 500

G_DEFINE_FINAL_TYPE (PalWindow, pal_window, ADW_TYPE_APPLICATION_WINDOW)

static void
bind_size (PalWindow *self)
{
  const int width = g_settings_get_int (self->settings, "window-width");
  const int height = g_settings_get_int (self->settings, "window-height");

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 360, 16384),
                               CLAMP (height, 300, 16384));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_SET);
}

/* What is shown -------------------------------------------------------------------------------- */

static int
get_width (PalWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  int width, height;

  if (surface != NULL && gdk_surface_get_mapped (surface))
    return gdk_surface_get_width (surface);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width;
}

/* By the window alone: were it left to what the header needs, a header that shrinks when the window
 * folds would unfold it again. */
static gboolean
is_narrow (PalWindow *self)
{
  return get_width (self) < NARROW_WIDTH;
}

/* On a phone windows are closed, but neither made small nor large. */
static void
update_title_buttons (PalWindow *self)
{
  g_autofree char *layout = NULL;

  if (get_width (self) >= PHONE_WIDTH)
    {
      adw_header_bar_set_decoration_layout (self->header, NULL);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout,
                NULL);
  const gboolean at_start = layout != NULL && g_str_has_prefix (layout, "close");
  const gboolean has_close = layout == NULL || strstr (layout, "close") != NULL;
  adw_header_bar_set_decoration_layout (self->header, !has_close ? ":"
                                                      : at_start ? "close:"
                                                                 : ":close");
}

static void
update_header (PalWindow *self)
{
  const gboolean folded = is_narrow (self) || adw_leaflet_get_folded (self->leaflet);
  const gboolean has_client =
      self->workbench != NULL && pal_workbench_get_client (self->workbench) != NULL;
  const char *page = pal_window_get_page (self);
  const gboolean charting = g_strcmp0 (page, "chart") == 0;

  /* A narrow header has room for the way back, a title, New Visit and Undo; the rest moves. */
  gtk_widget_set_visible (self->undo_button, has_client);
  gtk_widget_set_visible (self->redo_button, has_client && !folded);
  gtk_widget_set_visible (self->print_button, has_client && !folded);
  gtk_widget_set_visible (self->sign_button, has_client && charting && !folded);
  gtk_widget_set_visible (self->more_button, has_client && folded);
  gtk_widget_set_visible (self->new_visit_button, has_client);
  update_title_buttons (self);
  if (folded)
    gtk_button_set_icon_name (GTK_BUTTON (self->new_visit_button), "list-add-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->new_visit_button), _ ("New Visit"));
  /* Where the header has no room for the headings they go to the bottom; Today has none. */
  const gboolean at_bottom = has_client && adw_view_switcher_title_get_title_visible (self->title);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, at_bottom);
  if (at_bottom)
    gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "pal-bottom-bar");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "pal-bottom-bar");
}

static void
update_title (PalWindow *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  g_autofree char *name = client != NULL ? pal_client_dup_name (client) : NULL;

  adw_view_switcher_title_set_title (self->title, name != NULL ? name : _ ("Today"));
  adw_view_switcher_title_set_view_switcher_enabled (self->title, client != NULL);
  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : "Palpate");
  gtk_stack_set_visible_child_name (self->content, client != NULL ? "client" : "today");
}

static void
client_changed_cb (PalWindow *self)
{
  update_title (self);
  update_header (self);
  pal_window_update_actions (self);
  pal_window_remember_open (self);
}

static void
visit_changed_cb (PalWindow *self)
{
  pal_window_update_actions (self);
  pal_window_remember_open (self);
}

static void
failed_cb (PalWindow *self, const char *message)
{
  gtk_label_set_label (self->failure_label, message);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
}

static void
notice_cb (PalWindow *self, const char *message, gboolean can_undo)
{
  /* Titles of toasts are markup, and the message may hold a name. */
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-notice");
      adw_toast_set_timeout (toast, 10);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
page_cb (PalWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  if (page == NULL || self->workbench == NULL)
    return;
  pal_workbench_flush (self->workbench);
  pal_workbench_set_undo_scope (self->workbench, g_str_equal (page, "client")
                                                     ? PAL_UNDO_SCOPE_CLIENT
                                                     : PAL_UNDO_SCOPE_VISIT);
  update_header (self);
  pal_window_update_actions (self);
  pal_window_remember_page (self, page);
}

static void
pane_cb (PalWindow *self)
{
  const char *pane = adw_leaflet_get_visible_child_name (self->leaflet);

  if (pane != NULL && self->workbench != NULL)
    pal_window_remember_pane (self, pane);
}

static gboolean
follow_width_cb (gpointer data)
{
  PalWindow *self = data;

  self->header_source = 0;
  adw_leaflet_set_can_unfold (self->leaflet, !is_narrow (self));
  update_header (self);
  return G_SOURCE_REMOVE;
}

/* Said while sizes are given out: a button that changes then is drawn without a place of its own.
 */
static void
width_changed_cb (PalWindow *self)
{
  if (self->header_source == 0)
    self->header_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, self, NULL);
}

static void
realize_cb (PalWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "notify::width",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever opened a client means to go on there, with the keyboard as well. */
static void
opened_cb (PalWindow *self)
{
  pal_window_show_content (self, TRUE);
  pal_window_focus_page (self);
}

static void
order_changed_cb (PalWindow *self)
{
  if (self->clients != NULL)
    pal_client_list_set_order (self->clients,
                               (PalClientOrder) g_settings_get_enum (self->settings,
                                                                     "client-order"));
}

static void
scope_changed_cb (PalWindow *self)
{
  PalHeatScope scope = (PalHeatScope) g_settings_get_enum (self->settings, "list-scope");
  if (self->clients == NULL)
    return;
  pal_client_list_set_scope (self->clients, scope);
  pal_today_page_set_scope (PAL_TODAY_PAGE (adw_bin_get_child (self->today_bin)), scope);
}

static void
active_cb (PalWindow *self)
{
  if (self->workbench != NULL && !gtk_window_is_active (GTK_WINDOW (self)))
    pal_workbench_flush (self->workbench);
}

/* Building ---------------------------------------------------------------------------------------
 */

static void
add_page (PalWindow *self, GtkWidget *page, const char *name, const char *title, const char *icon)
{
  AdwViewStackPage *added = adw_view_stack_add_titled (self->pages, page, name, title);

  adw_view_stack_page_set_icon_name (added, icon);
}

static void
remove_pages (PalWindow *self)
{
  static const char *const names[] = { "chart", "history", "insights", "client" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, names[i]);

      if (page != NULL)
        adw_view_stack_remove (self->pages, page);
    }
  adw_bin_set_child (self->today_bin, NULL);
  adw_bin_set_child (self->bars_bin, NULL);
  adw_bin_set_child (self->clients_bin, NULL);
  self->clients = NULL;
  self->history_page = NULL;
}

static void
build_pages (PalWindow *self)
{
  GtkWidget *today = pal_today_page_new (self->workbench);
  GtkWidget *history = pal_history_page_new (self->workbench);

  self->clients = PAL_CLIENT_LIST (pal_client_list_new (self->workbench));
  order_changed_cb (self);
  g_signal_connect_object (self->clients, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->clients_bin, GTK_WIDGET (self->clients));
  adw_bin_set_child (self->today_bin, today);
  scope_changed_cb (self);
  adw_bin_set_child (self->bars_bin, pal_visit_bars_new (self->workbench));

  self->history_page = PAL_HISTORY_PAGE (history);
  add_page (self, pal_chart_page_new (self->workbench), "chart", C_ ("page", "Chart"),
            "pal-chart-symbolic");
  add_page (self, history, "history", C_ ("page", "History"), "document-open-recent-symbolic");
  add_page (self, pal_insights_page_new (self->workbench), "insights", C_ ("page", "Insights"),
            "pal-insights-symbolic");
  add_page (self, pal_client_page_new (self->workbench), "client", C_ ("page", "Client"),
            "avatar-default-symbolic");
}

static gboolean
pal_window_close_request (GtkWindow *window)
{
  PalWindow *self = PAL_WINDOW (window);

  if (self->workbench != NULL)
    pal_workbench_flush (self->workbench);
  return GTK_WINDOW_CLASS (pal_window_parent_class)->close_request (window);
}

static void
pal_window_dispose (GObject *object)
{
  PalWindow *self = PAL_WINDOW (object);

  g_clear_handle_id (&self->header_source, g_source_remove);
  pal_window_end_session (self);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (pal_window_parent_class)->dispose (object);
}

static void
pal_window_class_init (PalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pal_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pal_window_close_request;
  pal_accessible_names_install ();

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PalWindow, state);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, clients_bin);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, today_bin);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, bars_bin);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, content);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, new_visit_button);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, sign_button);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, more_button);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, PalWindow, failure_label);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);

  pal_window_class_install_actions (widget_class);
}

/* Adwaita 1.2 gives the arrow of its split button a tooltip and no name. */
static void
name_print_menu (PalWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->print_button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_MENU_BUTTON (child))
        continue;
      const char *name =
          adw_split_button_get_dropdown_tooltip (ADW_SPLIT_BUTTON (self->print_button));
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (child)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
pal_window_init (PalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_print_menu (self);

  self->welcome = PAL_WELCOME (pal_welcome_new ());
  adw_bin_set_child (self->start_bin, GTK_WIDGET (self->welcome));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  pal_window_watch_focus (self);
  g_signal_connect_after (self, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect_after (self, "map", G_CALLBACK (width_changed_cb), NULL);
  pal_window_update_actions (self);
}

PalWindow *
pal_window_new (GtkApplication *application, GSettings *settings)
{
  g_autoptr (GAction) order = NULL;
  g_autoptr (GAction) scope = NULL;
  PalWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PAL_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::client-order", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  order = g_settings_create_action (settings, "client-order");
  g_action_map_add_action (G_ACTION_MAP (self), order);
  g_signal_connect_object (settings, "changed::list-scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  scope = g_settings_create_action (settings, "list-scope");
  g_action_map_add_action (G_ACTION_MAP (self), scope);
  bind_size (self);
  width_changed_cb (self);
  return self;
}

void
pal_window_set_refusal (PalWindow *self, const char *message)
{
  g_return_if_fail (PAL_IS_WINDOW (self));

  pal_welcome_set_refusal (self->welcome, message);
  gtk_stack_set_visible_child_name (self->state, "start");
}

static void
insert_print_actions (PalWindow *self)
{
  GActionGroup *group = pal_print_actions_new (GTK_WINDOW (self), self->workbench, self->settings);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "print", group);
  g_object_unref (group);
}

static void
connect_workbench (PalWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "client-changed", G_CALLBACK (client_changed_cb) },
    { "visit-changed", G_CALLBACK (visit_changed_cb) },
    { "failed", G_CALLBACK (failed_cb) },
    { "notice", G_CALLBACK (notice_cb) },
    { "notify::can-undo", G_CALLBACK (pal_window_update_undo) },
    { "notify::can-redo", G_CALLBACK (pal_window_update_undo) },
    { "notify::undo-description", G_CALLBACK (pal_window_update_undo) },
    { "notify::redo-description", G_CALLBACK (pal_window_update_undo) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->workbench, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

void
pal_window_set_workbench (PalWindow *self, PalWorkbench *workbench, gboolean restore)
{
  g_return_if_fail (PAL_IS_WINDOW (self));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  if (self->workbench != NULL)
    {
      pal_workbench_flush (self->workbench);
      g_signal_handlers_disconnect_by_data (self->workbench, self);
      remove_pages (self);
    }
  g_set_object (&self->workbench, workbench);
  self->restoring = TRUE;
  build_pages (self);
  self->restoring = FALSE;
  connect_workbench (self);
  insert_print_actions (self);
  pal_window_start_session (self, restore);
  update_title (self);
  update_header (self);
  pal_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->state, "practice");
}

PalWorkbench *
pal_window_get_workbench (PalWindow *self)
{
  g_return_val_if_fail (PAL_IS_WINDOW (self), NULL);
  return self->workbench;
}

void
pal_window_set_page (PalWindow *self, const char *page)
{
  g_return_if_fail (PAL_IS_WINDOW (self));

  if (page != NULL && adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
}

void
pal_window_focus_page (PalWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);

  if (page != NULL && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

const char *
pal_window_get_page (PalWindow *self)
{
  g_return_val_if_fail (PAL_IS_WINDOW (self), NULL);

  if (self->workbench == NULL || pal_workbench_get_client (self->workbench) == NULL)
    return NULL;
  return adw_view_stack_get_visible_child_name (self->pages);
}

void
pal_window_show_content (PalWindow *self, gboolean content)
{
  g_return_if_fail (PAL_IS_WINDOW (self));
  adw_leaflet_set_visible_child_name (self->leaflet, content ? "content" : "clients");
}

gboolean
pal_window_compare (PalWindow *self, const char *visit_a, const char *visit_b)
{
  g_return_val_if_fail (PAL_IS_WINDOW (self), FALSE);

  if (self->history_page == NULL ||
      !pal_history_page_compare (self->history_page, visit_a, visit_b))
    return FALSE;
  pal_window_set_page (self, "history");
  return TRUE;
}
