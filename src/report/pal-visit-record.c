/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The visit record from top to bottom. Its tables are in pal-visit-record-tables.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/pal-objective.h"
#include "report/pal-facts.h"
#include "report/pal-map-figure.h"
#include "report/pal-visit-record-private.h"
#include "report/pal-words-private.h"
#include "report/pal-write-in.h"

#define MAP_HEIGHT 250.0
#define LARGE_MAP_HEIGHT 300.0

/* Whose and which
 * ---------------------------------------------------------------------------------- */

static char *
create_status (const PalVisit *visit)
{
  g_autofree char *when = pal_facts_moment (visit->signed_at);

  if (!visit->is_signed)
    return g_strdup (_ ("Draft, not signed"));
  if (visit->signed_by != NULL && when != NULL)
    /* Translators: %1$s is a name, %2$s a moment. */
    return g_strdup_printf (_ ("Signed by %1$s on %2$s"), visit->signed_by, when);
  return g_strdup (_ ("Signed"));
}

static char *
create_born (const PalClient *client, PalDate on)
{
  g_autofree char *day = NULL;
  int age = pal_client_get_age (client, on);

  if (client->born == PAL_NO_DATE)
    return NULL;
  day = pal_date_format_display (client->born);
  if (age == PAL_UNSET)
    return g_steal_pointer (&day);
  /* Translators: %1$s is a day of birth, %2$d an age in years. */
  return g_strdup_printf (ngettext ("%1$s (%2$d year)", "%1$s (%2$d years)", (gulong) age), day,
                          age);
}

static void
add_facts (PalDocument *document, const PalClient *client, const PalVisit *visit)
{
  PalFacts *facts = pal_facts_new ();

  pal_facts_take (facts, _ ("Client"), pal_client_dup_name (client));
  pal_facts_take (facts, _ ("Born"), create_born (client, pal_time_get_local_date (visit->at)));
  pal_facts_add (facts, _ ("Sport"), client->sport);
  pal_facts_add (facts, _ ("Activity level"),
                 pal_facts_term (document->vocabulary, PAL_TERMS_ACTIVITY_LEVEL, client->level));
  pal_facts_add (facts, _ ("Squad"), client->squad);
  pal_facts_add (facts, _ ("Preferences"), client->preferences);
  pal_facts_take (facts, _ ("Visit"), pal_facts_moment (visit->at));
  if (visit->minutes != PAL_UNSET)
    pal_facts_take (facts, _ ("Length"),
                    g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) visit->minutes),
                                     visit->minutes));
  pal_facts_add (facts, _ ("Type"),
                 pal_facts_term (document->vocabulary, PAL_TERMS_VISIT_TYPE, visit->type));
  pal_facts_add (facts, _ ("Therapist"), visit->therapist);
  pal_facts_add (facts, _ ("Room"), visit->room);
  pal_facts_take (facts, _ ("Status"), create_status (visit));
  pal_facts_finish (facts, document->blocks, document->page.large);
}

static void
add_alerts (PalDocument *document, const PalClient *client, const PalVisit *visit)
{
  g_autofree char *seen = pal_facts_moment (visit->alerts_seen);
  g_autofree char *line = NULL;

  if (client->alerts->len == 0)
    return;
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Alerts"));
  for (guint i = 0; i < client->alerts->len; i++)
    {
      const PalAlert *alert = client->alerts->pdata[i];
      pal_blocks_add_fact (document->blocks,
                           alert->level == PAL_ALERT_STOP ? C_ ("alert", "Stop")
                                                          : C_ ("alert", "Caution"),
                           alert->text);
    }
  if (seen != NULL)
    /* Translators: %s is a moment. */
    line = g_strdup_printf (_ ("Acknowledged on %s."), seen);
  pal_blocks_add (document->blocks, PAL_BLOCK_DIM,
                  line != NULL ? line : _ ("Not acknowledged at this visit."));
}

