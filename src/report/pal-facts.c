/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts as words and as a table. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-facts.h"

#include <glib/gi18n-lib.h>

PalFacts *
pal_facts_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

void
pal_facts_add (PalFacts *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_ptr_array_add (self, g_strdup (name));
  g_ptr_array_add (self, g_strdup (value));
}

void
pal_facts_take (PalFacts *self, const char *name, char *value)
{
  pal_facts_add (self, name, value);
  g_free (value);
}

/* Down the first column, then down the second, as people read them. */
static void
add_two_columns (PalFacts *self, GPtrArray *blocks)
{
  static const double shares[] = { 0.17, 0.33, 0.17, 0.33, 0 };
  g_autoptr (PalTable) table = pal_table_new (shares);
  guint n = self->len / 2, rows = (n + 1) / 2;

  table->bold[0] = table->bold[2] = TRUE;
  table->row_air = 2.2;
  for (guint i = 0; i < rows; i++)
    {
      char **cells = g_new0 (char *, 5);
      guint second = rows + i;

      cells[0] = g_strdup (self->pdata[2 * i]);
      cells[1] = g_strdup (self->pdata[2 * i + 1]);
      cells[2] = g_strdup (second < n ? self->pdata[2 * second] : "");
      cells[3] = g_strdup (second < n ? self->pdata[2 * second + 1] : "");
      pal_blocks_add_row (blocks, table, cells);
    }
}

/* Large letters need the whole width. */
static void
add_one_column (PalFacts *self, GPtrArray *blocks)
{
  static const double shares[] = { 0.36, 0.64, 0 };
  g_autoptr (PalTable) table = pal_table_new (shares);

  table->bold[0] = TRUE;
  table->row_air = 2.2;
  for (guint i = 0; i + 1 < self->len; i += 2)
    {
      char **cells = g_new0 (char *, 3);

      cells[0] = g_strdup (self->pdata[i]);
      cells[1] = g_strdup (self->pdata[i + 1]);
      pal_blocks_add_row (blocks, table, cells);
    }
}

void
pal_facts_finish (PalFacts *self, GPtrArray *blocks, gboolean large)
{
  if (large)
    add_one_column (self, blocks);
  else
    add_two_columns (self, blocks);
  g_ptr_array_unref (self);
}

/* Words
 * -------------------------------------------------------------------------------------------- */

char *
pal_facts_number (double number)
{
  /* Never "-0", and no more places than were typed. */
  return number < 0 ? NULL : g_strdup_printf ("%.6g", number);
}

char *
pal_facts_scale (int value)
{
  /* Translators: %d is on a scale from 0 to 10. */
  return value == PAL_UNSET ? NULL : g_strdup_printf (_ ("%d of 10"), value);
}

const char *
pal_facts_term (PalVocabulary *vocabulary, PalTermList list, const char *id)
{
  const PalTerm *term = id != NULL ? pal_vocabulary_find (vocabulary, list, id) : NULL;
  return term != NULL ? pal_term_get_name (term) : id;
}

char *
pal_facts_terms (PalVocabulary *vocabulary, PalTermList list, char **ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) pal_facts_term (vocabulary, list, ids[i]));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

char *
pal_facts_moment (PalTime at)
{
  g_autofree char *day = NULL, *clock = NULL;

  if (at == PAL_NO_TIME)
    return NULL;
  day = pal_date_format_display (pal_time_get_local_date (at));
  clock = pal_time_format_clock (at);
  /* Translators: a moment: %1$s is a day, %2$s a time. */
  return g_strdup_printf (C_ ("moment", "%1$s, %2$s"), day, clock);
}

static char *
format_days (int days)
{
  if (days == PAL_UNSET)
    return NULL;
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
}

void
pal_facts_state (PalFacts *self, const PalState *state, PalVocabulary *vocabulary)
{
  g_autofree char *hours = pal_facts_number (state->sleep_hours);

  if (hours != NULL)
    /* Translators: %s is a number of hours of sleep, as in "7.5". */
    pal_facts_take (self, _ ("Sleep"), g_strdup_printf (_ ("%s hours"), hours));
  pal_facts_take (self, _ ("Sleep quality"), pal_facts_scale (state->sleep_quality));
  pal_facts_take (self, _ ("Stress"), pal_facts_scale (state->stress));
  pal_facts_take (self, _ ("Pain at rest"), pal_facts_scale (state->pain_at_rest));
  pal_facts_take (self, _ ("Pain in training"), pal_facts_scale (state->pain_in_training));
  pal_facts_take (self, _ ("Rest days a week"), pal_facts_number (state->rest_days));
  pal_facts_take (self, _ ("Recovery sessions"), pal_facts_number (state->recovery_sessions));
  pal_facts_take (self, _ ("Since the last hard session"), format_days (state->days_since_hard));
  if (g_strcmp0 (state->breathing, "restricted") == 0)
    pal_facts_add (self, _ ("Breathing"), _ ("Restricted"));
  else if (g_strcmp0 (state->breathing, "full") == 0)
    pal_facts_add (self, _ ("Breathing"), _ ("Full"));
  pal_facts_take (self, _ ("Symptoms"),
                  pal_facts_terms (vocabulary, PAL_TERMS_SYMPTOM, state->symptoms));
  pal_facts_take (self, _ ("Terrain"),
                  pal_facts_terms (vocabulary, PAL_TERMS_TERRAIN, state->terrain));
  pal_facts_add (self, _ ("Shoes"), state->shoes);
  pal_facts_add (self, _ ("Food and drink"), state->nutrition);
  if (state->next_race != PAL_NO_DATE)
    pal_facts_take (self, _ ("Next race"), pal_date_format_display (state->next_race));
}
