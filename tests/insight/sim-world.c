/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The simulated world: chances, thresholds and rounding. */

#include "config.h"

#include "sim-world.h"

#include <math.h>
#include <string.h>

#define EXAMINED 0.8
#define LIKENESS 0.5
#define STRAY_SEVERITY 1.2

/* A pair that is marked by more than strays. */
typedef struct
{
  double left_rate, right_rate;
  double left_severity, right_severity;
  SimLikeness likeness;
} Tight;

static double
draw_normal (GRand *random)
{
  /* Box and Muller; 1 − u keeps the logarithm off zero. */
  const double u = 1.0 - g_rand_double (random);
  return sqrt (-2.0 * log (u)) * cos (2.0 * G_PI * g_rand_double (random));
}

static guint8
draw_severity (GRand *random, double mean, double noise)
{
  const double severity = round (mean + noise * draw_normal (random));
  return CLAMP (severity, 1, 3);
}

static double
normal_cdf (double z)
{
  return 0.5 * erfc (-z * M_SQRT1_2);
}

/* Two numbers between 0 and 1, one a side: a side is marked where its number is below its rate. */
static void
draw_chances (GRand *random, SimLikeness likeness, double *left, double *right)
{
  *left = g_rand_double (random);
  *right = g_rand_double (random);
  if (likeness == SIM_LIKENESS_SHARED && g_rand_double (random) < LIKENESS)
    *right = *left;
  if (likeness == SIM_LIKENESS_HIDDEN)
    {
      const double day = sqrt (LIKENESS) * draw_normal (random);
      *left = normal_cdf (day + sqrt (1 - LIKENESS) * draw_normal (random));
      *right = normal_cdf (day + sqrt (1 - LIKENESS) * draw_normal (random));
    }
}

static void
swap_sides (Tight *tight)
{
  const Tight was = *tight;
  tight->left_rate = was.right_rate;
  tight->right_rate = was.left_rate;
  tight->left_severity = was.right_severity;
  tight->right_severity = was.left_severity;
}

static Tight
create_imbalance (SimLikeness likeness)
{
  return (Tight){ 0.85, 0.15, 2.2, 1.2, likeness };
}

/* A therapist with a high @threshold marks seldom and mildly. */
static void
mark_tight (SimClient *client,
            GRand *random,
            const SimWorld *world,
            guint pair,
            guint visit,
            const Tight *tight,
            double threshold)
{
  double left, right;
  draw_chances (random, tight->likeness, &left, &right);
  if (left < tight->left_rate - 0.2 * threshold)
    client->left[pair][visit] =
        MAX (client->left[pair][visit],
             draw_severity (random, tight->left_severity - threshold, world->noise));
  if (right < tight->right_rate - 0.2 * threshold)
    client->right[pair][visit] =
        MAX (client->right[pair][visit],
             draw_severity (random, tight->right_severity - threshold, world->noise));
}

static void
mark_strays (SimClient *client, GRand *random, const SimWorld *world, guint visit)
{
  for (guint pair = 0; pair < client->n_pairs; pair++)
    {
      if (g_rand_double (random) < world->stray)
        client->left[pair][visit] = draw_severity (random, STRAY_SEVERITY, world->noise);
      if (g_rand_double (random) < world->stray)
        client->right[pair][visit] = draw_severity (random, STRAY_SEVERITY, world->noise);
    }
}

static void
examine (SimClient *client, GRand *random, PalAtlas *atlas, guint visit)
{
  guint pair = 0;
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);
      const gboolean examined = g_rand_double (random) < EXAMINED;
      for (guint j = 0; j < group->n_regions; j++)
        if (pal_atlas_get_region (atlas, group->regions[j])->paired)
          client->known[pair++][visit] = examined;
    }
  client->n_pairs = pair;
}

/* Different pairs by chance: those that are tight alike, then the imbalance, then the habit. */
static void
choose_pairs (GRand *random, guint n_pairs, guint *chosen, guint n)
{
  gboolean taken[SIM_MAX_PAIRS] = { FALSE };
  for (guint i = 0; i < n; i++)
    {
      do
        chosen[i] = g_rand_int_range (random, 0, n_pairs);
      while (taken[chosen[i]]);
      taken[chosen[i]] = TRUE;
    }
}

void
sim_client_make (
    SimClient *client, const SimWorld *world, PalAtlas *atlas, GRand *random, gboolean imbalanced)
{
  guint chosen[SIM_MAX_PAIRS];
  Tight tight[SIM_MAX_PAIRS];
  guint n_tight = world->n_tight;

  memset (client, 0, sizeof *client);
  for (guint visit = 0; visit < SIM_VISITS; visit++)
    examine (client, random, atlas, visit);
  choose_pairs (random, client->n_pairs, chosen, n_tight + 2);
  for (guint i = 0; i < n_tight; i++)
    {
      const double rate = g_rand_double_range (random, 0.35, 0.8);
      const double severity = g_rand_double_range (random, 1.2, 2.2);
      tight[i] = (Tight){ rate, rate, severity, severity, world->likeness };
    }

  client->imbalanced = client->habit = -1;
  client->alike = n_tight > 0 ? (int) chosen[0] : -1;
  client->side = g_rand_boolean (random) ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
  if (imbalanced)
    {
      client->imbalanced = chosen[n_tight];
      tight[n_tight] = create_imbalance (world->heavy_likeness);
      if (client->side == PAL_SIDE_RIGHT)
        swap_sides (&tight[n_tight]);
      n_tight++;
    }
  if (world->habit_visits > 0)
    {
      client->habit = chosen[n_tight];
      tight[n_tight++] = create_imbalance (world->heavy_likeness);
    }

  for (guint visit = 0; visit < SIM_VISITS; visit++)
    {
      const double threshold = !world->two_therapists ? 0.0 : g_rand_boolean (random) ? 0.4 : -0.4;
      mark_strays (client, random, world, visit);
      if (client->habit >= 0 && visit > 0 && visit % world->habit_visits == 0)
        swap_sides (&tight[n_tight - 1]);
      for (guint i = 0; i < n_tight; i++)
        mark_tight (client, random, world, chosen[i], visit, &tight[i], threshold);
    }
}

void
sim_client_count (const SimClient *client, guint n_visits, PalPairCounts *pairs)
{
  memset (pairs, 0, client->n_pairs * sizeof *pairs);
  for (guint pair = 0; pair < client->n_pairs; pair++)
    for (guint visit = 0; visit < n_visits; visit++)
      if (client->known[pair][visit])
        {
          pairs[pair].n++;
          pairs[pair]
              .cells[PAL_PAIR_CELL (client->left[pair][visit], client->right[pair][visit])]++;
        }
}
