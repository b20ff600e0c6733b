/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: start, command line, opening the practice. Actions are in
 * pal-application-actions.c. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-app-init.h"
#include "app/pal-application-private.h"
#include "app/pal-passing-file.h"
#include "app/pal-screenshot.h"

/* Pictures are taken when the window has settled: pages opened, miniatures drawn, no animation. */
#define SCREENSHOT_DELAY_MS 1200

G_DEFINE_FINAL_TYPE (PalApplication, pal_application, ADW_TYPE_APPLICATION)

static void
set_colour_scheme (PalApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  const int chosen = g_settings_get_enum (self->settings, "colour-scheme");
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (self->dark)
    adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  else if (chosen >= 0 && chosen < (int) G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (style, schemes[chosen]);
}

/* Opening -----------------------------------------------------------------------------------------
 */

static const char *
guess_actor (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name
                                                                         : g_get_user_name ();
}

static PalWorkbench *
open_workbench (PalApplication *self, gboolean create, GError **error)
{
  g_autoptr (PalStore) store = NULL;
  g_autoptr (PalVocabulary) vocabulary = NULL;
  g_autofree char *therapist = NULL;

  store = pal_store_open (self->path, create ? PAL_STORE_OPEN_CREATE : PAL_STORE_OPEN_DEFAULT,
                          guess_actor (), error);
  if (store == NULL)
    return NULL;
  therapist = pal_store_get_setting (store, PAL_SETTING_THERAPIST);
  if (therapist != NULL && *therapist != '\0')
    pal_store_set_actor (store, therapist);
  /* The practice's own words are its alone: another practice starts from the shipped ones. */
  vocabulary = pal_vocabulary_new (error);
  if (vocabulary == NULL || !pal_store_load_terms (store, vocabulary, error))
    return NULL;
  return pal_workbench_new (store, self->atlas, vocabulary);
}

gboolean
pal_application_open_practice (PalApplication *self, gboolean create)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalWorkbench) workbench = NULL;

  g_return_val_if_fail (PAL_IS_APPLICATION (self), FALSE);

  workbench = open_workbench (self, create, &error);
  if (workbench == NULL)
    {
      pal_window_set_refusal (self->window, error->message);
      return FALSE;
    }
  /* A second program that takes a picture must not touch what is being typed in the first. */
  if (self->screenshot == NULL)
    pal_workbench_recover_typed (workbench);
  pal_window_set_workbench (self->window, workbench, self->screenshot == NULL);
  pal_application_update_actions (self);
  return TRUE;
}

/* What --client, --page and --compare ask for. Ids that are not there are told in the window. */
static void
show_asked (PalApplication *self)
{
  PalWorkbench *workbench = pal_window_get_workbench (self->window);

  if (workbench == NULL)
    return;
  if (self->client != NULL)
    pal_workbench_open_client (workbench, self->client);
  if (self->client != NULL || self->page != NULL)
    pal_window_show_content (self->window, TRUE);
  if (self->page != NULL)
    pal_window_set_page (self->window, self->page);
  if (self->compare != NULL)
    {
      g_auto (GStrv) visits = g_strsplit (self->compare, ",", 2);

      if (g_strv_length (visits) == 2)
        pal_window_compare (self->window, visits[0], visits[1]);
    }
}

static void
take_screenshot_cb (gpointer data)
{
  PalApplication *self = data;
  g_autoptr (GError) error = NULL;

  if (!pal_screenshot_save (GTK_WINDOW (self->window), self->screenshot, &error))
    {
      g_printerr ("palpate: %s\n", error->message);
      self->status = 1;
    }
  g_application_quit (G_APPLICATION (self));
}

static void
build_window (PalApplication *self)
{
  g_set_weak_pointer (&self->window, pal_window_new (GTK_APPLICATION (self), self->settings));
  if (self->width > 0)
    gtk_window_set_default_size (GTK_WINDOW (self->window), self->width, self->height);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    pal_application_open_practice (self, FALSE);
  else
    pal_window_set_refusal (self->window, NULL);
  pal_application_update_actions (self);
  show_asked (self);
}

static void
pal_application_activate (GApplication *application)
{
  PalApplication *self = PAL_APPLICATION (application);

  if (self->window == NULL)
    build_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
  if (self->screenshot != NULL)
    g_timeout_add_once (SCREENSHOT_DELAY_MS, take_screenshot_cb, self);
}

