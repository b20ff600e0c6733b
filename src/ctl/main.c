/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpatectl: the core without a screen. Finds the verb; what verbs do is in the other files. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ctl/ctl.h"

typedef struct
{
  const char *name;
  int (*run) (Ctl *self, char **argv);
  const char *help;
} Verb;

static const Verb verbs[] = {
  { "import", ctl_import, N_ ("FILE: take a palpate-practice file in, all of it or nothing") },
  { "export", ctl_export, N_ ("[--client ID] [--format palpate|fhir|csv] [--out FILE]") },
  { "clients", ctl_clients, N_ ("list the clients") },
  { "visits", ctl_visits, N_ ("CLIENT: list the visits of a client with their marks") },
  { "chart", ctl_chart, N_ ("CLIENT SHORTHAND: a new draft visit; prints its id") },
  { "compare", ctl_compare, N_ ("VISIT VISIT: what changed, region by region") },
  { "summary", ctl_summary, N_ ("CLIENT --out FILE.pdf: the client’s page") },
  { "draw", ctl_draw, N_ ("(--visit ID | --blank) --view VIEW --out FILE.png|svg|pdf") },
  { "atlas", ctl_atlas, N_ ("list | hit VIEW X Y | find WORDS") },
  { "check", ctl_check, N_ ("read the whole practice file and say whether it is sound") },
  { "demo", ctl_demo, N_ ("--db FILE: a made-up practice to look around in") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: palpatectl VERB [--db FILE] [--json] …"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-9s %s\n", verbs[i].name, _ (verbs[i].help));
  g_print ("\n%s\n%s\n%s\n",
           _ ("CLIENT is an id, the beginning of one, or a name. Without --db the practice of the "
              "application is used."),
           _ ("--json prints the names of the exchange format; a midline region has \"side\": "
              "null."),
           _ ("Exit status: 0 done, 1 refused (one line says why, nothing is changed), 2 wrong "
              "usage."));
}

static void
set_up_language (void)
{
  const char *localedir = g_getenv ("PALPATE_LOCALEDIR");
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static int
run_verb (const Verb *verb, char **argv)
{
  g_autoptr (GError) error = NULL;
  Ctl ctl = { .verb = verb->name };
  ctl.atlas = pal_atlas_new (&error);
  ctl.vocabulary = ctl.atlas != NULL ? pal_vocabulary_new (&error) : NULL;
  int status = ctl.vocabulary != NULL ? verb->run (&ctl, argv) : ctl_refuse (error);
  g_clear_object (&ctl.store);
  g_clear_pointer (&ctl.vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&ctl.atlas, pal_atlas_unref);
  g_strfreev (ctl.arguments);
  g_free (ctl.db);
  return status;
}

/* The language of a printed page may be another than the desktop's; gettext reads it once. */
static void
take_language (int argc, char **argv)
{
  for (int i = 1; i + 1 < argc; i++)
    {
      if (g_str_equal (argv[i], "--language"))
        g_setenv ("LANGUAGE", argv[i + 1], TRUE);
    }
}

int
main (int argc, char **argv)
{
  take_language (argc, argv);
  set_up_language ();
  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help ();
      return CTL_OK;
    }
  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("palpatectl %s\n", PACKAGE_VERSION);
      return CTL_OK;
    }
  for (guint i = 0; argc >= 2 && i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (argv[1], verbs[i].name))
        return run_verb (&verbs[i], argv + 2);
    }
  g_printerr ("%s\n", _ ("palpatectl: say what to do; --help lists the verbs."));
  return CTL_USAGE;
}
