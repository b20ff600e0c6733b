/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a visit record: marks, tests, consents, amendments. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/pal-facts.h"
#include "report/pal-visit-record-private.h"

/* An empty cell that was not forgotten. */
#define NOTHING "–"

static char *
create_place (PalAtlas *atlas, const char *id, PalSide side)
{
  const PalRegion *region = pal_atlas_find_region (atlas, id);
  return region != NULL ? pal_region_dup_label (region, side) : g_strdup (id);
}

static char *
create_severity (int severity, gboolean large)
{
  if (severity == PAL_UNSET)
    return g_strdup (NOTHING);
  if (large)
    return g_strdup_printf ("%d", severity);
  /* Translators: a severity as a number and in words, as in "2 Moderate". */
  return g_strdup_printf (C_ ("severity", "%1$d %2$s"), severity, pal_severity_get_name (severity));
}

/* Separates what belongs to one mark: "Stripping, friction · 5 minutes · softer". */
static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
create_work (const PalMark *mark, PalVocabulary *vocabulary)
{
  GString *text = g_string_new (NULL);
  g_autofree char *techniques = pal_facts_terms (vocabulary, PAL_TERMS_TECHNIQUE, mark->techniques);
  g_autofree char *responses = pal_facts_terms (vocabulary, PAL_TERMS_RESPONSE, mark->responses);
  g_autofree char *minutes = NULL;

  if (mark->minutes != PAL_UNSET)
    minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) mark->minutes),
                               mark->minutes);
  append_part (text, techniques);
  append_part (text, minutes);
  append_part (text, responses);
  if (text->len == 0)
    g_string_append (text, NOTHING);
  return g_string_free (text, FALSE);
}

static const char *
get_concern_words (PalConcern concern)
{
  switch (concern)
    {
    case PAL_CONCERN_COMPLAINT:
      return _ ("belongs to the complaint");
    case PAL_CONCERN_BASELINE:
      return _ ("found whatever the complaint");
    case PAL_CONCERN_UNSET:
      break;
    }
  return NULL;
}

static char *
create_remark (const PalMark *mark)
{
  GString *text = g_string_new (NULL);

  if (mark->source == PAL_SOURCE_CLIENT)
    append_part (text, _ ("reported by the client"));
  if (mark->carried)
    append_part (text, _ ("carried over, not confirmed"));
  append_part (text, get_concern_words (mark->concern));
  append_part (text, mark->note);
  return g_string_free (text, FALSE);
}

static char **
create_head (const char *const *words, guint n)
{
  char **head = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    head[i] = g_strdup (words[i]);
  return head;
}

static char **
create_mark_cells (PalDocument *document, const PalMark *mark)
{
  char **cells = g_new0 (char *, 7);

  cells[0] = create_place (document->atlas, mark->region, mark->side);
  cells[1] = g_strdup (pal_facts_term (document->vocabulary, PAL_TERMS_KIND, mark->kind));
  cells[2] = create_severity (mark->before, document->page.large);
  cells[3] = create_severity (mark->after, document->page.large);
  cells[4] = create_work (mark, document->vocabulary);
  cells[5] = create_remark (mark);
  return cells;
}

/* Large letters need wide columns: what was done and remarks share one. */
static void
merge_last_cells (char **cells)
{
  char *merged = *cells[5] != '\0' ? g_strdup_printf ("%s\n%s", cells[4], cells[5]) : NULL;

  if (merged != NULL)
    {
      g_free (cells[4]);
      cells[4] = merged;
    }
  g_clear_pointer (&cells[5], g_free);
}

void
pal_record_add_marks (PalDocument *document, const PalVisit *visit)
{
  static const double shares[] = { 0.21, 0.155, 0.105, 0.105, 0.215, 0.21, 0 };
  static const double large_shares[] = { 0.3, 0.16, 0.12, 0.1, 0.32, 0 };
  const char *const head[] = { _ ("Region"), _ ("Finding"),       _ ("Before"),
                               _ ("After"),  _ ("What was done"), _ ("Remarks") };
  gboolean large = document->page.large;
  g_autoptr (PalTable) table = pal_table_new (large ? large_shares : shares);

  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Findings"));
  if (visit->marks->len == 0)
    {
      pal_blocks_add (document->blocks, PAL_BLOCK_BODY, _ ("Nothing was marked."));
      return;
    }
  table->head = create_head (head, table->n_columns);
  table->bold[0] = TRUE;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      char **cells = create_mark_cells (document, visit->marks->pdata[i]);

      if (large)
        merge_last_cells (cells);
      pal_blocks_add_row (document->blocks, table, cells);
    }
  pal_blocks_add (document->blocks, PAL_BLOCK_DIM,
                  _ ("Left and right are the client’s own. After: – was not checked again."));
}