static void
pal_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PalApplication *self = PAL_APPLICATION (application);

  g_application_activate (application);
  /* A file somebody double-clicked before the first start: it wants a practice to go to. */
  if (pal_window_get_workbench (self->window) == NULL &&
      !g_file_test (self->path, G_FILE_TEST_EXISTS))
    pal_application_open_practice (self, TRUE);
  for (int i = 0; i < n_files; i++)
    pal_window_import (self->window, files[i]);
}

/* Command line ------------------------------------------------------------------------------------
 */

static const GOptionEntry options[] = {
  { "db", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this practice, in a program of its own"),
    N_ ("FILE") },
  { "client", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open this client"), N_ ("ID") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show chart, history, insights or client"),
    N_ ("PAGE") },
  { "compare", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Compare two visits of the client"),
    N_ ("ID,ID") },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Size of the window, as in 1280x800"),
    N_ ("WxH") },
  { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Use dark colours"), NULL },
  { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Write a picture of the window to a PNG file and quit"), N_ ("FILE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and quit"), NULL },
  { NULL }
};

static gboolean
read_size (PalApplication *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width, height;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 100, 16384, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 100, 16384, &height, NULL))
    return FALSE;
  self->width = (int) width;
  self->height = (int) height;
  return TRUE;
}

/* A path given on the command line is meant from where the person stands. */
static char *
dup_path_option (GVariantDict *dict, const char *name)
{
  g_autofree char *path = NULL;

  if (!g_variant_dict_lookup (dict, name, "^ay", &path))
    return NULL;
  return g_canonicalize_filename (path, NULL);
}

static int
pal_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  PalApplication *self = PAL_APPLICATION (application);
  g_autofree char *db = dup_path_option (dict, "db");
  g_autofree char *size = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Palpate %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (db != NULL)
    {
      g_free (self->path);
      self->path = g_steal_pointer (&db);
    }
  self->screenshot = dup_path_option (dict, "screenshot");
  g_variant_dict_lookup (dict, "client", "s", &self->client);
  g_variant_dict_lookup (dict, "page", "s", &self->page);
  g_variant_dict_lookup (dict, "compare", "s", &self->compare);
  self->dark = g_variant_dict_contains (dict, "dark");
  if (g_variant_dict_lookup (dict, "size", "s", &size) && !read_size (self, size))
    {
      g_printerr (_ ("palpate: “%s” is no size; write it as in 1280x800\n"), size);
      return 2;
    }
  /* Another practice or a picture must not end up in the window that is open already. */
  if (g_variant_dict_contains (dict, "db") || self->screenshot != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

/* -------------------------------------------------------------------------------------------------
 */

static void
pal_application_startup (GApplication *application)
{
  PalApplication *self = PAL_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (pal_application_parent_class)->startup (application);
  pal_app_init ();
  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (set_colour_scheme),
                           self, G_CONNECT_SWAPPED);
  set_colour_scheme (self);
  /* Both are built into the program: a failure here is a fault of the build, never of a person. */
  self->atlas = pal_atlas_new (&error);
  if (self->atlas != NULL)
    self->vocabulary = pal_vocabulary_new (&error);
  if (self->vocabulary == NULL)
    g_critical ("The atlas cannot be read: %s", error->message);
  pal_application_install_actions (self);
}

static void
pal_application_shutdown (GApplication *application)
{
  PalApplication *self = PAL_APPLICATION (application);

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  pal_passing_files_clear ();
  G_APPLICATION_CLASS (pal_application_parent_class)->shutdown (application);
}

static void
pal_application_finalize (GObject *object)
{
  PalApplication *self = PAL_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  g_free (self->path);
  g_free (self->screenshot);
  g_free (self->client);
  g_free (self->page);
  g_free (self->compare);

  G_OBJECT_CLASS (pal_application_parent_class)->finalize (object);
}

static void
pal_application_class_init (PalApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pal_application_finalize;
  application_class->startup = pal_application_startup;
  application_class->activate = pal_application_activate;
  application_class->open = pal_application_open;
  application_class->shutdown = pal_application_shutdown;
  application_class->handle_local_options = pal_application_handle_local_options;
}

static void
pal_application_init (PalApplication *self)
{
  self->path = g_build_filename (g_get_user_data_dir (), "palpate", "practice.palpate", NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PRACTICE-FILE…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("Body maps and session notes for hands-on therapists. Files given are imported."));
}

PalApplication *
pal_application_new (void)
{
  return g_object_new (PAL_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/palpate/Palpate",
                       NULL);
}

int
pal_application_get_status (PalApplication *self)
{
  g_return_val_if_fail (PAL_IS_APPLICATION (self), 1);
  return self->status;
}
