/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Options, output and errors of every verb. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (ctl - error - quark, ctl_error)

/* Stands before a negative number while options are read, which would take it for one of them. */
#define NUMBER_MARK '\x01'

static char *
get_default_db (void)
{
  return g_build_filename (g_get_user_data_dir (), "palpate", "practice.palpate", NULL);
}

static char *
hide_number (const char *arg)
{
  if (arg[0] == '-' && (g_ascii_isdigit (arg[1]) || arg[1] == '.'))
    return g_strdup_printf ("%c%s", NUMBER_MARK, arg);
  return g_strdup (arg);
}

/* GOption takes the program's name from the first argument, and wants an array of its own. */
static char **
prepare_arguments (char **argv)
{
  guint n = g_strv_length (argv);
  char **prepared = g_new0 (char *, n + 2);

  prepared[0] = g_strdup ("palpatectl");
  for (guint i = 0; i < n; i++)
    prepared[i + 1] = hide_number (argv[i]);
  return prepared;
}

static void
show_numbers (char **args)
{
  for (guint i = 0; args[i] != NULL; i++)
    if (args[i][0] == NUMBER_MARK)
      memmove (args[i], args[i] + 1, strlen (args[i]));
}

/* The options' texts are translated as they are shown. */
static const char *
translate (const char *text, gpointer data)
{
  return *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : text;
}

static GOptionContext *
build_context (const CtlVerb *verb, CtlCall *call)
{
  g_autofree char *parameters =
      g_strdup_printf ("%s %s", verb->name, translate (verb->usage, NULL));
  GOptionContext *context = g_option_context_new (parameters);
  const GOptionEntry common[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &call->db, N_ ("The practice (default: your own)"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry json[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &call->json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_summary (context, g_dgettext (GETTEXT_PACKAGE, verb->summary));
  if (verb->description != NULL)
    g_option_context_set_description (context, g_dgettext (GETTEXT_PACKAGE, verb->description));
  g_option_context_add_main_entries (context, common, NULL);
  if (verb->has_json)
    g_option_context_add_main_entries (context, json, NULL);
  if (verb->options != NULL)
    g_option_context_add_main_entries (context, verb->options, NULL);
  g_option_context_set_translate_func (context, translate, NULL, NULL);
  return context;
}

static CtlStatus
check_arguments (const CtlVerb *verb, CtlCall *call)
{
  if (call->n_args < verb->min_args)
    return ctl_usage (call, _ ("Something is missing."));
  if (call->n_args > verb->max_args)
    return ctl_usage (call, _ ("There is too much on the command line."));
  for (guint i = verb->takes_file ? 1 : 0; i < call->n_args; i++)
    {
      GError *error = NULL;

      if (!ctl_check_text (_ ("An argument"), call->args[i], &error))
        return ctl_refuse (error);
    }
  return CTL_OK;
}

/* Whatever was printed must have arrived; a full disk behind a pipe is a failure. */
static CtlStatus
finish_output (CtlStatus status)
{
  GError *error = NULL;

  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;
  g_set_error_literal (&error, CTL_ERROR, CTL_ERROR_OUTPUT, _ ("The output cannot be written."));
  return ctl_refuse (error);
}

CtlStatus
ctl_call_run (const CtlVerb *verb, char **argv)
{
  CtlCall call = { .verb = verb->name };
  g_autoptr (GOptionContext) context = build_context (verb, &call);
  g_auto (GStrv) arguments = prepare_arguments (argv);
  g_autoptr (GError) error = NULL;
  CtlStatus status = CTL_OK;

  if (!g_option_context_parse_strv (context, &arguments, &error))
    status = ctl_usage (&call, error->message);
  else
    {
      show_numbers (arguments);
      call.args = arguments + 1;
      call.n_args = g_strv_length (call.args);
      status = check_arguments (verb, &call);
    }
  if (call.db == NULL)
    call.db = get_default_db ();
  if (status == CTL_OK)
    status = finish_output (verb->run (&call));
  g_clear_object (&call.store);
  g_clear_pointer (&call.vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&call.atlas, pal_atlas_unref);
  g_free (call.db);
  return status;
}

/* Saying ------------------------------------------------------------------------------------- */

static void
write_line (const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  g_autoptr (GString) out = g_string_new ("palpatectl: ");

  /* One line whatever was quoted in it, and nothing a terminal would obey. */
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  g_string_append_c (out, '\n');
  fputs (out->str, stderr);
}

CtlStatus
ctl_usage (const CtlCall *call, const char *message)
{
  g_autofree char *hint = NULL;

  write_line (message);
  /* Translators: %s is a command such as "visits" */
  hint = g_strdup_printf (_ ("Try “palpatectl %s --help”."), call->verb);
  write_line (hint);
  return CTL_USAGE;
}

CtlStatus
ctl_refuse (GError *error)
{
  write_line (error->message);
  g_error_free (error);
  return CTL_REFUSED;
}

void
ctl_say (const char *line)
{
  write_line (line);
}

void
ctl_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
}

void
ctl_print_json (GString *text)
{
  g_string_append_c (text, '\n');
  fwrite (text->str, 1, text->len, stdout);
  g_string_free (text, TRUE);
}

gboolean
ctl_check_text (const char *what, const char *text, GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
               /* Translators: %s is "An argument" or an option such as "--visit" */
               _ ("%s is not valid UTF-8."), what);
  return FALSE;
}

/* Practice ----------------------------------------------------------------------------------- */

/* Who is at the keyboard, for the audit trail. */
static const char *
get_actor (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown") ||
      !g_utf8_validate (name, -1, NULL))
    name = g_get_user_name ();
  return name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL) ? name : "palpatectl";
}

gboolean
ctl_load (CtlCall *call, GError **error)
{
  call->atlas = pal_atlas_new (error);
  if (call->atlas == NULL)
    return FALSE;
  call->vocabulary = pal_vocabulary_new (error);
  return call->vocabulary != NULL;
}

gboolean
ctl_open (CtlCall *call, PalStoreOpenFlags flags, GError **error)
{
  if (call->atlas == NULL && !ctl_load (call, error))
    return FALSE;
  call->store = pal_store_open (call->db, flags, get_actor (), error);
  return call->store != NULL && pal_store_load_terms (call->store, call->vocabulary, error);
}

gboolean
ctl_read_moment (const char *text, PalTime *moment, GError **error)
{
  PalDate day;

  if (pal_time_parse (text, moment))
    return TRUE;
  if (pal_date_parse (text, &day))
    {
      int year, month, date;
      g_autoptr (GDateTime) noon = NULL;

      pal_date_get_ymd (day, &year, &month, &date);
      noon = g_date_time_new_local (year, month, date, 12, 0, 0);
      if (noon != NULL)
        {
          *moment = g_date_time_to_unix (noon);
          return TRUE;
        }
    }
  g_set_error (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
               /* Translators: %s is what was typed */
               _ ("“%s” is no moment; one is written like 2026-03-01T10:00:00Z or 2026-03-01."),
               text);
  return FALSE;
}
