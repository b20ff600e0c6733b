/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* compare: what changed between two visits, or between two spans of visits. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl.h"
#include "insight/pal-compare.h"
#include "report/pal-words-change.h"
#include "report/pal-words.h"

static char *client_words;

/* Two visits ------------------------------------------------------------------------------------
 */

static void
print_change (const PalChangeRow *row, PalVocabulary *vocabulary)
{
  g_autofree char *label = pal_region_dup_label (row->region, row->side);
  const PalTerm *kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, row->kind);

  ctl_print ("%s\t%s\t%s\t%d → %d\n", pal_change_word_get_name (row->change), label,
             kind != NULL ? pal_term_get_name (kind) : row->kind, row->from, row->to);
}

static void
print_sentence (CtlCall *call, const PalVisit *from, const PalVisit *to)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) other = g_ptr_array_new ();
  g_ptr_array_add (one, (gpointer) from);
  g_ptr_array_add (other, (gpointer) to);
  g_autoptr (PalSpanComparison) spans =
      pal_compare_spans (one, other, call->atlas, call->vocabulary);
  g_autofree char *sentence = pal_words_change (spans, call->atlas);
  g_autofree char *hands = pal_words_hands (one, other);

  ctl_print ("%s\n", sentence);
  if (hands != NULL)
    ctl_print ("%s\n", hands);
}

static void
print_comparison (CtlCall *call, const PalComparison *comparison)
{
  g_autofree char *counts = pal_words_counts (comparison, call->atlas);

  ctl_print ("%s\n", counts);
  for (guint i = 0; i < comparison->rows->len; i++)
    print_change (g_ptr_array_index (comparison->rows, i), call->vocabulary);
}

static void
print_comparison_json (const PalComparison *comparison)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_begin_array (&json, "changes", FALSE);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = g_ptr_array_index (comparison->rows, i);

      pal_json_writer_begin_object (&json, NULL, TRUE);
      pal_json_writer_text (&json, "region", row->region->id);
      pal_json_writer_text (&json, "side", pal_side_to_id (row->side));
      pal_json_writer_text (&json, "kind", row->kind);
      pal_json_writer_count (&json, "from", row->from);
      pal_json_writer_count (&json, "to", row->to);
      pal_json_writer_text (&json, "change", pal_change_word_to_id (row->change));
      pal_json_writer_end (&json);
    }
  pal_json_writer_end (&json);
  pal_json_writer_words (&json, "not_compared", comparison->not_compared);
  pal_json_writer_rounded (&json, "similarity", comparison->similarity);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

/* Two spans -------------------------------------------------------------------------------------
 */

static void
print_span_row (const PalSpanRow *row, gboolean between_visits, PalVocabulary *vocabulary)
{
  g_autofree char *label = pal_region_dup_label (row->region, row->side);
  g_autofree char *seen = pal_words_change_row (row, between_visits);
  g_autofree char *mean = pal_words_change_row_mean (row, between_visits);
  const PalTerm *kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, row->kind);

  ctl_print ("%s\t%s\t%s\t%s%s%s\n", pal_change_word_get_name (row->change), label,
             kind != NULL ? pal_term_get_name (kind) : row->kind, seen, mean != NULL ? "; " : "",
             mean != NULL ? mean : "");
}

static void
print_spans (CtlCall *call, const PalSpanComparison *comparison, GPtrArray *from, GPtrArray *to)
{
  g_autofree char *sentence = pal_words_change (comparison, call->atlas);
  g_autofree char *counts = pal_words_change_counts (comparison, from, to);
  g_autofree char *hands = pal_words_hands (from, to);
  g_autofree char *not_compared = pal_words_not_compared (comparison, call->atlas);

  ctl_print ("%s\n%s\n", sentence, counts);
  for (guint i = 0; i < comparison->rows->len; i++)
    print_span_row (g_ptr_array_index (comparison->rows, i), from->len == 1 && to->len == 1,
                    call->vocabulary);
  if (hands != NULL)
    ctl_print ("%s\n", hands);
  if (not_compared != NULL)
    ctl_print ("%s\n", not_compared);
}

static void
write_figure (PalJsonWriter *json, const char *key, const PalSpanFigure *figure)
{
  pal_json_writer_begin_object (json, key, TRUE);
  pal_json_writer_count (json, "examined", figure->examined);
  pal_json_writer_count (json, "marked", figure->marked);
  if (figure->marked > 0)
    pal_json_writer_rounded (json, "mean", pal_span_figure_get_mean (figure));
  else
    pal_json_writer_null (json, "mean");
  pal_json_writer_rounded (json, "burden", pal_span_figure_get_burden (figure));
  pal_json_writer_end (json);
}

