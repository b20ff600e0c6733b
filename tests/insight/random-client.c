/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making clients up, mirroring and shuffling them. */

#include "config.h"

#include "random-client.h"

#include "kit.h"

#define DAY 86400

/* Few regions, so that marks meet: parts of structures, links of chains, neighbours, midline. */
static const char *const regions[] = {
  "itb-proximal",
  "itb-mid",
  "itb-distal",
  "lateral-knee",
  "soleus",
  "achilles",
  "gastrocnemius-medial",
  "gluteus-medius",
  "quadratus-lumborum",
  "lumbar-spine",
  "sacrum",
  "trapezius-upper",
  "masseter",
  "tensor-fasciae-latae",
  "piriformis",
  "plantar-fascia",
};
static const char *const kinds[] = { "tight",         "tight",  "tight", "pain",
                                     "trigger-point", "tender", "good",  "scar" };
static const char *const terrains[] = { "road", "trail", "track" };

static gboolean
is_lucky (GRand *random, double chance)
{
  return g_rand_double (random) < chance;
}

static const char *
choose (GRand *random, const char *const *words, guint n)
{
  return words[g_rand_int_range (random, 0, n)];
}

static PalSide
choose_side (GRand *random, const char *region)
{
  if (!pal_atlas_find_region (kit_get_atlas (), region)->paired)
    return PAL_SIDE_MIDLINE;
  return is_lucky (random, 0.6) ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
}

static void
add_mark (GRand *random, PalVisit *visit)
{
  const char *region = choose (random, regions, G_N_ELEMENTS (regions));
  const char *kind = choose (random, kinds, G_N_ELEMENTS (kinds));
  const PalTerm *term = pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, kind);
  PalMark *mark = pal_mark_new (region, choose_side (random, region), kind, PAL_UNSET);

  if (term->has_severity)
    {
      mark->before = g_rand_int_range (random, 1, 4);
      if (is_lucky (random, 0.4))
        mark->after = g_rand_int_range (random, 0, 4);
    }
  mark->carried = is_lucky (random, 0.1);
  if (is_lucky (random, 0.2))
    mark->source = PAL_SOURCE_CLIENT;
  g_ptr_array_add (visit->marks, mark);
}

static void
choose_examined (GRand *random, PalVisit *visit)
{
  g_clear_pointer (&visit->examined, g_strfreev);
  if (is_lucky (random, 0.15))
    return;

  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < pal_atlas_get_n_groups (kit_get_atlas ()); i++)
    if (is_lucky (random, 0.7))
      g_ptr_array_add (ids, g_strdup (pal_atlas_get_group (kit_get_atlas (), i)->id));
  g_ptr_array_add (ids, NULL);
  visit->examined = (char **) g_ptr_array_steal (ids, NULL);
}

static void
add_complaint (GRand *random, PalVisit *visit)
{
  if (is_lucky (random, 0.3))
    visit->complaint_text = g_strdup ("sore after Sunday");
  if (!is_lucky (random, 0.3))
    return;
  const char *region = choose (random, regions, G_N_ELEMENTS (regions));
  const PalSidedRegion complaint = { g_strdup (region), choose_side (random, region) };
  g_array_append_val (visit->complaint_regions, complaint);
}

static PalVisit *
create_visit (GRand *random, const char *client, guint i, PalTime at)
{
  PalVisit *visit = pal_visit_new (client, at);
  g_free (visit->id);
  visit->id = g_strdup_printf ("7a000000-0000-4000-8000-%012u", i);
  visit->therapist = g_strdup (is_lucky (random, 0.7) ? "A" : "B");
  choose_examined (random, visit);
  add_complaint (random, visit);
  const guint n = g_rand_int_range (random, 0, 14);
  for (guint j = 0; j < n; j++)
    add_mark (random, visit);
  if (is_lucky (random, 0.3))
    visit->state.next_race = pal_time_get_date (at) + g_rand_int_range (random, -3, 60);
  if (is_lucky (random, 0.3))
    visit->state.shoes = g_strdup (is_lucky (random, 0.5) ? "Model One" : "Model Two");
  return visit;
}

