/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs of palpatectl share: options, the practice, looking up a client, output, errors.
 * Each family of verbs is a file of its own, and the table of all is in main.c. */

#pragma once

#include "atlas/pal-vocabulary.h"
#include "exchange/pal-json-writer.h"
#include "store/pal-store.h"

G_BEGIN_DECLS

/**
 * CtlStatus:
 * @CTL_OK: done
 * @CTL_REFUSED: refused input or a failed check; one line was said, nothing was changed
 * @CTL_USAGE: wrong usage
 */
typedef enum
{
  CTL_OK = 0,
  CTL_REFUSED = 1,
  CTL_USAGE = 2
} CtlStatus;

/**
 * CtlCall:
 * @verb: as typed, for messages: "atlas hit"
 * @args: what is left on the command line without options, %NULL-terminated
 * @n_args: how many
 * @db: the practice's file
 * @json: whether --json was given
 *
 * One run of one verb.
 */
typedef struct
{
  const char *verb;
  char **args;
  guint n_args;
  char *db;
  gboolean json;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalStore *store;
} CtlCall;

/**
 * CtlVerb:
 * @name: "visits", "atlas hit"
 * @usage: untranslated, what follows the name: "CLIENT"; empty when nothing does
 * @min_args: least number of arguments
 * @max_args: greatest number of arguments
 * @summary: (nullable): one untranslated line for the list of verbs
 * @description: (nullable): untranslated, more of it, with what --json prints
 * @options: (nullable): beside --db and --json, ended by an empty one
 * @has_json: whether there is --json
 * @takes_file: the first argument is a file name and need not be UTF-8
 */
typedef struct
{
  const char *name;
  const char *usage;
  guint min_args, max_args;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  gboolean has_json;
  gboolean takes_file;
  CtlStatus (*run) (CtlCall *call);
} CtlVerb;

/** ctl_call_run: reads the options and runs the verb. @argv: (transfer none): after the verb. */
CtlStatus ctl_call_run (const CtlVerb *verb, char **argv);

/** ctl_usage: says what is wrong with the command line. Returns: CTL_USAGE */
CtlStatus ctl_usage (const CtlCall *call, const char *message);

/** ctl_refuse: @error: (transfer full): said in one line. Returns: CTL_REFUSED */
CtlStatus ctl_refuse (GError *error);

/** ctl_say: a line on stderr that does not fail anything. */
void ctl_say (const char *line);

/** ctl_print: to stdout, as UTF-8 whatever the locale. */
void ctl_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** ctl_print_json: @text: (transfer full): a finished JSON text; a line end is added. */
void ctl_print_json (GString *text);

/** ctl_check_text: Returns: %FALSE with an error when the text from @what is not UTF-8. */
gboolean ctl_check_text (const char *what, const char *text, GError **error);

/** ctl_load: loads atlas and words. */
gboolean ctl_load (CtlCall *call, GError **error);

/** ctl_open: loads atlas and words, and opens the practice. */
gboolean ctl_open (CtlCall *call, PalStoreOpenFlags flags, GError **error);

/**
 * ctl_find_client:
 * @words: an id, a name, or an unambiguous beginning of one
 *
 * Case and accents do not matter. A whole id goes before a whole name, that before a part of a
 * name, and that before beginnings.
 *
 * Returns: (transfer full): the client's id, or %NULL with an error that names the candidates
 */
char *ctl_find_client (CtlCall *call, const char *words, GError **error);

/** ctl_read_moment: reads a moment, or a day, which means its noon here. */
gboolean ctl_read_moment (const char *text, PalTime *moment, GError **error);

/**
 * CtlError:
 * @CTL_ERROR_ARGUMENT: an argument that cannot be used
 * @CTL_ERROR_UNKNOWN: a client that is not there, or several
 * @CTL_ERROR_OUTPUT: a file that cannot be written
 */
typedef enum
{
  CTL_ERROR_ARGUMENT,
  CTL_ERROR_UNKNOWN,
  CTL_ERROR_OUTPUT
} CtlError;

#define CTL_ERROR (ctl_error_quark ())
GQuark ctl_error_quark (void);

/* Verbs, by the file they are in. */
extern const CtlVerb ctl_import, ctl_export, ctl_demo, ctl_check;
extern const CtlVerb ctl_clients, ctl_visits, ctl_compare;
extern const CtlVerb ctl_chart;
extern const CtlVerb ctl_insights;
extern const CtlVerb ctl_draw;
extern const CtlVerb ctl_report, ctl_summary, ctl_record, ctl_brief, ctl_blank, ctl_intake,
    ctl_squad, ctl_practice, ctl_summaries;
extern const CtlVerb ctl_atlas_list, ctl_atlas_find, ctl_atlas_hit, ctl_atlas_check;
extern const CtlVerb ctl_atlas_export, ctl_atlas_import;

G_END_DECLS
