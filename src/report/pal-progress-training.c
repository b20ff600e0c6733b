/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Training over a span, and the visits the report rests on. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/pal-facts.h"
#include "report/pal-progress-private.h"
#include "report/pal-words-insight.h"

#define MAX_WEEKS 12
#define NOTHING "–"

static char *
format_number (double value)
{
  char *number = isnan (value) ? NULL : pal_facts_number (value);
  return number != NULL ? number : g_strdup (NOTHING);
}

static char *
format_change (double percent)
{
  if (isnan (percent))
    return g_strdup (NOTHING);
  /* Translators: a change in percent, as in "+12 %". */
  return g_strdup_printf (C_ ("change", "%+.0f %%"), percent);
}

static void
add_weeks (const PalProgress *self, GArray *weeks)
{
  static const double shares[] = { 0.24, 0.19, 0.19, 0.19, 0.19, 0 };
  const char *const head[] = { _ ("Week from"), _ ("Kilometres"), _ ("Longest run"),
                               _ ("Sessions"),  _ ("Change"),     NULL };
  g_autoptr (PalTable) table = pal_progress_new_table (shares, head);

  table->bold[0] = FALSE;
  table->row_air = 2.2;
  for (guint i = 1; i < table->n_columns; i++)
    table->far[i] = TRUE;
  for (guint i = weeks->len > MAX_WEEKS ? weeks->len - MAX_WEEKS : 0; i < weeks->len; i++)
    {
      const PalLoadWeek *week = &g_array_index (weeks, PalLoadWeek, i);
      char **cells = g_new0 (char *, 6);

      cells[0] = pal_date_format_display (week->monday);
      cells[1] = format_number (week->km);
      cells[2] = format_number (week->longest_km);
      cells[3] = format_number (week->sessions);
      cells[4] = format_change (week->change_percent);
      pal_blocks_add_row (self->document->blocks, table, cells);
    }
}

void
pal_progress_add_training (const PalProgress *self)
{
  const PalLoadResult *load = self->insights->load;
  GArray *weeks = load->weeks->len > 0 ? load->weeks : load->run_weeks;
  GPtrArray *blocks = self->document->blocks;
  PalDate first = pal_time_get_date (((const PalVisit *) self->file->visits->pdata[0])->at);

  if (weeks->len == 0)
    return;
  pal_blocks_add (blocks, PAL_BLOCK_HEADING, _ ("Training"));
  pal_progress_add_load (self, self->matrix);
  for (guint i = 0; i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      g_autofree char *line = pal_words_spike (spike, load->coarse);

      if (spike->date >= first)
        pal_blocks_add (blocks, PAL_BLOCK_ITEM, line);
    }
  for (guint i = 0; i < load->changes->len; i++)
    {
      const PalLoadChange *change = &g_array_index (load->changes, PalLoadChange, i);
      g_autofree char *line = pal_words_load_change (change, self->document->vocabulary);

      if (change->date >= first)
        pal_blocks_add (blocks, PAL_BLOCK_ITEM, line);
    }
  add_weeks (self, weeks);
}

/* Visits
 * ------------------------------------------------------------------------------------------- */

static guint
count_findings (const PalVisit *visit, PalVocabulary *vocabulary)
{
  guint n = 0;

  for (guint i = 0; i < visit->marks->len; i++)
    n += pal_mark_counts (visit->marks->pdata[i], vocabulary) ? 1 : 0;
  return n;
}

void
pal_progress_add_visits (const PalProgress *self)
{
  static const double shares[] = { 0.17, 0.2, 0.14, 0.49, 0 };
  static const double large_shares[] = { 0.24, 0.2, 0.17, 0.39, 0 };
  const char *const head[] = { _ ("Visit"), _ ("Charted by"), _ ("Findings"), _ ("Came for"),
                               NULL };
  g_autoptr (PalTable) table =
      pal_progress_new_table (self->document->page.large ? large_shares : shares, head);

  table->bold[0] = FALSE;
  table->row_air = 2.2;
  pal_blocks_add (self->document->blocks, PAL_BLOCK_HEADING, _ ("The visits this rests on"));
  for (guint i = 0; i < self->file->visits->len; i++)
    {
      const PalVisit *visit = self->file->visits->pdata[i];
      char **cells = g_new0 (char *, 5);

      cells[0] = pal_date_format_display (pal_time_get_local_date (visit->at));
      cells[1] = g_strdup (visit->therapist != NULL ? visit->therapist : NOTHING);
      cells[2] = g_strdup_printf ("%u", count_findings (visit, self->document->vocabulary));
      cells[3] = g_strdup (visit->complaint_text != NULL ? visit->complaint_text : NOTHING);
      pal_blocks_add_row (self->document->blocks, table, cells);
    }
}
