/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of pal-words-heat.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-words-heat.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/pal-words-insight.h"

const char *
pal_heat_scope_get_name (PalHeatScope scope)
{
  switch (scope)
    {
    case PAL_HEAT_ALL:
      /* Translators: all findings, whatever the complaint. */
      return C_ ("findings shown", "All");
    case PAL_HEAT_BASELINE:
      return C_ ("findings shown", "Baseline");
    case PAL_HEAT_COMPLAINT:
      return C_ ("findings shown", "Complaint");
    case PAL_HEAT_N_SCOPES:
      break;
    }
  g_return_val_if_reached ("");
}

const char *
pal_heat_scope_get_plain (PalHeatScope scope)
{
  switch (scope)
    {
    case PAL_HEAT_ALL:
      return _ ("Everything that was found");
    case PAL_HEAT_BASELINE:
      return _ ("Only what is found whatever the complaint: suggested or confirmed as baseline");
    case PAL_HEAT_COMPLAINT:
      return _ ("Only the regions each visit’s complaint names");
    case PAL_HEAT_N_SCOPES:
      break;
    }
  g_return_val_if_reached ("");
}

static char *
say_severity (const PalHeatCell *cell, const char *seen)
{
  switch ((int) lround (pal_heat_cell_get_mean (cell)))
    {
    case 1:
      /* Translators: %s is as in "seen at 9 of 11 visits". */
      return g_strdup_printf (_ ("%s, mostly mild"), seen);
    case 2:
      /* Translators: %s is as in "seen at 9 of 11 visits". */
      return g_strdup_printf (_ ("%s, mostly moderate"), seen);
    default:
      /* Translators: %s is as in "seen at 9 of 11 visits". */
      return g_strdup_printf (_ ("%s, mostly severe"), seen);
    }
}

char *
pal_words_heat_cell (const PalHeatCell *cell)
{
  if (cell->looked_at == 0)
    return g_strdup (_ ("not examined in this span"));
  if (cell->examined == 0)
    return g_strdup (_ ("not among the findings shown"));
  if (cell->marked == 0)
    return g_strdup_printf (ngettext ("clear at %u visit that looked at it",
                                      "clear at %u visits that looked at it", cell->examined),
                            cell->examined);
  g_autofree char *seen = pal_words_seen_at (cell->marked, cell->examined);
  return say_severity (cell, seen);
}

static PalDate
get_day (GPtrArray *visits, guint place)
{
  return pal_time_get_local_date (((const PalVisit *) g_ptr_array_index (visits, place))->at);
}

char *
pal_words_heat_span (const PalMatrix *matrix, guint first, guint last)
{
  GPtrArray *visits = pal_matrix_get_visits (matrix);

  g_return_val_if_fail (first <= last && last < visits->len, NULL);

  g_autofree char *from = pal_date_format_display (get_day (visits, first));
  g_autofree char *to = pal_date_format_display (get_day (visits, last));
  if (first == last)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("One visit, %s"), from);
  /* Translators: %1$u is a number of visits, %2$s and %3$s are days. */
  return g_strdup_printf (ngettext ("%1$u visit, %2$s to %3$s", "%1$u visits, %2$s to %3$s",
                                    last - first + 1),
                          last - first + 1, from, to);
}
