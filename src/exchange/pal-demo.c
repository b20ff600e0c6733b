/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample practice, from the resource it is built in as. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-demo.h"

#include "pal-demo-resources.h"

#define DAYS_A_WEEK 7

static PalDate
find_newest_day (const PalPractice *practice)
{
  PalDate newest = PAL_NO_DATE;

  for (guint i = 0; i < practice->files->len; i++)
    {
      const PalClientFile *file = g_ptr_array_index (practice->files, i);

      for (guint k = 0; k < file->visits->len; k++)
        {
          const PalVisit *visit = g_ptr_array_index (file->visits, k);

          newest = MAX (newest, pal_time_get_date (visit->at));
        }
    }
  return newest;
}

/* The largest multiple of seven that leads to yesterday at most: a visit of this evening would look
 * odd in the morning. */
static int
count_days_to_shift (PalDate newest, PalDate today)
{
  int days = today - 1 - newest;
  int rest = days % DAYS_A_WEEK;

  return days - (rest < 0 ? rest + DAYS_A_WEEK : rest);
}

PalPractice *
pal_demo_load (PalAtlas *atlas, PalVocabulary *vocabulary, PalDate today, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PalPractice) practice = NULL;

  g_return_val_if_fail (today != PAL_NO_DATE, NULL);

  bytes = g_resource_lookup_data (pal_demo_get_resource (), "/org/palpate/demo/practice.json",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  practice = pal_practice_read_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     atlas, vocabulary, error);
  if (practice == NULL)
    return NULL;
  pal_practice_shift (practice, count_days_to_shift (find_newest_day (practice), today));
  return g_steal_pointer (&practice);
}
