/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of the client's page stand. On the first page a wide and a narrow column stand
 * below the figures; when that is too little, the figures give way a little first, and then both
 * columns run on over further pages. In large print there is one column. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-columns.h"
#include "report/pal-summary-private.h"

#define LARGE_FIGURES 330.0
#define LARGE_CROPS 190.0

/* How generous the first page is, the finest first: the first degree that holds everything is
 * taken, and the fourth when none does. */
static const struct
{
  double band_height, crop_height, body_size, line_spacing;
  double main_share; /* of the wide column */
  gboolean spares;
} degrees[] = {
  { 336, 156, 11.2, 1.2, 0.56, TRUE },   { 308, 146, 11.0, 1.18, 0.56, TRUE },
  { 308, 140, 11.0, 1.18, 0.50, TRUE },  { 284, 132, 10.7, 1.15, 0.56, TRUE },
  { 284, 126, 10.7, 1.12, 0.50, TRUE },  { 268, 118, 10.4, 1.1, 0.50, FALSE },
  { 246, 108, 10.2, 1.06, 0.56, FALSE }, { 246, 108, 10.2, 1.06, 0.50, FALSE },
};
#define DEGREE_OF_MANY_PAGES 3

/* Returns: whether it all stands on one page that is as generous as @degree. */
static gboolean
try_degree (PalSummary *self, guint degree, PalCursor *main, PalCursor *side)
{
  PalColumns columns = { .top = self->top_blocks,
                         .main = self->main_blocks,
                         .side = self->side_blocks,
                         .main_share = degrees[degree].main_share,
                         .spares = degrees[degree].spares };

  if (self->figures != NULL)
    self->figures->height = degrees[degree].band_height;
  if (self->crops != NULL)
    self->crops->height = degrees[degree].crop_height;
  self->document->page.body_size = degrees[degree].body_size;
  self->document->page.line_spacing = degrees[degree].line_spacing;
  return pal_columns_flow_first (&columns, self->document, main, side);
}

static void
flow_large (PalSummary *self)
{
  PalColumns columns = { .top = self->top_blocks,
                         .main = self->main_blocks,
                         .side = self->side_blocks };

  if (self->figures != NULL)
    self->figures->height = LARGE_FIGURES;
  if (self->crops != NULL)
    self->crops->height = LARGE_CROPS;
  pal_columns_flow_single (&columns, self->document);
}

void
pal_summary_flow (PalDocument *document)
{
  PalSummary *self = document->data;
  PalCursor main, side;

  if (document->page.large)
    {
      flow_large (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    if (try_degree (self, i, &main, &side))
      return;
  try_degree (self, DEGREE_OF_MANY_PAGES, &main, &side);
  pal_columns_flow_rest (document, &main, &side);
}