static void
add_screening (PalDocument *document, const PalVisit *visit)
{
  g_autofree char *asked = pal_facts_moment (visit->screened_at);
  g_autofree char *line = NULL;

  if (asked == NULL && visit->red_flags == NULL)
    return;
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Red flags"));
  for (char **id = visit->red_flags; id != NULL && *id != NULL; id++)
    {
      const PalTerm *flag = pal_vocabulary_find (document->vocabulary, PAL_TERMS_RED_FLAG, *id);
      const char *advice = flag != NULL ? pal_term_get_advice (flag) : NULL;

      pal_blocks_add_fact (document->blocks, flag != NULL ? pal_term_get_name (flag) : *id,
                           advice != NULL ? advice : _ ("yes"));
    }
  if (visit->red_flags == NULL || visit->red_flags[0] == NULL)
    pal_blocks_add (document->blocks, PAL_BLOCK_BODY, _ ("None was answered with yes."));
  if (asked == NULL)
    return;
  /* Translators: %s is a moment. */
  line = g_strdup_printf (_ ("Asked on %s. Those answered with yes are named."), asked);
  pal_blocks_add (document->blocks, PAL_BLOCK_DIM, line);
}

/* What was said
 * ------------------------------------------------------------------------------------ */

static char *
list_regions (PalAtlas *atlas, GArray *regions)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < regions->len; i++)
    {
      const PalSidedRegion *place = &g_array_index (regions, PalSidedRegion, i);
      const PalRegion *region = pal_atlas_find_region (atlas, place->region);
      if (region != NULL)
        g_ptr_array_add (names, pal_region_dup_label (region, place->side));
    }
  return names->len > 0 ? pal_words_join (names) : NULL;
}

/* "Foot and ankle: 20 minutes; Neck" */
static char *
list_areas (PalAtlas *atlas, GPtrArray *areas)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < areas->len; i++)
    {
      const PalAreaTime *area = areas->pdata[i];
      const PalGroup *group = pal_atlas_find_group (atlas, area->group);
      const char *name = group != NULL ? pal_group_get_name (group) : area->group;
      g_autofree char *minutes = NULL;

      if (area->minutes != PAL_UNSET)
        minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) area->minutes),
                                   area->minutes);
      /* Translators: 1: a part of the body, 2: "20 minutes". */
      g_ptr_array_add (words, minutes != NULL
                                  ? g_strdup_printf (C_ ("area", "%1$s: %2$s"), name, minutes)
                                  : g_strdup (name));
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_ ("areas", "; "), (char **) words->pdata);
}

static void
add_complaint (PalDocument *document, const PalVisit *visit)
{
  g_autofree char *regions = list_regions (document->atlas, visit->complaint_regions);
  g_autofree char *areas = list_areas (document->atlas, visit->request_areas);
  guint before = document->blocks->len;

  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("What the client came for"));
  pal_blocks_add_paragraphs (document->blocks, PAL_BLOCK_BODY, visit->complaint_text);
  pal_blocks_add_fact (document->blocks, _ ("Regions"), regions);
  pal_blocks_add_fact (document->blocks, _ ("Time asked for"), visit->request);
  pal_blocks_add_fact (document->blocks, _ ("Minutes asked for"), areas);
  if (document->blocks->len == before + 1)
    g_ptr_array_set_size (document->blocks, (int) before);
}

/* What the shoe log says of the pair that was worn: "since 15 Aug 2025, 310.5 km" */
static char *
describe_shoes (const PalClient *client, const char *model)
{
  for (guint i = 0; model != NULL && i < client->shoes->len; i++)
    {
      const PalShoes *shoes = client->shoes->pdata[i];
      g_autofree char *km = pal_facts_number (shoes->km);
      g_autofree char *day =
          shoes->since != PAL_NO_DATE ? pal_date_format_display (shoes->since) : NULL;

      if (g_strcmp0 (shoes->model, model) != 0)
        continue;
      if (day != NULL && km != NULL)
        /* Translators: of a pair of shoes: %1$s is a date, %2$s a number of kilometres. */
        return g_strdup_printf (_ ("since %1$s, %2$s km"), day, km);
      if (day != NULL)
        /* Translators: of a pair of shoes: %s is a date. */
        return g_strdup_printf (_ ("since %s"), day);
      /* Translators: how far a pair of shoes has run. */
      return km != NULL ? g_strdup_printf (_ ("%s km"), km) : NULL;
    }
  return NULL;
}

