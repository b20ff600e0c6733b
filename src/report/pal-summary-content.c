/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the two columns of the client's page, section by section. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-summary-private.h"
#include "report/pal-words-private.h"

/* How many of the tightest places get a sentence on what they do. */
#define MAX_EXPLAINED 2

static gint
compare_severity (gconstpointer a, gconstpointer b)
{
  const PalMark *first = *(PalMark *const *) a, *second = *(PalMark *const *) b;
  return second->before - first->before;
}

/* Keeps what the block says by itself. @made: (transfer full) (nullable). Returns: (nullable): what
 * it says on this page; %NULL when it is left out or has nothing to say. */
static const char *
choose_words (PalSummary *self, PalSummaryBlock block, char *made)
{
  const PalSummaryText *own = pal_visit_find_summary_text (self->visit, block);

  self->made[block] = made;
  if ((self->parts & 1u << block) == 0)
    return NULL;
  return own != NULL ? own->text : made;
}

/* What is done on a line of its own. @next: (nullable) */
static void
append_line (GString *text, const char *next)
{
  if (next == NULL || *next == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, next);
}

/* Returns: (nullable): the words, or %NULL without any; frees @text. */
static char *
finish_lines (GString *text)
{
  return g_string_free (text, text->len == 0);
}

/* A plain sentence on what the tightest places do for a runner, each once. */
static char *
make_explanations (const PalSummary *self)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->visit->marks->len; i++)
    if (pal_mark_counts (self->visit->marks->pdata[i], self->document->vocabulary))
      g_ptr_array_add (marks, self->visit->marks->pdata[i]);
  g_ptr_array_sort (marks, compare_severity);
  for (guint i = 0; i < marks->len && g_hash_table_size (said) < MAX_EXPLAINED; i++)
    {
      const PalMark *mark = marks->pdata[i];
      const PalRegion *region = pal_atlas_find_region (self->document->atlas, mark->region);
      g_autofree char *lay = NULL, *text = NULL;

      if (region == NULL || mark->before < 2 || region->does == NULL ||
          !g_hash_table_add (said, region->id))
        continue;
      lay = pal_words_capitalise (pal_region_get_lay_name (region));
      /* Translators: %1$s is a part of the body, as in "Outer thigh", %2$s a sentence on what it
       * does. */
      text = g_strdup_printf (C_ ("explanation", "%1$s: %2$s"), lay, pal_region_get_does (region));
      append_line (lines, text);
    }
  return finish_lines (lines);
}

/* What the client came for, in the words that were taken down. */
static char *
make_complaint (const PalSummary *self)
{
  if (self->visit->complaint_text == NULL)
    return NULL;
  /* Translators: %s is what the client came for, in their words. */
  return g_strdup_printf (_ ("You came for: %s"), self->visit->complaint_text);
}

static char *
make_found (const PalSummary *self)
{
  PalDocument *document = self->document;
  g_autofree char *found = pal_words_found (self->visit, document->atlas, document->vocabulary);
  g_autofree char *told = pal_words_told (self->visit, document->atlas, document->vocabulary);
  GString *text = g_string_new (found);

  append_line (text, told);
  return finish_lines (text);
}

static void
fill_main (PalSummary *self)
{
  PalDocument *document = self->document;
  GPtrArray *blocks = self->main_blocks;
  const char *words = choose_words (self, PAL_SUMMARY_BLOCK_COMPLAINT, make_complaint (self));
  guint first;

  pal_blocks_add_paragraphs (blocks, PAL_BLOCK_DIM, words);
  words = choose_words (self, PAL_SUMMARY_BLOCK_FOUND, make_found (self));
  pal_blocks_add_section (blocks, _ ("What we found"), words);
  words = choose_words (self, PAL_SUMMARY_BLOCK_EXPLANATIONS, make_explanations (self));
  first = blocks->len;
  pal_blocks_add_paragraphs (blocks, PAL_BLOCK_DIM, words);
  /* What somebody wrote by hand is worth a page. */
  for (guint i = first; i < blocks->len; i++)
    ((PalBlock *) blocks->pdata[i])->spare =
        pal_visit_find_summary_text (self->visit, PAL_SUMMARY_BLOCK_EXPLANATIONS) == NULL;
  words = choose_words (self, PAL_SUMMARY_BLOCK_RECURRING,
                        pal_words_recurring (self->visits, document->atlas, document->vocabulary));
  pal_blocks_add_section (blocks, _ ("What keeps coming back"), words);
  words = choose_words (self, PAL_SUMMARY_BLOCK_DONE,
                        pal_words_done (self->visit, document->atlas, document->vocabulary));
  pal_blocks_add_section (blocks, _ ("What we did"), words);
}

/* Two people's fingers agree only moderately on what is tight. */
static char *
create_hands_note (const PalSummary *self)
{
  if (self->before == NULL || self->before->therapist == NULL || self->visit->therapist == NULL ||
      strcmp (self->before->therapist, self->visit->therapist) == 0)
    return NULL;
  /* Translators: %s is a person's name. */
  return g_strdup_printf (_ ("Last time %s treated you; hands differ a little."),
                          self->before->therapist);
}

static char *
make_since (const PalSummary *self)
{
  PalDocument *document = self->document;
  g_autoptr (PalComparison) comparison = NULL;

  if (self->before == NULL)
    return NULL;
  comparison =
      pal_compare_visits (self->before, self->visit, document->atlas, document->vocabulary);
  return pal_words_since (comparison, document->atlas);
}

