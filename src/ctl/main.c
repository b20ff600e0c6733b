/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpatectl: the core without a screen. The table of verbs; each is in the file of its family. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl-language.h"
#include "ctl/ctl.h"

static const CtlVerb *const verbs[] = {
  &ctl_import,      &ctl_export,       &ctl_clients,      &ctl_visits,     &ctl_chart,
  &ctl_compare,     &ctl_insights,     &ctl_summary,      &ctl_record,     &ctl_brief,
  &ctl_report,      &ctl_blank,        &ctl_intake,       &ctl_squad,      &ctl_draw,
  &ctl_check,       &ctl_demo,         &ctl_atlas_list,   &ctl_atlas_find, &ctl_atlas_hit,
  &ctl_atlas_check, &ctl_atlas_export, &ctl_atlas_import, &ctl_practice,   &ctl_summaries,
};

/* Finds the verb that @argv begins with, which may be of two words. */
static const CtlVerb *
find_verb (char **argv, guint *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) words = g_strsplit (verbs[i]->name, " ", -1);
      guint n = 0;

      while (words[n] != NULL && g_strcmp0 (words[n], argv[n]) == 0)
        n++;
      if (words[n] == NULL)
        {
          *n_words = n;
          return verbs[i];
        }
    }
  return NULL;
}

static void
print_help (void)
{
  ctl_print ("%s\n", _ ("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *usage = verbs[i]->usage;
      gboolean bare = *usage == '\0';

      /* The translation of nothing is the head of the catalogue. */
      ctl_print ("  palpatectl %s%s%s\n      %s\n", verbs[i]->name, bare ? "" : " ",
                 bare ? "" : g_dgettext (GETTEXT_PACKAGE, usage),
                 g_dgettext (GETTEXT_PACKAGE, verbs[i]->summary));
    }
  ctl_print (
      "\n%s\n%s\n",
      _ ("Every command takes --db FILE; without it, it works on your own practice. Commands "
         "that print data take --json; “palpatectl COMMAND --help” tells what it prints."),
      _ ("Exit status: 0 done, 1 refused input or a failed check (nothing was changed), 2 "
         "wrong usage."));
}

static CtlStatus
refuse_verb (char **argv)
{
  g_autofree char *valid = argv[0] != NULL ? g_utf8_make_valid (argv[0], -1) : NULL;
  g_autofree char *line = NULL;

  if (valid == NULL)
    line = g_strdup (_ ("A command is missing; try “palpatectl --help”."));
  else
    /* Translators: %s is what was typed */
    line = g_strdup_printf (_ ("There is no command “%s”; try “palpatectl --help”."), valid);
  ctl_say (line);
  return CTL_USAGE;
}

int
main (int argc, char **argv)
{
  const CtlVerb *verb;
  guint n_words = 0;

  ctl_init_language ();
  g_set_prgname ("palpatectl");
  argv++;
  if (g_strcmp0 (argv[0], "--version") == 0)
    {
      ctl_print ("palpatectl %s\n", PACKAGE_VERSION);
      return CTL_OK;
    }
  if (g_strcmp0 (argv[0], "--help") == 0 || g_strcmp0 (argv[0], "-h") == 0 ||
      (g_strcmp0 (argv[0], "help") == 0 && argv[1] == NULL))
    {
      print_help ();
      return CTL_OK;
    }
  /* "help visits" is "visits --help". */
  if (g_strcmp0 (argv[0], "help") == 0 && (verb = find_verb (argv + 1, &n_words)) != NULL)
    return ctl_call_run (verb, (char *[]){ (char *) "--help", NULL });
  verb = find_verb (argv, &n_words);
  return verb != NULL ? ctl_call_run (verb, argv + n_words) : refuse_verb (argv);
}