static void
write_span (PalJsonWriter *json, const char *key, GPtrArray *visits)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) therapists = pal_span_list_therapists (visits);

  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (ids, ((const PalVisit *) g_ptr_array_index (visits, i))->id);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (therapists, NULL);
  pal_json_writer_begin_object (json, key, FALSE);
  pal_json_writer_words (json, "visits", (char **) ids->pdata);
  pal_json_writer_words (json, "therapists", (char **) therapists->pdata);
  pal_json_writer_end (json);
}

static void
print_spans_json (const PalSpanComparison *comparison, GPtrArray *from, GPtrArray *to)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  write_span (&json, "from", from);
  write_span (&json, "to", to);
  pal_json_writer_begin_array (&json, "changes", FALSE);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalSpanRow *row = g_ptr_array_index (comparison->rows, i);

      pal_json_writer_begin_object (&json, NULL, FALSE);
      pal_json_writer_text (&json, "region", row->region->id);
      pal_json_writer_text (&json, "side", pal_side_to_id (row->side));
      pal_json_writer_text (&json, "kind", row->kind);
      write_figure (&json, "from", &row->from);
      write_figure (&json, "to", &row->to);
      pal_json_writer_text (&json, "change", pal_change_word_to_id (row->change));
      pal_json_writer_flag (&json, "few", row->few);
      pal_json_writer_end (&json);
    }
  pal_json_writer_end (&json);
  pal_json_writer_words (&json, "not_compared", comparison->not_compared);
  pal_json_writer_rounded (&json, "similarity", comparison->similarity);
  pal_json_writer_flag (&json, "changed_hands", pal_span_changed_hands (from, to));
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

/* Reading spans ---------------------------------------------------------------------------------
 */

static gboolean
check_same_client (const char *one, const char *other, GError **error)
{
  if (one == NULL || strcmp (one, other) == 0)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
                       _ ("The two visits belong to different clients; nobody is compared with "
                          "somebody else."));
  return FALSE;
}

/* An end of a span is a day, or a visit, which then tells the client. Empty is open. */
static gboolean
find_client_of_end (CtlCall *call, const char *end, char **client, GError **error)
{
  PalDate day;

  if (*end == '\0' || pal_date_parse (end, &day))
    return TRUE;
  g_autoptr (PalVisit) visit = pal_store_get_visit (call->store, end, error);
  if (visit == NULL || !check_same_client (*client, visit->client, error))
    return FALSE;
  if (*client == NULL)
    *client = g_strdup (visit->client);
  return TRUE;
}

/* FIRST..LAST, or one visit, which is both. */
static char **
split_span (const char *text)
{
  const char *dots = strstr (text, "..");
  char **ends = g_new0 (char *, 3);

  ends[0] = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  ends[1] = g_strdup (dots != NULL ? dots + 2 : text);
  return ends;
}

/* Whether the visit at @place lies before (@direction −1) or after (1) an end of a span. Visits of
 * one moment are told apart by their order. */
static gboolean
is_past (GPtrArray *visits, guint place, const char *end, int direction)
{
  const PalVisit *visit = g_ptr_array_index (visits, place);
  PalDate day;

  if (*end == '\0')
    return FALSE;
  if (pal_date_parse (end, &day))
    {
      PalDate at = pal_time_get_local_date (visit->at);
      return direction < 0 ? at < day : at > day;
    }
  for (guint i = 0; i < visits->len; i++)
    if (strcmp (((const PalVisit *) g_ptr_array_index (visits, i))->id, end) == 0)
      return direction < 0 ? place < i : place > i;
  return FALSE;
}

/* The visits of a span, oldest first; an error when there is none. */
static GPtrArray *
list_span (GPtrArray *visits, const char *text, GError **error)
{
  g_auto (GStrv) ends = split_span (text);
  g_autoptr (GPtrArray) span = g_ptr_array_new ();

  for (guint i = 0; i < visits->len; i++)
    if (!is_past (visits, i, ends[0], -1) && !is_past (visits, i, ends[1], 1))
      g_ptr_array_add (span, g_ptr_array_index (visits, i));
  if (span->len > 0)
    return g_steal_pointer (&span);
  g_set_error (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
               /* Translators: %s is a span such as 2026-01-01..2026-02-28 */
               _ ("There is no visit in “%s”."), text);
  return NULL;
}

