/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of shoes and terrain, gathered from visits, runs, weeks and the shoe log, each with the
 * day that first shows it. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-load-private.h"

/* One word on shoes or terrain, on its day. */
typedef struct
{
  PalDate date;
  PalLoadChangeWhat what;
  guint order;
  char *text;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static void
clear_change (gpointer data)
{
  PalLoadChange *change = data;
  g_free (change->from);
  g_free (change->to);
}

static void
take_word (GArray *words, PalDate date, PalLoadChangeWhat what, char *text)
{
  const Word word = { date, what, words->len, text };
  if (date != PAL_NO_DATE && text != NULL && *text != '\0')
    g_array_append_val (words, word);
  else
    g_free (text);
}

static void
take_terrains (GArray *words, PalDate date, char **ids)
{
  for (; ids != NULL && *ids != NULL; ids++)
    take_word (words, date, PAL_LOAD_CHANGE_TERRAIN, g_strdup (*ids));
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *left = a;
  const Word *right = b;

  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

static GArray *
list_words (const PalClient *client, GPtrArray *visits)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (words, clear_word);

  for (guint i = 0; i < client->shoes->len; i++)
    {
      const PalShoes *shoes = g_ptr_array_index (client->shoes, i);
      take_word (words, shoes->since, PAL_LOAD_CHANGE_SHOES, g_strdup (shoes->model));
    }
  for (guint i = 0; i < client->training_weeks->len; i++)
    {
      const PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, i);
      take_word (words, week->monday, PAL_LOAD_CHANGE_SHOES, g_strdup (week->shoes));
      take_terrains (words, week->monday, week->terrain);
    }
  for (guint i = 0; i < client->runs->len; i++)
    {
      const PalRun *run = g_ptr_array_index (client->runs, i);
      take_word (words, run->date, PAL_LOAD_CHANGE_SHOES, g_strdup (run->shoes));
      take_word (words, run->date, PAL_LOAD_CHANGE_TERRAIN, g_strdup (run->terrain));
    }
  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);
      const PalDate date = pal_time_get_date (visit->at);
      take_word (words, date, PAL_LOAD_CHANGE_SHOES, g_strdup (visit->state.shoes));
      take_terrains (words, date, visit->state.terrain);
    }
  g_array_sort (words, compare_words);
  return words;
}

static PalDate
find_last_visit_but_one (GPtrArray *visits)
{
  if (visits->len < 2)
    return PAL_NO_DATE;
  return pal_time_get_date (((const PalVisit *) g_ptr_array_index (visits, visits->len - 2))->at);
}

/* What was said of shoes, or of terrain, so far. */
typedef struct
{
  GHashTable *last_days; /* text → its last day */
  PalDate first_day;
  const char *latest;
  PalDate latest_day;
  const char *latest_before; /* on a day before @latest_day */
  PalDate day_before;        /* of @latest_before */
} Memory;

/* Returns whether the word is news: there was an earlier day to compare with, it was not the word
 * of that day, and it has not been heard of for weeks. Two pairs in turn, or road on weekdays and
 * trail on Sundays, are no change; nor is the same again, however long nothing was said. */
static gboolean
remember (Memory *memory, const Word *word)
{
  if (memory->latest == NULL)
    memory->first_day = word->date;
  if (memory->latest == NULL || word->date != memory->latest_day)
    {
      memory->latest_before = memory->latest;
      memory->day_before = memory->latest_day;
    }

  gpointer day;
  const gboolean heard = g_hash_table_lookup_extended (memory->last_days, word->text, NULL, &day) &&
                         (GPOINTER_TO_INT (day) >= memory->day_before ||
                          word->date - GPOINTER_TO_INT (day) <= PAL_LOAD_MEMORY_DAYS);

  memory->latest = word->text;
  memory->latest_day = word->date;
  g_hash_table_replace (memory->last_days, word->text, GINT_TO_POINTER (word->date));
  return !heard && word->date != memory->first_day;
}

GArray *
pal_load_list_changes (const PalClient *client, GPtrArray *visits, PalDate at)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PalLoadChange));
  g_array_set_clear_func (changes, clear_change);

  g_autoptr (GArray) words = list_words (client, visits);
  const PalDate visit_before = find_last_visit_but_one (visits);
  Memory memories[2] = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (memories); i++)
    memories[i].last_days = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      Memory *memory = &memories[word->what];
      if (at != PAL_NO_DATE && word->date > at)
        break;
      if (!remember (memory, word))
        continue;
      const PalLoadChange change = { word->date, word->what, g_strdup (memory->latest_before),
                                     g_strdup (word->text),
                                     visit_before != PAL_NO_DATE && word->date > visit_before };
      g_array_append_val (changes, change);
    }
  for (guint i = 0; i < G_N_ELEMENTS (memories); i++)
    g_hash_table_unref (memories[i].last_days);
  return changes;
}
