/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks themselves, as tables that can be read off. */

#define G_LOG_DOMAIN "kit"

#include "config.h"

#include "marked-runner.h"

#include "kit.h"

/* @after: −1 where it was not checked again; @voice: 'c' carried over, 's' said by the client. */
typedef struct
{
  const char *region;
  PalSide side;
  const char *kind;
  int before, after;
  char voice;
} MarkRow;

#define L PAL_SIDE_LEFT
#define R PAL_SIDE_RIGHT
#define M PAL_SIDE_MIDLINE
#define NOT -1

static const MarkRow rows[] = {
  { "itb-mid", L, "tight", 3, 1, 0 },
  { "itb-proximal", L, "tight", 2, NOT, 0 },
  { "itb-distal", L, "tight", 2, 2, 0 },
  { "tensor-fasciae-latae", L, "tight", 2, 0, 0 },
  { "tensor-fasciae-latae", L, "trigger-point", 2, NOT, 0 },
  { "vastus-lateralis", L, "tight", 1, NOT, 0 },
  { "rectus-femoris", R, "tight", 1, NOT, 'c' },
  { "iliopsoas", L, "tight", 2, NOT, 0 },
  { "adductors", R, "tender", 1, NOT, 0 },
  { "gluteus-medius", L, "trigger-point", 3, 1, 0 },
  { "gluteus-maximus", R, "tight", 1, NOT, 0 },
  { "piriformis", L, "tight", 2, NOT, 0 },
  { "biceps-femoris", L, "tight", 2, NOT, 0 },
  { "gastrocnemius-medial", L, "tight", 3, 2, 0 },
  { "gastrocnemius-medial", L, "cramp", 1, NOT, 0 },
  { "gastrocnemius-lateral", L, "tight", 2, NOT, 0 },
  { "soleus", R, "knot", 2, NOT, 0 },
  { "achilles", L, "pain", 2, NOT, 's' },
  { "tibialis-anterior", L, "trigger-point", 2, NOT, 0 },
  { "plantar-fascia", L, "pain", 1, NOT, 0 },
  { "lateral-knee", L, "pain", 2, NOT, 's' },
  { "erector-lumbar", R, "guarding", 2, NOT, 0 },
  { "quadratus-lumborum", R, "tight", 3, NOT, 0 },
  { "trapezius-upper", R, "tight", 2, 1, 0 },
  { "masseter", R, "tight", 1, NOT, 0 },
};

static const MarkRow rows_before[] = {
  { "itb-mid", L, "tight", 2, NOT, 0 },
  { "itb-proximal", L, "tight", 2, NOT, 0 },
  { "tensor-fasciae-latae", L, "tight", 1, NOT, 0 },
  { "gluteus-maximus", R, "tight", 3, NOT, 0 },
  { "biceps-femoris", L, "tight", 3, NOT, 0 },
  { "gastrocnemius-medial", L, "tight", 3, NOT, 0 },
  { "soleus", L, "tight", 2, NOT, 0 },
  { "tibialis-anterior", R, "tight", 1, NOT, 0 },
  { "erector-lumbar", R, "tight", 2, NOT, 0 },
  { "trapezius-upper", R, "tight", 2, NOT, 0 },
  { "levator-scapulae", L, "tight", 2, NOT, 0 },
};

static void
add_rows (PalVisit *visit, const MarkRow *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      PalMark *mark = pal_mark_new (table[i].region, table[i].side, table[i].kind, table[i].before);

      if (table[i].after != NOT)
        mark->after = table[i].after;
      mark->carried = table[i].voice == 'c';
      if (table[i].voice == 's')
        mark->source = PAL_SOURCE_CLIENT;
      pal_visit_put_mark (visit, kit_get_atlas (), mark);
    }
}

/* The point under the thumb, and where the ache travelled from it. */
static void
add_point (PalVisit *visit)
{
  PalMark *mark = pal_visit_find_mark (visit, "gluteus-medius", L, "trigger-point");
  PalMarkPoint point = { .view = PAL_VIEW_LEFT, .x = 6, .y = 452 };

  point.refers = TRUE;
  point.to_x = 18;
  point.to_y = 560;
  mark->points = g_array_new (FALSE, TRUE, sizeof (PalMarkPoint));
  g_array_append_val (mark->points, point);
}

/* A line drawn by hand down the back of the right thigh, pressed harder half-way. */
static void
add_ink (PalVisit *visit)
{
  static const double xyp[] = { 62, 560, 0.3, 66, 590, 0.6, 64, 620, 0.9,
                                58, 650, 0.7, 60, 680, 0.4, 64, 700, 0.2 };
  PalStroke *stroke = g_new0 (PalStroke, 1);

  stroke->view = PAL_VIEW_BACK;
  stroke->points = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (stroke->points, xyp, G_N_ELEMENTS (xyp));
  g_ptr_array_add (visit->ink, stroke);
}

static PalVisit *
visit_new (PalDate date)
{
  static const char *const examined[] = { "low-back", "hip", "thigh", "knee", "lower-leg", "foot" };
  PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, ((PalTime) date * 24 + 9) * 3600);

  for (guint i = 0; i < G_N_ELEMENTS (examined); i++)
    pal_visit_set_examined (visit, kit_get_atlas (), examined[i], TRUE);
  return visit;
}

PalVisit *
marked_runner_new (void)
{
  PalVisit *visit = visit_new (pal_date_new (2026, 3, 16));

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == 25);
  add_rows (visit, rows, G_N_ELEMENTS (rows));
  add_point (visit);
  add_ink (visit);
  return visit;
}

PalVisit *
marked_runner_new_before (void)
{
  PalVisit *visit = visit_new (pal_date_new (2026, 3, 2));

  add_rows (visit, rows_before, G_N_ELEMENTS (rows_before));
  return visit;
}
