/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs share: parsing options, opening the practice, finding a client. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl.h"

#include "atlas/pal-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
print_usage_error (const char *verb, const char *message)
{
  g_printerr ("palpatectl %s: %s\n", verb, message);
  return CTL_USAGE;
}

static gboolean
check_arguments (Ctl *self, guint min, guint max, int *status)
{
  self->n_arguments = self->arguments != NULL ? g_strv_length (self->arguments) : 0;
  if (self->n_arguments < min || self->n_arguments > max)
    {
      *status =
          print_usage_error (self->verb,
                             self->n_arguments < min
                                 ? _ ("something is missing; --help tells what")
                                 : _ ("there is too much on the line; --help tells what fits"));
      return FALSE;
    }
  for (guint i = 0; i < self->n_arguments; i++)
    {
      if (g_utf8_validate (self->arguments[i], -1, NULL))
        continue;
      g_autofree char *shown = g_utf8_make_valid (self->arguments[i], -1);
      g_printerr (_ ("palpatectl: “%s” is not valid UTF-8 text.\n"), shown);
      *status = CTL_REFUSED;
      return FALSE;
    }
  return TRUE;
}

gboolean
ctl_parse (Ctl *self,
           char **argv,
           const char *usage,
           const GOptionEntry *entries,
           guint min_arguments,
           guint max_arguments,
           int *status)
{
  const GOptionEntry common[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &self->db, N_ ("The practice file"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *line = g_strdup_printf ("%s %s", self->verb, usage);
  g_autoptr (GOptionContext) context = g_option_context_new (line);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  /* The parser takes the array apart and expects a program's name in front. */
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (copy, g_strdup ("palpatectl"));
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (argv[i]));
  g_ptr_array_add (copy, NULL);
  g_auto (GStrv) words = (char **) g_ptr_array_free (g_steal_pointer (&copy), FALSE);

  g_autoptr (GError) error = NULL;
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      *status = print_usage_error (self->verb, error->message);
      return FALSE;
    }
  return check_arguments (self, min_arguments, max_arguments, status);
}

gboolean
ctl_open (Ctl *self, PalStoreOpenFlags flags, GError **error)
{
  g_autofree char *path = self->db != NULL ? g_strdup (self->db)
                                           : g_build_filename (g_get_user_data_dir (), "palpate",
                                                               "practice.palpate", NULL);
  const char *actor = g_get_real_name ();
  if (actor == NULL || *actor == '\0' || g_str_equal (actor, "Unknown"))
    actor = g_get_user_name ();
  self->store = pal_store_open (path, flags, actor, error);
  return self->store != NULL;
}

int
ctl_refuse (const GError *error)
{
  g_autofree char *line = g_strdelimit (g_strdup (error->message), "\n\r", ' ');
  g_printerr ("palpatectl: %s\n", line);
  return CTL_REFUSED;
}

/* 0 no, 1 the beginning of the id or part of the name, 2 exactly. */
static int
match_client (const PalClientRow *row, const char *who, const char *folded)
{
  g_autofree char *name = g_strdup_printf ("%s %s", row->given != NULL ? row->given : "",
                                           row->family != NULL ? row->family : "");
  g_autofree char *key = pal_text_fold (g_strstrip (name));
  if (g_str_equal (row->id, who) || g_str_equal (key, folded))
    return 2;
  if (strlen (who) >= 4 && g_str_has_prefix (row->id, who))
    return 1;
  return strstr (key, folded) != NULL;
}

char *
ctl_find_client (Ctl *self, const char *who, GError **error)
{
  g_autoptr (GPtrArray) rows = pal_store_list_clients (self->store, error);
  if (rows == NULL)
    return NULL;
  g_autofree char *folded = pal_text_fold (who);
  const PalClientRow *found = NULL;
  int best = 0;
  gboolean several = FALSE;
  for (guint i = 0; i < rows->len && *folded != '\0'; i++)
    {
      const PalClientRow *row = g_ptr_array_index (rows, i);
      int match = match_client (row, who, folded);
      several = match > 0 && (match == best || (several && match < best));
      if (match > best)
        {
          best = match;
          found = row;
          several = FALSE;
        }
      if (several)
        break;
    }
  if (found != NULL && !several)
    return g_strdup (found->id);
  g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND,
               several ? _ ("“%s” fits several clients; use the id from “palpatectl clients”.")
                       : _ ("There is no client “%s”; “palpatectl clients” lists them."),
               who);
  return NULL;
}

PalClientFile *
ctl_load_client (Ctl *self, const char *who, GError **error)
{
  g_autofree char *id = ctl_find_client (self, who, error);
  if (id == NULL)
    return NULL;
  g_autoptr (PalClient) client = pal_store_get_client (self->store, id, error);
  GPtrArray *visits = client != NULL ? pal_store_list_visits (self->store, id, error) : NULL;
  if (visits == NULL)
    return NULL;
  PalClientFile *file = pal_client_file_new (client);
  g_ptr_array_unref (file->visits);
  file->visits = visits;
  return file;
}

void
ctl_print (GString *out)
{
  g_print ("%s%s", out->str, g_str_has_suffix (out->str, "\n") ? "" : "\n");
}

void
ctl_json_side (PalJsonWriter *writer, PalSide side)
{
  pal_json_writer_text (writer, "side", pal_side_to_id (side));
}
