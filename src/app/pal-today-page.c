/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Today. The lists are short and made anew when something changed while they are in sight. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-client-tile.h"
#include "app/pal-today-page.h"

#define MAX_DRAFTS 12
#define MAX_DUE 12
#define MAX_RECENT 6

struct _PalTodayPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalHeatScope scope;
  guint refresh_source;

  GtkStack *stack;
  GtkLabel *date;
  GtkLabel *outlook;
  GtkWidget *drafts;
  GtkListBox *drafts_list;
  GtkWidget *due;
  GtkListBox *due_list;
  GtkListBox *recent_list;
};

enum
{
  OPENED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PalTodayPage, pal_today_page, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
row_activated_cb (PalTodayPage *self, GtkWidget *row)
{
  const char *client_id = g_object_get_data (G_OBJECT (row), "client");
  const char *visit_id = g_object_get_data (G_OBJECT (row), "visit");
  g_autofree char *visit = g_strdup (visit_id);

  pal_workbench_open_client (self->workbench, client_id);
  if (visit != NULL)
    pal_workbench_open_visit (self->workbench, visit);
  g_signal_emit (self, signals[OPENED], 0);
}

/* The row opens @visit_id when given, else the client's newest visit. */
static void
add_row (PalTodayPage *self,
         GtkListBox *list,
         PalClientItem *item,
         const char *details,
         const char *visit_id)
{
  GtkWidget *tile = pal_client_tile_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *label = NULL;

  pal_client_tile_set_item (PAL_CLIENT_TILE (tile), item);
  if (details != NULL)
    pal_client_tile_set_details (PAL_CLIENT_TILE (tile), details);
  pal_client_tile_load_thumb (PAL_CLIENT_TILE (tile), self->workbench, self->scope);
  label = pal_client_tile_dup_label (PAL_CLIENT_TILE (tile));
  gtk_widget_add_css_class (tile, "pal-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tile);
  g_object_set_data_full (G_OBJECT (row), "client", g_strdup (pal_client_item_get_row (item)->id),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), "visit", g_strdup (visit_id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (list, row);
}

static void
add_more_row (PalTodayPage *self, GtkListBox *list, guint n_more)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* Translators: at the end of a list that was cut short. */
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "pal-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static char *
describe_draft (const PalVisit *visit)
{
  g_autofree char *day = pal_date_format_display (pal_time_get_local_date (visit->at));
  g_autofree char *clock = pal_time_format_clock (visit->at);
  g_autofree char *marks = NULL;

  marks = g_strdup_printf (ngettext ("%u mark", "%u marks", visit->marks->len), visit->marks->len);
  /* Translators: day, time and number of marks of a visit that is not signed. */
  return g_strdup_printf (_ ("%1$s, %2$s · %3$s"), day, clock, marks);
}

static guint
fill_drafts (PalTodayPage *self, GError **error)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  g_autoptr (GPtrArray) visits = pal_store_list_unsigned (store, error);

  if (visits == NULL)
    return 0;
  /* Newest first: the draft of this morning is the one somebody looks for. */
  for (guint i = 0; i < MIN (visits->len, MAX_DRAFTS); i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, visits->len - 1 - i);
      g_autofree char *details = describe_draft (visit);
      g_autoptr (PalClientItem) item = NULL;
      PalClientRow *row = pal_store_get_client_row (store, visit->client, error);

      if (row == NULL)
        return 0;
      item = pal_client_item_new (row);
      add_row (self, self->drafts_list, item, details, visit->id);
    }
  if (visits->len > MAX_DRAFTS)
    add_more_row (self, self->drafts_list, visits->len - MAX_DRAFTS);
  gtk_widget_set_visible (self->drafts, visits->len > 0);
  return visits->len;
}

static char *
describe_due (const PalClientRow *row, PalDate since, PalDate today)
{
  g_autofree char *day = pal_date_format_short (since);

  if (since == today)
    return g_strdup (_ ("Due today"));
  /* Translators: %s is a day, as in "3 Nov". */
  return g_strdup_printf (_ ("Due since %s"), day);
}

/* Longest overdue first. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  PalDate due_a = PAL_NO_DATE, due_b = PAL_NO_DATE;

  pal_is_due (pal_client_item_get_row (*(PalClientItem **) a), G_MAXINT32, &due_a);
  pal_is_due (pal_client_item_get_row (*(PalClientItem **) b), G_MAXINT32, &due_b);
  return due_a < due_b ? -1 : due_a > due_b;
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return pal_client_item_compare_recent (*(PalClientItem **) a, *(PalClientItem **) b);
}

static guint
fill_due (PalTodayPage *self, GPtrArray *items, PalDate today)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      PalClientItem *item = g_ptr_array_index (items, i);

      if (pal_is_due (pal_client_item_get_row (item), today, NULL))
        g_ptr_array_add (due, item);
    }
  g_ptr_array_sort (due, compare_due);
  for (guint i = 0; i < MIN (due->len, MAX_DUE); i++)
    {
      PalClientItem *item = g_ptr_array_index (due, i);
      const PalClientRow *row = pal_client_item_get_row (item);
      g_autofree char *details = NULL;
      PalDate since = PAL_NO_DATE;

      pal_is_due (row, today, &since);
      details = describe_due (row, since, today);
      add_row (self, self->due_list, item, details, NULL);
    }
  if (due->len > MAX_DUE)
    add_more_row (self, self->due_list, due->len - MAX_DUE);
  gtk_widget_set_visible (self->due, due->len > 0);
  return due->len;
}

static void
fill_recent (PalTodayPage *self, GPtrArray *items)
{
  g_ptr_array_sort (items, compare_recent);
  for (guint i = 0; i < MIN (items->len, MAX_RECENT); i++)
    add_row (self, self->recent_list, g_ptr_array_index (items, i), NULL, NULL);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static char *
describe_outlook (guint n_drafts, guint n_due)
{
  g_autofree char *drafts = NULL;
  g_autofree char *due = NULL;

  if (n_drafts == 0 && n_due == 0)
    return g_strdup (_ ("Everything is signed and nobody is waiting."));
  drafts = g_strdup_printf (ngettext ("%u visit to sign", "%u visits to sign", n_drafts), n_drafts);
  due = g_strdup_printf (ngettext ("%u client due", "%u clients due", n_due), n_due);
  if (n_due == 0)
    return g_steal_pointer (&drafts);
  if (n_drafts == 0)
    return g_steal_pointer (&due);
  /* Translators: 1: visits to sign, 2: clients due. */
  return g_strdup_printf (_ ("%1$s · %2$s"), drafts, due);
}

