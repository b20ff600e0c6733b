/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* chart: a new draft visit from shorthand. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "exchange/pal-practice-json.h"
#include "record/pal-shorthand.h"
#include "store/pal-change.h"

static struct
{
  char *at;
  char *therapist;
} options;

/* Who charts: as said, else as the practice is set up, else who is at the keyboard. */
static char *
choose_therapist (CtlCall *call)
{
  g_autofree char *own = NULL;

  if (options.therapist != NULL)
    return g_strdup (options.therapist);
  own = pal_store_get_setting (call->store, PAL_SETTING_THERAPIST);
  if (own != NULL && *own != '\0')
    return g_steal_pointer (&own);
  return g_strdup (pal_store_get_actor (call->store));
}

static PalVisit *
build_visit (CtlCall *call, const char *client, PalTime at, GPtrArray *marks, GError **error)
{
  g_autoptr (PalVisit) visit = pal_visit_new (client, at);

  g_free (visit->therapist);
  visit->therapist = choose_therapist (call);
  for (guint i = 0; i < marks->len; i++)
    pal_visit_put_mark (visit, call->atlas, pal_mark_copy (g_ptr_array_index (marks, i)));
  if (!pal_visit_validate (visit, call->atlas, call->vocabulary, error))
    return NULL;
  return g_steal_pointer (&visit);
}

static void
print_visit (const CtlCall *call, const PalVisit *visit)
{
  GString *text;
  PalJsonWriter json;

  if (!call->json)
    {
      ctl_print ("%s\n", visit->id);
      return;
    }
  text = g_string_new (NULL);
  pal_json_writer_init (&json, text);
  pal_practice_json_visit (&json, NULL, visit);
  ctl_print_json (text);
}

static GPtrArray *
read_marks (CtlCall *call, char ***notes, GError **error)
{
  g_autoptr (GPtrArray) marks =
      pal_shorthand_read (call->args[1], call->atlas, call->vocabulary, notes, error);

  if (marks != NULL && marks->len == 0)
    {
      g_set_error_literal (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
                           _ ("There is nothing to chart; try “l itb 3, r calf 2 tp”."));
      return NULL;
    }
  return g_steal_pointer (&marks);
}

static PalVisit *
make_visit (CtlCall *call, char ***notes, GError **error)
{
  g_autofree char *client = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  PalTime at = pal_time_now ();

  if ((options.at != NULL && (!ctl_check_text ("--at", options.at, error) ||
                              !ctl_read_moment (options.at, &at, error))) ||
      !ctl_check_text ("--therapist", options.therapist, error) ||
      !ctl_open (call, PAL_STORE_OPEN_DEFAULT, error))
    return NULL;
  client = ctl_find_client (call, call->args[0], error);
  if (client != NULL)
    marks = read_marks (call, notes, error);
  return marks != NULL ? build_visit (call, client, at, marks, error) : NULL;
}

static CtlStatus
run_chart (CtlCall *call)
{
  GError *error = NULL;
  g_auto (GStrv) notes = NULL;
  g_autoptr (PalVisit) visit = make_visit (call, &notes, &error);
  g_autoptr (PalChange) change = NULL;

  if (visit != NULL)
    change = pal_change_new_visit (NULL, visit, _ ("Add visit"), NULL);
  if (change == NULL || !pal_store_apply (call->store, change, &error))
    return ctl_refuse (error);
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    ctl_say (notes[i]);
  print_visit (call, visit);
  return CTL_OK;
}

static const GOptionEntry entries[] = {
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &options.at,
    N_ ("When the visit began: 2026-03-01T10:00:00Z or 2026-03-01 (default: now)"), N_ ("TIME") },
  { "therapist", 0, 0, G_OPTION_ARG_FILENAME, &options.therapist, N_ ("Who charts"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_chart = {
  .name = "chart",
  .usage = N_ ("CLIENT SHORTHAND"),
  .min_args = 2,
  .max_args = 2,
  .summary = N_ ("Make a new draft visit from shorthand, and print its id"),
  .description = N_ (
      "SHORTHAND is a list with commas: side (l, r, or b for both), region by id, short name or "
      "any of its other names, severity 1 to 3, kind by its code; after and a severity, "
      "techniques, "
      "and minutes where there are some: \"l itb 3, r calf 2 tp, jaw b 1 after 0 mfr 5min\". A "
      "word of several meanings takes the likeliest, with all after it the whole structure. The "
      "window’s quick entry takes the same. "
      "The groups of what is marked count as examined. What had to be assumed is said on "
      "stderr.\n\n"
      "--json prints the visit with the keys of the palpate-practice format; a midline region has "
      "\"side\": null."),
  .options = entries,
  .has_json = TRUE,
  .run = run_chart,
};
