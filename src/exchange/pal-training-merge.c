/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Joining a table of training with the weeks and runs a client has. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-training-table.h"

static gboolean
merge_number (double *into, double value)
{
  const gboolean changes = value >= 0 && *into != value;

  if (changes)
    *into = value;
  return changes;
}

static gboolean
merge_count (int *into, int value)
{
  const gboolean changes = value >= 0 && *into != value;

  if (changes)
    *into = value;
  return changes;
}

static gboolean
merge_text (char **into, const char *value)
{
  const gboolean changes = value != NULL && g_strcmp0 (*into, value) != 0;

  if (changes)
    {
      g_free (*into);
      *into = g_strdup (value);
    }
  return changes;
}

static gboolean
merge_week (PalTrainingWeek *into, const PalTrainingWeek *week)
{
  gboolean changes = merge_number (&into->km, week->km);

  changes |= merge_number (&into->longest_km, week->longest_km);
  changes |= merge_count (&into->minutes, week->minutes);
  changes |= merge_count (&into->sessions, week->sessions);
  changes |= merge_number (&into->effort, week->effort);
  changes |= merge_text (&into->shoes, week->shoes);
  if (week->terrain != NULL && !pal_strv_equal0 (into->terrain, week->terrain))
    {
      g_strfreev (into->terrain);
      into->terrain = g_strdupv (week->terrain);
      changes = TRUE;
    }
  return changes;
}

static gboolean
merge_run (PalRun *into, const PalRun *run)
{
  gboolean changes = merge_number (&into->km, run->km);

  changes |= merge_count (&into->minutes, run->minutes);
  changes |= merge_number (&into->effort, run->effort);
  changes |= merge_text (&into->terrain, run->terrain);
  changes |= merge_text (&into->shoes, run->shoes);
  return changes;
}

static void
count (PalTrainingMerge *merge, gboolean changed)
{
  if (changed)
    merge->n_replaced++;
  else
    merge->n_same++;
}

static void
put_week (PalClient *client, const PalTrainingWeek *week, PalTrainingMerge *merge)
{
  PalTrainingWeek *added;

  for (guint i = 0; i < client->training_weeks->len; i++)
    {
      PalTrainingWeek *known = g_ptr_array_index (client->training_weeks, i);

      if (known->monday == week->monday)
        {
          count (merge, merge_week (known, week));
          return;
        }
    }
  added = g_memdup2 (week, sizeof *week);
  added->terrain = g_strdupv (week->terrain);
  added->shoes = g_strdup (week->shoes);
  g_ptr_array_add (client->training_weeks, added);
  merge->n_added++;
}

static void
put_run (PalClient *client, const PalRun *run, PalTrainingMerge *merge)
{
  PalRun *added;

  for (guint i = 0; i < client->runs->len; i++)
    {
      PalRun *known = g_ptr_array_index (client->runs, i);

      if (known->date == run->date && known->km == run->km)
        {
          count (merge, merge_run (known, run));
          return;
        }
    }
  added = g_memdup2 (run, sizeof *run);
  added->terrain = g_strdup (run->terrain);
  added->shoes = g_strdup (run->shoes);
  g_ptr_array_add (client->runs, added);
  merge->n_added++;
}

PalTrainingMerge
pal_training_table_merge (const PalTrainingTable *self, PalClient *client)
{
  PalTrainingMerge merge = { 0, 0, 0 };

  g_return_val_if_fail (self != NULL && client != NULL, merge);

  for (guint i = 0; i < self->weeks->len; i++)
    put_week (client, g_ptr_array_index (self->weeks, i), &merge);
  for (guint i = 0; i < self->runs->len; i++)
    put_run (client, g_ptr_array_index (self->runs, i), &merge);
  return merge;
}