static void
add_state (PalDocument *document, const PalClient *client, const PalVisit *visit)
{
  PalFacts *facts = pal_facts_new ();

  pal_facts_state (facts, &visit->state, document->vocabulary);
  pal_facts_take (facts, _ ("These shoes"), describe_shoes (client, visit->state.shoes));
  if (facts->len > 0)
    pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("State of the day"));
  pal_facts_finish (facts, document->blocks, document->page.large);
}

/* Made from the map, and shown to be: what was typed follows as it was typed. */
static void
add_generated (PalDocument *document, const char *lines)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  pal_blocks_add (document->blocks, PAL_BLOCK_DIM, _ ("Made from the findings on the map:"))->keep =
      TRUE;
  for (guint i = 0; each[i] != NULL; i++)
    pal_blocks_add (document->blocks, PAL_BLOCK_ITEM, each[i]);
}

static void
add_notes (PalDocument *document, const PalVisit *visit)
{
  g_autofree char *findings =
      pal_objective_dup_findings (visit, document->atlas, document->vocabulary);
  g_autofree char *unsaid = pal_objective_dup_unsaid (findings, visit->notes[PAL_NOTE_OBJECTIVE]);
  gboolean headed = FALSE;

  for (PalNoteSection section = PAL_NOTE_SUBJECTIVE; section < PAL_NOTE_N; section++)
    {
      const char *note = visit->notes[section];
      const gboolean generated = section == PAL_NOTE_OBJECTIVE && *unsaid != '\0';

      if (!generated && (note == NULL || *note == '\0'))
        continue;
      if (!headed)
        pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Notes"));
      headed = TRUE;
      pal_blocks_add (document->blocks, PAL_BLOCK_SUBHEADING, pal_note_section_get_name (section));
      if (generated)
        add_generated (document, unsaid);
      pal_blocks_add_paragraphs (document->blocks, PAL_BLOCK_BODY, note);
    }
}

/* What was found
 * ----------------------------------------------------------------------------------- */

static void
add_examined (PalDocument *document, const PalVisit *visit)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; visit->examined != NULL && visit->examined[i] != NULL; i++)
    {
      const PalGroup *group = pal_atlas_find_group (document->atlas, visit->examined[i]);
      if (group != NULL)
        g_ptr_array_add (names, (gpointer) pal_group_get_name (group));
    }
  list = names->len > 0 ? pal_words_join (names) : NULL;
  pal_blocks_add_fact (document->blocks, _ ("Examined"),
                       visit->examined == NULL ? _ ("all of the body")
                       : list != NULL          ? list
                                               : _ ("nothing was ticked"));
}

static void
add_map (PalDocument *document, const PalClient *client, const PalVisit *visit)
{
  PalMapFigure *figure =
      pal_map_figure_new (document->atlas, document->vocabulary, client->figure,
                          pal_body_map_new_for_visit (document->atlas, document->vocabulary,
                                                      visit));

  pal_body_map_set_unknown (figure->map, document->vocabulary, visit);
  pal_map_figure_choose_views (figure, visit);
  pal_map_figure_explain (figure, visit);
  figure->signs |= PAL_LEGEND_SEVERITY;
  figure->note = g_strdup (_ ("Grey lines: not examined."));
  figure->height = document->page.large ? LARGE_MAP_HEIGHT : MAP_HEIGHT;
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Body map, before treatment"));
  pal_map_figure_add (figure, document->blocks);
  add_examined (document, visit);
}

/* What comes next
 * ---------------------------------------------------------------------------------- */

static char *
list_check_next (PalAtlas *atlas, char **ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const PalRegion *region = pal_atlas_find_region (atlas, ids[i]);
      const PalGroup *group = pal_atlas_find_group (atlas, ids[i]);
      if (region != NULL)
        g_ptr_array_add (names, (gpointer) pal_region_get_name (region));
      else if (group != NULL)
        g_ptr_array_add (names, (gpointer) pal_group_get_name (group));
    }
  return names->len > 0 ? pal_words_join (names) : NULL;
}

