/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of pal-words-insight.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-insight.h"

/* Fewer visits tell nothing of recurrence; the same bound as of %PAL_CLASS_TOO_FEW. */
#define MIN_VISITS 3

static PalDate
get_day (const PalInsights *insights, guint place)
{
  return pal_time_get_local_date (pal_insights_get_visit (insights, place)->at);
}

char *
pal_words_basis (const PalInsights *insights)
{
  const guint n = insights->visits->len;
  if (n == 0)
    return g_strdup (_ ("No visits yet."));
  g_autofree char *first = pal_date_format_display (get_day (insights, 0));
  g_autofree char *last = pal_date_format_display (get_day (insights, n - 1));
  if (n == 1)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("One visit, on %s: too few visits to tell."), first);
  if (n < MIN_VISITS)
    /* Translators: %1$u is a number of visits, at least 2; %2$s and %3$s are days. */
    return g_strdup_printf (ngettext ("%1$u visit from %2$s to %3$s: too few visits to tell.",
                                      "%1$u visits from %2$s to %3$s: too few visits to tell.", n),
                            n, first, last);
  /* Translators: %1$u is a number of visits, at least 3; %2$s and %3$s are days. */
  return g_strdup_printf (ngettext ("%1$u visit from %2$s to %3$s.",
                                    "%1$u visits from %2$s to %3$s.", n),
                          n, first, last);
}

char *
pal_words_seen_at (guint seen, guint visits)
{
  /* Translators: as in "seen at 9 of 11 visits"; the plural goes by the second number. */
  return g_strdup_printf (ngettext ("seen at %1$u of %2$u visit", "seen at %1$u of %2$u visits",
                                    visits),
                          seen, visits);
}

char *
pal_words_n_visits (guint visits)
{
  return g_strdup_printf (ngettext ("%u visit", "%u visits", visits), visits);
}