/* "0–45 degrees" */
static char *
create_range (const PalTerm *test)
{
  if (test == NULL || isnan (test->normal_from) || isnan (test->normal_to))
    return g_strdup (NOTHING);
  /* Translators: a range of numbers, as in "0–45". */
  return g_strdup_printf (C_ ("range", "%1$g–%2$g"), test->normal_from, test->normal_to);
}

void
pal_record_add_tests (PalDocument *document, const PalVisit *visit)
{
  static const double shares[] = { 0.34, 0.12, 0.18, 0.14, 0.22, 0 };
  static const double large_shares[] = { 0.3, 0.12, 0.22, 0.19, 0.17, 0 };
  const char *const head[] = { _ ("Test"), _ ("Side"), _ ("Measured"), _ ("Textbook"),
                               _ ("Remarks") };
  g_autoptr (PalTable) table = pal_table_new (document->page.large ? large_shares : shares);

  if (visit->tests->len == 0)
    return;
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Tests"));
  table->head = create_head (head, G_N_ELEMENTS (head));
  table->bold[0] = TRUE;
  for (guint i = 0; i < visit->tests->len; i++)
    {
      const PalTestResult *result = visit->tests->pdata[i];
      const PalTerm *test =
          pal_vocabulary_find (document->vocabulary, PAL_TERMS_TEST, result->test);
      const char *unit = test != NULL ? pal_term_get_unit (test) : NULL;
      char **cells = g_new0 (char *, G_N_ELEMENTS (head) + 1);

      cells[0] = g_strdup (test != NULL ? pal_term_get_name (test) : result->test);
      cells[1] =
          g_strdup (result->side != PAL_SIDE_MIDLINE ? pal_side_get_name (result->side) : NOTHING);
      cells[2] = g_strdup_printf ("%g%s%s", result->value, unit != NULL ? " " : "",
                                  unit != NULL ? unit : "");
      cells[3] = create_range (test);
      cells[4] = g_strdup (result->note != NULL ? result->note : "");
      pal_blocks_add_row (document->blocks, table, cells);
    }
  pal_blocks_add (document->blocks, PAL_BLOCK_DIM,
                  _ ("Textbook ranges are for adults in general and no verdict on this client."));
}

void
pal_record_add_consents (PalDocument *document, const PalVisit *visit)
{
  static const double shares[] = { 0.2, 0.24, 0.12, 0.44, 0 };
  const char *const head[] = { _ ("When"), _ ("Region"), _ ("Consent"), _ ("Wording") };
  g_autoptr (PalTable) table = pal_table_new (shares);

  if (visit->consents->len == 0)
    return;
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Consent for sensitive regions"));
  table->head = create_head (head, G_N_ELEMENTS (head));
  for (guint i = 0; i < visit->consents->len; i++)
    {
      const PalConsent *consent = visit->consents->pdata[i];
      char **cells = g_new0 (char *, G_N_ELEMENTS (head) + 1);
      char *moment = pal_facts_moment (consent->at);

      cells[0] = moment != NULL ? moment : g_strdup (NOTHING);
      cells[1] = create_place (document->atlas, consent->region, PAL_SIDE_MIDLINE);
      cells[2] = g_strdup (consent->given ? _ ("given") : _ ("refused"));
      cells[3] = g_strdup (consent->wording != NULL ? consent->wording : "");
      pal_blocks_add_row (document->blocks, table, cells);
    }
}

void
pal_record_add_amendments (PalDocument *document, const PalVisit *visit)
{
  if (visit->amendments->len == 0)
    return;
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Amendments"));
  pal_blocks_add (document->blocks, PAL_BLOCK_DIM,
                  _ ("What was signed stands above as it was; these were added later."));
  for (guint i = 0; i < visit->amendments->len; i++)
    {
      const PalAmendment *amendment = visit->amendments->pdata[i];
      g_autofree char *when = pal_facts_moment (amendment->at);
      g_autofree char *line = NULL;

      if (amendment->author != NULL && when != NULL)
        /* Translators: who amended a visit and when: %1$s is a moment, %2$s a name. */
        line = g_strdup_printf (C_ ("amendment", "%1$s, %2$s"), when, amendment->author);
      pal_blocks_add (document->blocks, PAL_BLOCK_SUBHEADING,
                      line != NULL                ? line
                      : amendment->author != NULL ? amendment->author
                      : when != NULL              ? when
                                                  : _ ("Amendment"));
      pal_blocks_add_fact (document->blocks, _ ("Reason"), amendment->reason);
      pal_blocks_add_paragraphs (document->blocks, PAL_BLOCK_BODY, amendment->text);
    }
}
