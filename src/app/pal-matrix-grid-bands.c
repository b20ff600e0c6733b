/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the matrix grid as bands: painted together once they come into sight, and kept. The
 * grid itself is pal-matrix-grid.c's. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-matrix-grid-private.h"

#include "draw/pal-matrix-paint.h"

/* Lines of a band: pointing repaints none of them, scrolling sideways all that are in sight. What a
 * node covers is painted aside first, so a band is kept small enough for the processor's cache. */
#define BAND 6

/* Lines painted together. */
typedef struct
{
  guint first, last;
  double y, height;
  GskRenderNode *node; /* NULL until it comes into sight */
} Band;

static void
clear_band (gpointer data)
{
  g_clear_pointer (&((Band *) data)->node, gsk_render_node_unref);
}

/* A band keeps pairs together: their name stands between the two lines. */
static guint
get_last_of_band (PalMatrixGrid *self, guint first)
{
  const guint n = self->sheet->lines->len;
  guint last = MIN (first + BAND, n) - 1;
  while (last + 1 < n && pal_matrix_grid_get_line (self, (int) last + 1)->is_second)
    last++;
  return last;
}

/* Which part of the grid the page shows, with some on either side; all without a page. */
static void
find_sight (PalMatrixGrid *self, double *from, double *to)
{
  graphene_point_t top;
  *from = 0;
  *to = G_MAXDOUBLE;
  if (self->page == NULL || self->content == NULL ||
      gtk_adjustment_get_page_size (self->page) <= 0 ||
      !gtk_widget_compute_point (GTK_WIDGET (self), self->content, &GRAPHENE_POINT_INIT (0, 0),
                                 &top))
    return;
  *from = gtk_adjustment_get_value (self->page) - top.y;
  *to = *from + gtk_adjustment_get_page_size (self->page);
}

static gboolean
is_in_sight (const Band *band, double from, double to)
{
  return band->y + band->height >= from && band->y <= to;
}

static void
list_bands (PalMatrixGrid *self)
{
  for (guint first = 0; first < self->sheet->lines->len;)
    {
      const guint last = get_last_of_band (self, first);
      const PalMatrixLine *top = pal_matrix_grid_get_line (self, (int) first);
      const PalMatrixLine *bottom = pal_matrix_grid_get_line (self, (int) last);
      const Band band = { .first = first,
                          .last = last,
                          .y = PAL_MATRIX_HEAD_HEIGHT + top->y,
                          .height = bottom->y + bottom->height - top->y };
      g_array_append_val (self->bands, band);
      first = last + 1;
    }
}

/* Scrolled sideways, everything in sight is painted anew, and nothing else need be: a client of
 * years has four times as many rows as a window shows. */
static void
build_band (PalMatrixGrid *self, Band *band)
{
  cairo_t *cr;
  band->node = pal_matrix_grid_make_node (band->y, self->geometry.width, band->height, &cr);
  pal_matrix_paint_lines (cr, self->sheet, &self->geometry, pal_matrix_grid_get_theme (),
                          band->first, band->last);
  cairo_destroy (cr);
}

void
pal_matrix_grid_snapshot_bands (PalMatrixGrid *self, GtkSnapshot *snapshot)
{
  double from, to;
  if (self->bands->len == 0)
    list_bands (self);
  find_sight (self, &from, &to);
  for (guint i = 0; i < self->bands->len; i++)
    {
      Band *band = &g_array_index (self->bands, Band, i);
      if (band->node == NULL && is_in_sight (band, from, to))
        build_band (self, band);
      if (band->node != NULL)
        gtk_snapshot_append_node (snapshot, band->node);
    }
}

GArray *
pal_matrix_grid_bands_new (void)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));
  g_array_set_clear_func (bands, clear_band);
  return bands;
}

gboolean
pal_matrix_grid_misses_bands (PalMatrixGrid *self)
{
  double from, to;
  find_sight (self, &from, &to);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);
      if (band->node == NULL && is_in_sight (band, from, to))
        return TRUE;
    }
  return FALSE;
}