static void
fill_since (PalSummary *self)
{
  GPtrArray *blocks = self->side_blocks;
  const char *words = choose_words (self, PAL_SUMMARY_BLOCK_SINCE, make_since (self));
  g_autofree char *note = create_hands_note (self);

  if (self->crops == NULL && words == NULL)
    return;
  pal_blocks_add (blocks, PAL_BLOCK_HEADING,
                  self->before != NULL ? _ ("Since last time") : _ ("Before and after"));
  if (self->crops != NULL)
    {
      pal_crops_add (self->crops, blocks);
      pal_blocks_add (blocks, PAL_BLOCK_DIM, self->crops->caption);
    }
  pal_blocks_add_paragraphs (blocks, PAL_BLOCK_BODY, words);
  pal_blocks_add (blocks, PAL_BLOCK_DIM, note);
}

static char *
make_until (const PalSummary *self)
{
  char **home_care = self->visit->home_care;
  GString *lines = g_string_new (NULL);

  append_line (lines, self->visit->advice);
  for (guint i = 0; home_care != NULL && home_care[i] != NULL; i++)
    {
      const PalTerm *term =
          pal_vocabulary_find (self->document->vocabulary, PAL_TERMS_HOME_CARE, home_care[i]);
      g_autofree char *text = NULL;

      if (term == NULL)
        continue;
      if (term->detail != NULL)
        /* Translators: %1$s is the name of an exercise, %2$s how to do it. */
        text = g_strdup_printf (C_ ("exercise", "%1$s: %2$s"), pal_term_get_name (term),
                                pal_term_get_detail (term));
      append_line (lines, text != NULL ? text : pal_term_get_name (term));
    }
  return finish_lines (lines);
}

/* The next race the client named, today or later; at the visit or in their own calendar. */
static PalDate
find_race (const PalSummary *self)
{
  PalDate race = self->visit->state.next_race;

  if (race != PAL_NO_DATE && race < self->document->today)
    race = PAL_NO_DATE;
  for (guint i = 0; i < self->client->events->len; i++)
    {
      const PalEvent *event = self->client->events->pdata[i];
      if (event->date != PAL_NO_DATE && event->date >= self->document->today &&
          (race == PAL_NO_DATE || event->date < race))
        race = event->date;
    }
  return race;
}

static char *
make_next (const PalSummary *self)
{
  g_autofree char *when = pal_words_next_visit (self->visit);
  g_autofree char *next = NULL, *to_go = NULL;
  GString *lines = g_string_new (NULL);
  PalDate race = find_race (self);

  if (when != NULL)
    /* Translators: %s is when, as in "in two weeks". */
    next = g_strdup_printf (_ ("Next visit: %s"), when);
  if (race != PAL_NO_DATE && race == self->document->today)
    to_go = g_strdup (_ ("Your race is today"));
  else if (race != PAL_NO_DATE)
    {
      int days = race - self->document->today;
      to_go = g_strdup_printf (ngettext ("Your race is in %d day", "Your race is in %d days",
                                         (gulong) days),
                               days);
    }
  append_line (lines, next);
  append_line (lines, to_go);
  return finish_lines (lines);
}

/* What the map on top shows: what was felt and told, before treatment. */
static PalBodyMap *
create_map (PalSummary *self)
{
  PalBodyMap *map =
      pal_body_map_new_for_visit (self->document->atlas, self->document->vocabulary, self->visit);

  for (guint i = 0; i < pal_atlas_get_n_regions (self->document->atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      pal_body_map_edit (map, pal_atlas_get_region (self->document->atlas, i), side)->after =
          PAL_UNSET;
  return map;
}

/* Severities in the client's words, as long as tightness is among them. */
static void
set_severity_words (PalSummary *self)
{
  const char *const words[] = { NULL, _ ("a little tight"), _ ("tight"), _ ("very tight") };
  gboolean tight = self->visit->marks->len == 0;

  for (guint i = 0; i < self->visit->marks->len && !tight; i++)
    tight = g_strcmp0 (((const PalMark *) self->visit->marks->pdata[i])->kind, "tight") == 0;
  for (guint severity = 1; tight && severity <= 3; severity++)
    self->figures->severity_words[severity] = g_strdup (words[severity]);
}

static void
fill_top (PalSummary *self)
{
  PalDocument *document = self->document;

  self->figures = pal_map_figure_new (document->atlas, document->vocabulary, self->client->figure,
                                      create_map (self));
  pal_map_figure_choose_views (self->figures, self->visit);
  pal_map_figure_explain (self->figures, self->visit);
  self->figures->signs |= PAL_LEGEND_SEVERITY;
  set_severity_words (self);
  self->figures->note = g_strdup (_ ("Left and right are yours."));
  self->figures->ruled = TRUE;
}

/* Without its map the page still explains the signs of the crops. */
static void
add_top (PalSummary *self)
{
  if ((self->parts & PAL_SUMMARY_PART (MAP)) == 0)
    self->figures->n_views = 0;
  if (self->figures->n_views > 0 || self->crops != NULL)
    pal_map_figure_add (self->figures, self->top_blocks);
  else
    g_clear_pointer (&self->figures, pal_map_figure_free);
}

void
pal_summary_fill (PalSummary *self)
{
  const char *until, *next;

  fill_top (self);
  self->crops = self->parts & PAL_SUMMARY_PART (SINCE) ? pal_summary_choose_crops (self) : NULL;
  add_top (self);
  fill_main (self);
  fill_since (self);
  until = choose_words (self, PAL_SUMMARY_BLOCK_UNTIL, make_until (self));
  pal_blocks_add_section (self->side_blocks, _ ("Until next time"), until);
  next = choose_words (self, PAL_SUMMARY_BLOCK_NEXT, make_next (self));
  pal_blocks_add (self->side_blocks, PAL_BLOCK_BOX, next);
}