static char *
find_client (CtlCall *call, GError **error)
{
  g_autofree char *client = NULL;

  if (client_words != NULL)
    {
      if (!ctl_check_text ("--client", client_words, error))
        return NULL;
      client = ctl_find_client (call, client_words, error);
      if (client == NULL)
        return NULL;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_auto (GStrv) ends = split_span (call->args[i]);
      if (!find_client_of_end (call, ends[0], &client, error) ||
          !find_client_of_end (call, ends[1], &client, error))
        return NULL;
    }
  if (client == NULL)
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
                         _ ("Days alone do not tell whose visits are meant; add --client."));
  return g_steal_pointer (&client);
}

/* The verb --------------------------------------------------------------------------------------
 */

static CtlStatus
compare_spans (CtlCall *call, GPtrArray *visits)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) from = list_span (visits, call->args[0], &error);
  g_autoptr (GPtrArray) to = from != NULL ? list_span (visits, call->args[1], &error) : NULL;
  if (to == NULL)
    return ctl_refuse (error);

  g_autoptr (PalSpanComparison) comparison =
      pal_compare_spans (from, to, call->atlas, call->vocabulary);
  if (call->json)
    print_spans_json (comparison, from, to);
  else
    print_spans (call, comparison, from, to);
  return CTL_OK;
}

static CtlStatus
compare_visits (CtlCall *call)
{
  GError *error = NULL;
  g_autoptr (PalVisit) from = pal_store_get_visit (call->store, call->args[0], &error);
  g_autoptr (PalVisit) to =
      from != NULL ? pal_store_get_visit (call->store, call->args[1], &error) : NULL;
  if (to == NULL || !check_same_client (from->client, to->client, &error))
    return ctl_refuse (error);

  g_autoptr (PalComparison) comparison =
      pal_compare_visits (from, to, call->atlas, call->vocabulary);
  if (call->json)
    print_comparison_json (comparison);
  else
    {
      print_sentence (call, from, to);
      print_comparison (call, comparison);
    }
  return CTL_OK;
}

static CtlStatus
run_compare (CtlCall *call)
{
  GError *error = NULL;
  g_autofree char *client = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  if (!ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    return ctl_refuse (error);
  if (strstr (call->args[0], "..") == NULL && strstr (call->args[1], "..") == NULL &&
      client_words == NULL)
    return compare_visits (call);
  client = find_client (call, &error);
  if (client != NULL)
    visits = pal_store_list_visits (call->store, client, &error);
  return visits != NULL ? compare_spans (call, visits) : ctl_refuse (error);
}

static const GOptionEntry compare_options[] = {
  { "client", 0, 0, G_OPTION_ARG_STRING, &client_words,
    N_ ("Whose visits are meant by days: an id, a name, or a beginning of one"), N_ ("CLIENT") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_compare = {
  .name = "compare",
  .usage = N_ ("VISIT[..VISIT] VISIT[..VISIT]"),
  .min_args = 2,
  .max_args = 2,
  .summary = N_ ("Print what changed from the first visit or span to the second"),
  .description = N_ (
      "VISIT is an id, as visits prints it. What was not examined at one of the two is not "
      "compared.\n\n"
      "--json prints {\"changes\": [{\"region\", \"side\", \"kind\", \"from\", \"to\", "
      "\"change\"}], \"not_compared\": [\"neck\"], \"similarity\": 0.5}. from and to are "
      "severities "
      "0 to 3 before treatment; change is new, worse, same, better or gone; not_compared names "
      "groups; similarity is the sum of the smaller severities divided by that of the larger ones, "
      "1 when both are empty.\n\n"
      "FIRST..LAST is a span: all visits from FIRST to LAST, both included. The ends are visits or "
      "days; with --client they may all be days, and an end left out is open:\n\n"
      "  palpatectl compare --client lindström ..2026-09-30 2026-10-01..\n\n"
      "Of each region it prints at how many of the visits that examined it it was found, and how "
      "severe on average. Never found and then found is new, the reverse gone; otherwise worse or "
      "better mean that the sum of severities a visit moved by a quarter of a degree or more.\n\n"
      "With a span or --client, --json prints {\"from\": {\"visits\": [\"id\"], \"therapists\": "
      "[\"name\"]}, \"to\": …, \"changes\": [{\"region\", \"side\", \"kind\", \"from\": "
      "{\"examined\": 6, \"marked\": 1, \"mean\": 2, \"burden\": 0.3333}, \"to\": …, "
      "\"change\", \"few\"}], \"not_compared\", \"similarity\", \"changed_hands\"}. mean is the "
      "mean severity over the marked visits, null when there is none; burden is the sum of "
      "severities divided by examined; few tells that one of the two rests on fewer than three "
      "visits; changed_hands, that nobody charted in both."),
  .options = compare_options,
  .has_json = TRUE,
  .run = run_compare,
};
