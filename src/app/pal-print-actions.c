/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the print menu: one to print and one to save for every kind of document, and the
 * choices, which are remembered. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-preview.h"
#include "app/pal-print.h"

/* What the actions of one group share. */
typedef struct
{
  GtkWindow *window; /* unowned: the group belongs to it */
  PalWorkbench *workbench;
  GSettings *settings;
} PrintActions;

static void
print_actions_free (PrintActions *self)
{
  g_object_unref (self->workbench);
  g_object_unref (self->settings);
  g_free (self);
}

static PalPrintKind
find_kind (GAction *action)
{
  const char *id = strchr (g_action_get_name (action), '-') + 1;

  for (PalPrintKind kind = PAL_PRINT_SUMMARY; kind < PAL_PRINT_N; kind++)
    if (strcmp (pal_print_kind_to_id (kind), id) == 0)
      return kind;
  g_return_val_if_reached (PAL_PRINT_SUMMARY);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PrintActions *self = data;

  pal_print_run (self->window, self->workbench, self->settings, find_kind (G_ACTION (action)));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PrintActions *self = data;

  pal_print_save_to_folder (self->workbench, self->settings, find_kind (G_ACTION (action)));
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PrintActions *self = data;

  pal_print_save_pdf (self->window, self->workbench, self->settings, PAL_PRINT_SUMMARY);
}

static void
preview_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PrintActions *self = data;

  gtk_window_present (GTK_WINDOW (pal_preview_new (self->window, self->workbench, self->settings,
                                                   find_kind (G_ACTION (action)))));
}

static void
set_enabled (GActionMap *map, const char *verb, PalPrintKind kind, gboolean enabled)
{
  g_autofree char *name = g_strconcat (verb, "-", pal_print_kind_to_id (kind), NULL);
  GAction *action = g_action_map_lookup_action (map, name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What can be printed follows what is open. */
static void
open_changed_cb (PalWorkbench *workbench, GActionMap *map)
{
  for (PalPrintKind kind = PAL_PRINT_SUMMARY; kind < PAL_PRINT_N; kind++)
    {
      gboolean enabled = pal_print_kind_is_possible (kind, workbench);

      set_enabled (map, "print", kind, enabled);
      set_enabled (map, "save", kind, enabled);
      set_enabled (map, "preview", kind, enabled);
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "save-as")),
                               pal_print_kind_is_possible (PAL_PRINT_SUMMARY, workbench));
}

static void
add_action (GSimpleActionGroup *group,
            const char *verb,
            PalPrintKind kind,
            GCallback activated,
            PrintActions *self)
{
  g_autofree char *name = g_strconcat (verb, "-", pal_print_kind_to_id (kind), NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect (action, "activate", activated, self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

GActionGroup *
pal_print_actions_new (GtkWindow *window, PalWorkbench *workbench, GSettings *settings)
{
  static const char *const switches[] = { "print-large", "print-mono" };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  PrintActions *self = g_new0 (PrintActions, 1);
  g_autoptr (GSimpleAction) save_as = g_simple_action_new ("save-as", NULL);

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self->window = window;
  self->workbench = g_object_ref (workbench);
  self->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (group), "print-actions", self,
                          (GDestroyNotify) print_actions_free);
  for (PalPrintKind kind = PAL_PRINT_SUMMARY; kind < PAL_PRINT_N; kind++)
    {
      add_action (group, "print", kind, G_CALLBACK (print_cb), self);
      add_action (group, "preview", kind, G_CALLBACK (preview_cb), self);
      /* A day's summaries are many files of many people: they are printed, not saved. */
      if (kind != PAL_PRINT_DAY)
        add_action (group, "save", kind, G_CALLBACK (save_cb), self);
    }
  g_signal_connect (save_as, "activate", G_CALLBACK (save_as_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (save_as));
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, switches[i]);
      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (open_changed_cb), group, 0);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (open_changed_cb), group, 0);
  open_changed_cb (workbench, G_ACTION_MAP (group));
  return G_ACTION_GROUP (group);
}
