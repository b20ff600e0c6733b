/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to show of training and recovery, and over which days; the picture itself is in
 * pal-load-paint.c. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-load-paint-private.h"

#define DAYS_A_WEEK 7
#define MAX_WEEKS 53

PalDate
pal_load_get_monday (PalDate day)
{
  /* 1970-01-01 was a Thursday. */
  int weekday = ((day + 3) % DAYS_A_WEEK + DAYS_A_WEEK) % DAYS_A_WEEK;
  return day - weekday;
}

gboolean
pal_load_has_training (const PalLoadResult *load)
{
  return load->weeks->len > 0 || load->run_weeks->len > 0;
}

gboolean
pal_load_find_week (const PalLoadResult *load, PalDate monday, PalLoadWeek *week)
{
  GArray *lists[] = { load->weeks, load->run_weeks };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      if (g_array_index (lists[i], PalLoadWeek, k).monday == monday)
        {
          *week = g_array_index (lists[i], PalLoadWeek, k);
          return TRUE;
        }
  return FALSE;
}

static void
widen (PalLoadPicture *self, PalDate first, PalDate last)
{
  if (self->from == PAL_NO_DATE || first < self->from)
    self->from = first;
  if (self->to == PAL_NO_DATE || last > self->to)
    self->to = last;
}

gboolean
pal_load_picture_fit_span (PalLoadPicture *self)
{
  const PalLoadResult *load = self->insights->load;
  GArray *lists[] = { load->weeks, load->run_weeks };

  self->from = self->to = PAL_NO_DATE;
  for (guint i = 0; i < self->insights->visits->len; i++)
    {
      PalDate day = pal_time_get_date (pal_insights_get_visit (self->insights, i)->at);
      widen (self, pal_load_get_monday (day), pal_load_get_monday (day) + DAYS_A_WEEK - 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      {
        PalDate monday = g_array_index (lists[i], PalLoadWeek, k).monday;
        widen (self, monday, monday + DAYS_A_WEEK - 1);
      }
  if (self->from == PAL_NO_DATE)
    return FALSE;
  self->from = MAX (self->from, self->to + 1 - MAX_WEEKS * DAYS_A_WEEK);
  return TRUE;
}

gboolean
pal_load_picture_has_recovery (const PalLoadPicture *self, gboolean stress)
{
  for (guint i = 0; i < self->insights->visits->len; i++)
    {
      const PalState *state = &pal_insights_get_visit (self->insights, i)->state;
      if (stress ? state->stress != PAL_UNSET : state->sleep_hours >= 0)
        return TRUE;
    }
  return FALSE;
}