static void
add_runs (GRand *random, PalClient *client, PalDate from, guint n)
{
  PalDate date = from;
  for (guint i = 0; i < n; i++)
    {
      PalRun *run = g_new0 (PalRun, 1);
      run->date = date += g_rand_int_range (random, 0, 20);
      run->km = is_lucky (random, 0.1) ? PAL_UNSET : g_rand_int_range (random, 10, 60) / 2.0;
      run->minutes = is_lucky (random, 0.3) ? PAL_UNSET : g_rand_int_range (random, 10, 200);
      run->effort = is_lucky (random, 0.3) ? PAL_UNSET : g_rand_int_range (random, 0, 11);
      run->terrain = g_strdup (choose (random, terrains, G_N_ELEMENTS (terrains)));
      g_ptr_array_add (client->runs, run);
    }
}

static void
add_weeks (GRand *random, PalClient *client, PalDate monday, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);
      week->monday = monday += 7 * g_rand_int_range (random, 1, 3);
      week->km = is_lucky (random, 0.1) ? PAL_UNSET : g_rand_int_range (random, 0, 160) / 2.0;
      week->longest_km = is_lucky (random, 0.2) ? PAL_UNSET : g_rand_int_range (random, 5, 30);
      week->sessions = is_lucky (random, 0.2) ? PAL_UNSET : g_rand_int_range (random, 1, 8);
      week->minutes = PAL_UNSET;
      week->effort = PAL_UNSET;
      g_ptr_array_add (client->training_weeks, week);
    }
}

static void
add_baseline_words (GRand *random, PalClient *client, PalDate around)
{
  for (guint i = g_rand_int_range (random, 0, 3); i > 0; i--)
    {
      PalBaselineWord *word = g_new0 (PalBaselineWord, 1);
      word->region = g_strdup (choose (random, regions, G_N_ELEMENTS (regions)));
      word->side = choose_side (random, word->region);
      word->confirmed = is_lucky (random, 0.5);
      word->since = around + g_rand_int_range (random, -100, 100);
      g_ptr_array_add (client->baseline, word);
    }
}

PalClientFile *
random_client_new (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (PalClient) client = pal_client_new ("Ex", "Ample");
  PalClientFile *file = pal_client_file_new (client);
  PalTime at = G_GINT64_CONSTANT (1735722000) + (PalTime) g_rand_int_range (random, 0, 99) * DAY;
  const PalDate start = pal_time_get_date (at);
  const guint n = g_rand_int_range (random, 0, 31);

  for (guint i = 0; i < n; i++)
    {
      /* Now and then the same day again, or the very same moment. */
      at += is_lucky (random, 0.1) ? g_rand_int_range (random, 0, 3) * 3600
                                   : g_rand_int_range (random, DAY / 2, 30 * DAY);
      g_ptr_array_add (file->visits, create_visit (random, file->client->id, i, at));
    }
  if (is_lucky (random, 0.6))
    add_runs (random, file->client, start, g_rand_int_range (random, 0, 40));
  if (is_lucky (random, 0.7))
    add_weeks (random, file->client, start - 4 - ((start - 4) + 3) % 7,
               g_rand_int_range (random, 0, 30));
  add_baseline_words (random, file->client, start + 100);
  return file;
}

PalClientFile *
mirror_client_new (const PalClientFile *file)
{
  g_autoptr (PalClient) client = pal_client_copy (file->client);
  PalClientFile *mirrored = pal_client_file_new (client);
  for (guint i = 0; i < mirrored->client->baseline->len; i++)
    {
      PalBaselineWord *word = g_ptr_array_index (mirrored->client->baseline, i);
      word->side = pal_side_mirror (word->side);
    }
  for (guint i = 0; i < file->visits->len; i++)
    {
      PalVisit *visit = pal_visit_copy (g_ptr_array_index (file->visits, i));
      for (guint j = 0; j < visit->marks->len; j++)
        {
          PalMark *mark = g_ptr_array_index (visit->marks, j);
          mark->side = pal_side_mirror (mark->side);
        }
      for (guint j = 0; j < visit->complaint_regions->len; j++)
        {
          PalSidedRegion *region = &g_array_index (visit->complaint_regions, PalSidedRegion, j);
          region->side = pal_side_mirror (region->side);
        }
      g_ptr_array_add (mirrored->visits, visit);
    }
  return mirrored;
}

static void
shuffle (GRand *random, GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      const guint j = g_rand_int_range (random, 0, i);
      gpointer kept = array->pdata[i - 1];
      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = kept;
    }
}

void
shuffle_client (PalClientFile *file, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  shuffle (random, file->visits);
  for (guint i = 0; i < file->visits->len; i++)
    shuffle (random, ((PalVisit *) g_ptr_array_index (file->visits, i))->marks);
}