static void
add_next (PalDocument *document, const PalVisit *visit)
{
  g_autofree char *check = list_check_next (document->atlas, visit->check_next);
  g_autofree char *when = pal_words_next_visit (visit);
  g_autofree char *care =
      pal_facts_terms (document->vocabulary, PAL_TERMS_HOME_CARE, visit->home_care);
  guint before = document->blocks->len;

  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Until next time"));
  pal_blocks_add_paragraphs (document->blocks, PAL_BLOCK_BODY, visit->advice);
  pal_blocks_add_fact (document->blocks, _ ("Home care"), care);
  pal_blocks_add_fact (document->blocks, _ ("Next visit"), when);
  pal_blocks_add_fact (document->blocks, _ ("To check next time"), check);
  if (document->blocks->len == before + 1)
    g_ptr_array_set_size (document->blocks, (int) before);
}

/* Making
 * ------------------------------------------------------------------------------------------- */

static char *
create_foot (const PalRecordTrail *trail)
{
  g_autofree char *when = NULL, *number = NULL, *line = NULL;

  if (trail == NULL || trail->n == 0)
    return g_strdup (_ ("Confidential."));
  when = pal_facts_moment (trail->at);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, trail->last);
  /* Translators: %1$u is how many lines of the audit trail there are about a visit, %2$s the number
   * of the last one, %3$s its moment, %4$s who did it. */
  line = g_strdup_printf (ngettext ("Confidential. Audit trail: %1$u entry, no. %2$s, %3$s, %4$s.",
                                    "Confidential. Audit trail: %1$u entries, the last no. %2$s, "
                                    "%3$s, %4$s.",
                                    trail->n),
                          trail->n, number, when, trail->actor != NULL ? trail->actor : "–");
  if (trail->seal == NULL || *trail->seal == '\0')
    return g_steal_pointer (&line);
  /* Translators: %1$s is the sentence about the audit trail, %2$s the first digits of the number
   * that seals it, as in "3f9a 02c1 77de". */
  return g_strdup_printf (_ ("%1$s Seal %2$s."), line, trail->seal);
}

static PalVisit *
find_visit (const PalClientFile *file, const char *visit_id)
{
  for (guint i = file->visits->len; i > 0; i--)
    {
      PalVisit *visit = file->visits->pdata[i - 1];
      if (visit_id == NULL || g_strcmp0 (visit->id, visit_id) == 0)
        return visit;
    }
  return NULL;
}

static void
fill (PalDocument *document, const PalClient *client, const PalVisit *visit, const char *signature)
{
  add_facts (document, client, visit);
  add_alerts (document, client, visit);
  add_screening (document, visit);
  add_complaint (document, visit);
  add_state (document, client, visit);
  add_map (document, client, visit);
  pal_record_add_marks (document, visit);
  pal_record_add_tests (document, visit);
  pal_record_add_consents (document, visit);
  add_notes (document, visit);
  add_next (document, visit);
  pal_record_add_amendments (document, visit);
  pal_record_add_signature (document, visit, signature);
}

PalDocument *
pal_visit_record_new (const PalReportSetup *setup,
                      const PalClientFile *file,
                      const char *visit_id,
                      const PalRecordTrail *trail,
                      GError **error)
{
  g_autoptr (PalDocument) document = NULL;
  g_autofree char *day = NULL;
  const PalVisit *visit;

  g_return_val_if_fail (setup != NULL && file != NULL, NULL);

  visit = find_visit (file, visit_id);
  if (visit == NULL)
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                           visit_id != NULL ? _ ("This client has no such visit.")
                                            : _ ("This client has no visit yet."));
      return NULL;
    }
  document = pal_document_new (setup, _ ("Visit record"));
  day = pal_date_format_long (pal_time_get_local_date (visit->at));
  pal_document_set_client (document, file->client, day);
  pal_document_add_far_line (document, setup->practice_contact);
  pal_document_set_logo (document, setup);
  document->numbered = TRUE;
  document->foot = create_foot (trail);
  document->page.body_size = 10.4;
  fill (document, file->client, visit, setup->signature);
  return g_steal_pointer (&document);
}