static void
refresh (PalTodayPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const PalDate today = pal_time_get_local_date (pal_time_now ());
  g_autofree char *day = pal_date_format_long (today);
  g_autofree char *outlook = NULL;
  guint n_drafts, n_due;

  clear_list (self->drafts_list);
  clear_list (self->due_list);
  clear_list (self->recent_list);
  rows = pal_store_list_clients (pal_workbench_get_store (self->workbench), &error);
  if (rows == NULL)
    {
      pal_workbench_fail (self->workbench, error);
      return;
    }
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, pal_client_item_new (g_ptr_array_index (rows, i)));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "practice" : "empty");
  gtk_label_set_label (self->date, day);
  n_drafts = fill_drafts (self, &error);
  if (error != NULL)
    pal_workbench_fail (self->workbench, error);
  n_due = fill_due (self, items, today);
  fill_recent (self, items);
  outlook = describe_outlook (n_drafts, n_due);
  gtk_label_set_label (self->outlook, outlook);
}

static void
refresh_cb (gpointer data)
{
  PalTodayPage *self = data;

  self->refresh_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
queue_refresh (PalTodayPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_once (refresh_cb, self);
}

/* Drafts may have grown and days may have passed since the page was last seen. */
static void
pal_today_page_map (GtkWidget *widget)
{
  PalTodayPage *self = PAL_TODAY_PAGE (widget);

  if (self->workbench != NULL)
    refresh (self);
  GTK_WIDGET_CLASS (pal_today_page_parent_class)->map (widget);
}

static void
pal_today_page_dispose (GObject *object)
{
  PalTodayPage *self = PAL_TODAY_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_today_page_parent_class)->dispose (object);
}

static void
pal_today_page_class_init (PalTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pal_today_page_dispose;
  widget_class->map = pal_today_page_map;

  signals[OPENED] = g_signal_new ("opened", PAL_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, outlook);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, due);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, drafts_list);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, due_list);
  gtk_widget_class_bind_template_child (widget_class, PalTodayPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pal_today_page_init (PalTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_today_page_new (PalWorkbench *workbench)
{
  PalTodayPage *self;
  PalStore *store;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (PAL_TYPE_TODAY_PAGE, NULL);
  self->workbench = g_object_ref (workbench);
  store = pal_workbench_get_store (workbench);
  g_signal_connect_object (store, "client-changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "visit-changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pal_today_page_set_scope (PalTodayPage *self, PalHeatScope scope)
{
  g_return_if_fail (PAL_IS_TODAY_PAGE (self));
  if (self->scope == scope)
    return;
  self->scope = scope;
  queue_refresh (self);
}

gboolean
pal_is_due (const PalClientRow *row, PalDate today, PalDate *since)
{
  PalDate planned;

  g_return_val_if_fail (row != NULL, FALSE);

  if (row->last_visit_at == PAL_NO_TIME || row->next_weeks <= 0)
    return FALSE;
  planned = pal_time_get_local_date (row->last_visit_at) + row->next_weeks * 7;
  if (since != NULL)
    *since = planned;
  return planned <= today;
}
