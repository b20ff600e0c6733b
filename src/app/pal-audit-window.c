/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of pal-audit-window.h. A long trail is cut: the newest entries are what is asked for,
 * and the file keeps the rest. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-audit-window.h"

#define MAX_ENTRIES 200

const char *
pal_audit_describe (const char *what)
{
  static const struct
  {
    const char *what;
    const char *words;
  } all[] = {
    { "client-added", N_ ("Client added") },
    { "client-edited", N_ ("Client edited") },
    { "client-removed", N_ ("Client removed") },
    { "client-imported", N_ ("Client imported") },
    { "visit-added", N_ ("Visit started") },
    { "visit-edited", N_ ("Visit edited") },
    { "visit-removed", N_ ("Visit removed") },
    { "visit-imported", N_ ("Visit imported") },
    { "visit-signed", N_ ("Visit signed") },
    { "visit-unsigned", N_ ("Signature taken back") },
    { "visit-amended", N_ ("Visit amended") },
    { "visit-summary-edited", N_ ("Words of the client’s page changed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (g_strcmp0 (all[i].what, what) == 0)
        return _ (all[i].words);
    }
  return what;
}

static GtkWidget *
build_entry (const PalAuditEntry *entry, guint n_times)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = pal_date_format_display (pal_time_get_local_date (entry->at));
  g_autofree char *clock = pal_time_format_clock (entry->at);
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  /* Translators: 1: a day, 2: a time of day, 3: a person. */
  subtitle = g_strdup_printf (_ ("%1$s, %2$s, by %3$s"), day, clock, entry->actor);
  if (n_times > 1)
    /* Translators: 1: what happened, 2: how often in a row. */
    title = g_strdup_printf (ngettext ("%1$s, %2$u change", "%1$s, %2$u changes", n_times),
                             pal_audit_describe (entry->what), n_times);
  else
    title = g_strdup (pal_audit_describe (entry->what));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* Every autosave is an entry: those of one person within one minute are one line. */
static gboolean
is_same_line (const PalAuditEntry *a, const PalAuditEntry *b)
{
  return a->at / 60 == b->at / 60 && g_strcmp0 (a->what, b->what) == 0 &&
         g_strcmp0 (a->actor, b->actor) == 0;
}

static void
fill_group (AdwPreferencesGroup *group, GPtrArray *entries)
{
  guint n_rows = 0;
  guint i = entries->len;

  while (i > 0 && n_rows < MAX_ENTRIES)
    {
      const PalAuditEntry *entry = g_ptr_array_index (entries, i - 1);
      guint n_times = 0;

      while (i > 0 && is_same_line (entry, g_ptr_array_index (entries, i - 1)))
        {
          n_times++;
          i--;
        }
      adw_preferences_group_add (group, build_entry (entry, n_times));
      n_rows++;
    }
  if (i > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u earlier entry is in the file.",
                                                          "%u earlier entries are in the file.", i),
                                                i);

      adw_preferences_group_set_description (group, words);
    }
}

static void
add_record (AdwPreferencesPage *page, PalWorkbench *workbench, const char *title, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      pal_store_list_audit (pal_workbench_get_store (workbench), id, &error);
  GtkWidget *group;

  if (entries == NULL)
    {
      pal_workbench_fail (workbench, error);
      return;
    }
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  fill_group (ADW_PREFERENCES_GROUP (group), entries);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

void
pal_audit_window_present (GtkWindow *parent, PalWorkbench *workbench)
{
  const PalClient *client = pal_workbench_get_client (workbench);
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  pal_workbench_flush (workbench);
  if (visit != NULL)
    add_record (ADW_PREFERENCES_PAGE (page), workbench, _ ("This Visit"), visit->id);
  if (client != NULL)
    add_record (ADW_PREFERENCES_PAGE (page), workbench, _ ("This Client"), client->id);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  gtk_widget_set_vexpand (page, TRUE);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Who Did What When"));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 620);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}
