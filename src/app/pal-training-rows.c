/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-training-rows.h. They follow client and visit as long as their group lives. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-training-rows.h"

#include <glib/gi18n-lib.h>

#include "app/pal-attached-rows.h"
#include "app/pal-entry-values.h"
#include "report/pal-words-plan.h"

/* Place of the shoes in pal_visit_fields_training(). */
#define SHOES 2
/* A week that is longer ago says nothing about today. */
#define RECENT_DAYS 28

typedef struct
{
  PalAttachedRows parent;
  GtkWidget *log;
  GtkWidget *log_box;
  GtkWidget *week;
} Rows;

static void
pair_clicked_cb (PalVisitGroup *group, GtkWidget *button)
{
  Rows *rows = pal_attached_rows_get (group);
  PalVisit *visit;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (rows->log));
  visit = pal_workbench_edit_visit (rows->parent.workbench);
  if (visit == NULL)
    return;
  pal_visit_set_text (&visit->state.shoes, g_object_get_data (G_OBJECT (button), "pal-shoes"));
  pal_workbench_commit_visit (rows->parent.workbench, visit, _ ("Change shoes"), NULL);
}

static void
fill_log (Rows *rows, const PalClient *client)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (rows->log_box)) != NULL)
    gtk_box_remove (GTK_BOX (rows->log_box), child);
  for (guint i = 0; i < client->shoes->len; i++)
    {
      const PalShoes *shoes = g_ptr_array_index (client->shoes, i);
      GtkWidget *button = gtk_button_new_with_label (shoes->model);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "pal-shoes", g_strdup (shoes->model), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (pair_clicked_cb), rows->parent.group,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (rows->log_box), button);
    }
  gtk_widget_set_visible (rows->log, client->shoes->len > 0);
}

static const PalTrainingWeek *
find_week (const PalClient *client, PalDate day)
{
  const PalTrainingWeek *last = NULL;

  for (guint i = 0; i < client->training_weeks->len; i++)
    {
      const PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, i);

      if (week->monday <= day && week->monday > day - RECENT_DAYS &&
          (last == NULL || week->monday > last->monday))
        last = week;
    }
  return last;
}

static const PalEvent *
find_event (const PalClient *client, PalDate day)
{
  const PalEvent *next = NULL;

  for (guint i = 0; i < client->events->len; i++)
    {
      const PalEvent *event = g_ptr_array_index (client->events, i);

      if (event->date >= day && (next == NULL || event->date < next->date))
        next = event;
    }
  return next;
}

static char *
dup_week (const PalTrainingWeek *week)
{
  g_autofree char *day = pal_date_format_short (week->monday);
  g_autofree char *km = week->km >= 0 ? pal_entry_format_number (week->km) : NULL;
  g_autofree char *longest =
      week->longest_km >= 0 ? pal_entry_format_number (week->longest_km) : NULL;

  if (km != NULL && longest != NULL)
    /* Translators: 1: a Monday, 2 and 3: kilometres. */
    return g_strdup_printf (_ ("Week of %1$s: %2$s km, longest %3$s km"), day, km, longest);
  if (km != NULL)
    /* Translators: 1: a Monday, 2: kilometres. */
    return g_strdup_printf (_ ("Week of %1$s: %2$s km"), day, km);
  /* Translators: %s is a Monday. */
  return g_strdup_printf (_ ("Last week recorded: %s"), day);
}

static char *
dup_event (const PalEvent *event, PalDate day)
{
  const int days = event->date - day;
  const char *name = event->name != NULL ? event->name : _ ("Event");

  if (days == 0)
    /* Translators: %s is the name of a race. */
    return g_strdup_printf (_ ("%s is today"), name);
  /* Translators: 1: days, 2: the name of a race. */
  return g_strdup_printf (ngettext ("%2$s in %1$d day", "%2$s in %1$d days", (gulong) days), days,
                          name);
}

static void
show_week (Rows *rows, const PalClient *client, const PalVisit *visit)
{
  const PalDate day = pal_time_get_local_date (visit->at);
  const PalTrainingWeek *week = find_week (client, day);
  const PalEvent *event = find_event (client, day);
  g_autofree char *first = week != NULL ? dup_week (week) : g_strdup (_ ("No training weeks yet"));
  g_autofree char *second = event != NULL ? dup_event (event, day) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->week), first);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (rows->week), second != NULL ? second : "");
}

static void
follow (PalVisitGroup *group)
{
  Rows *rows = pal_attached_rows_get (group);
  const PalClient *client = pal_workbench_get_client (rows->parent.workbench);
  const PalVisit *visit = pal_workbench_get_visit (rows->parent.workbench);
  g_autofree char *news = NULL;

  if (client == NULL || visit == NULL)
    return;
  fill_log (rows, client);
  show_week (rows, client, visit);
  news = pal_words_changed_since (visit, pal_workbench_get_previous_visit (rows->parent.workbench),
                                  pal_workbench_get_vocabulary (rows->parent.workbench));
  pal_visit_group_set_news (group, news);
}

static void
build_log (Rows *rows)
{
  GtkWidget *popover = gtk_popover_new ();

  rows->log_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), rows->log_box);
  rows->log = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (rows->log), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (rows->log), popover);
  gtk_widget_set_valign (rows->log, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (rows->log, "flat");
  gtk_widget_set_tooltip_text (rows->log, _ ("From the shoe log"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows->log), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Shoes from the shoe log"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (pal_visit_group_get_row (rows->parent.group, SHOES)),
                            rows->log);
}

static void
build_week (Rows *rows)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  rows->week = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (rows->week), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Training weeks, runs, shoes and events"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Training weeks, runs, shoes and events"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "client");
  adw_action_row_add_suffix (ADW_ACTION_ROW (rows->week), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (rows->week), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (rows->parent.group), rows->week);
}

void
pal_training_rows_attach (PalVisitGroup *group, PalWorkbench *workbench)
{
  Rows *rows;

  g_return_if_fail (PAL_IS_VISIT_GROUP (group));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  rows = pal_attached_rows_new (group, workbench, sizeof (Rows), NULL);
  build_log (rows);
  build_week (rows);
  pal_attached_rows_follow (group, follow);
}
