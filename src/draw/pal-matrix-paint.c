/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter of pal-matrix-paint.h. Severity is told by tone and by how full the box is, so that a
 * row reads as a small bar chart without any colour. All boxes of one look are one path: a sheet of
 * 500 visits and 150 rows is a few dozen fills. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-matrix-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "draw/pal-chart-text.h"
#include "draw/pal-paint-private.h"

#define SIDE_WIDTH 18
#define GAP 10
#define MIN_CELL_WIDTH 20
#define MAX_CELL_WIDTH 30
/* How much of a line's words must fit. */
#define LEAST_OF_WORDS 0.95

/* What the words at the end would like to have, and the least that is worth having. */
#define END_WANTED 440
#define END_LEAST 150
#define END_MOST 300
#define NARROW 520

#define TEXT_SIZE 12.5
#define SMALL_SIZE 11.0

#define BOX_INSET 1.5

/* Where the days stand in the head, below years and months. */
#define DAYS_TOP 27

/* Geometry ---------------------------------------------------------------------------------------
 */

PalMatrixGeometry
pal_matrix_measure (const PalMatrixSheet *sheet, double width, gboolean rtl)
{
  PalMatrixGeometry self = { .width = width, .rtl = rtl };
  const double n = MAX (sheet->n_visits, 1);

  self.label_width = width < NARROW ? 92 : CLAMP (width * 0.14, 116, 170);
  self.cells_x = self.label_width + SIDE_WIDTH;
  const double room = MAX (width - self.cells_x, MIN_CELL_WIDTH);
  const double least_end = width < NARROW ? 0 : CLAMP (width * 0.3, END_LEAST, END_MOST) + GAP;
  self.cell_width = floor (CLAMP ((room - END_WANTED) / n, MIN_CELL_WIDTH, MAX_CELL_WIDTH));
  if (least_end == 0)
    self.cell_width = floor (CLAMP (room / n, MIN_CELL_WIDTH, MAX_CELL_WIDTH));
  self.content_width = self.cell_width * sheet->n_visits;
  self.cells_width = self.content_width;
  /* Whole columns, so that the oldest in sight is not cut. */
  if (self.content_width > room - least_end)
    self.cells_width = MAX (floor ((room - least_end) / self.cell_width), 1) * self.cell_width;
  self.offset = self.content_width - self.cells_width;
  self.end_x = self.cells_x + self.cells_width + GAP;
  self.end_width = least_end == 0 ? 0 : MAX (width - self.end_x, 0);
  return self;
}

/* From a distance from the start to one from the left edge. */
static double
to_left (const PalMatrixGeometry *self, double start, double width)
{
  return self->rtl ? self->width - start - width : start;
}

static double
get_column (const PalMatrixGeometry *self, guint visit)
{
  return self->cells_x + visit * self->cell_width - self->offset;
}

static void
get_columns_in_sight (const PalMatrixSheet *sheet,
                      const PalMatrixGeometry *self,
                      guint *first,
                      guint *end)
{
  *first = (guint) MAX (floor (self->offset / self->cell_width), 0);
  *end = (guint) MIN (ceil ((self->offset + self->cells_width) / self->cell_width),
                      (double) sheet->n_visits);
}

static void
clip_to_cells (cairo_t *cr, const PalMatrixSheet *sheet, const PalMatrixGeometry *geometry)
{
  cairo_rectangle (cr, to_left (geometry, geometry->cells_x, geometry->cells_width), 0,
                   geometry->cells_width, PAL_MATRIX_HEAD_HEIGHT + sheet->height);
  cairo_clip (cr);
}

PalMatrixSpot
pal_matrix_pick (const PalMatrixSheet *sheet, const PalMatrixGeometry *geometry, double x, double y)
{
  PalMatrixSpot spot = PAL_MATRIX_NOWHERE;
  const double start = geometry->rtl ? geometry->width - x : x;
  if (start >= geometry->cells_x && start < geometry->cells_x + geometry->cells_width)
    {
      const double column = (start - geometry->cells_x + geometry->offset) / geometry->cell_width;
      if (column >= 0 && column < sheet->n_visits)
        spot.visit = (int) column;
    }
  if (y >= PAL_MATRIX_HEAD_HEIGHT && start >= 0 && start < geometry->width)
    spot.line = pal_matrix_sheet_find_at (sheet, y - PAL_MATRIX_HEAD_HEIGHT);
  return spot;
}

PalRect
pal_matrix_get_cell (const PalMatrixSheet *sheet,
                     const PalMatrixGeometry *geometry,
                     PalMatrixSpot spot)
{
  const PalMatrixLine *line = g_ptr_array_index (sheet->lines, spot.line);
  const double start = get_column (geometry, (guint) MAX (spot.visit, 0));
  return (PalRect){ to_left (geometry, start, geometry->cell_width),
                    PAL_MATRIX_HEAD_HEIGHT + line->y, geometry->cell_width, line->height };
}

/* Cells ------------------------------------------------------------------------------------------
 */

static void
add_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* How full the box is. */
static double
get_share (PalMatrixCell cell)
{
  switch (cell)
    {
    case PAL_MATRIX_MILD:
      return 0.38;
    case PAL_MATRIX_MODERATE:
      return 0.68;
    case PAL_MATRIX_UNKNOWN:
    case PAL_MATRIX_CLEAR:
    case PAL_MATRIX_SEVERE:
    case PAL_MATRIX_CARRIED:
    case PAL_MATRIX_N_CELLS:
      break;
    }
  return 1;
}

static void
add_cell (cairo_t *cr, const PalRect *cell, double share)
{
  const double height = cell->height - 2 * BOX_INSET;
  add_box (cr, cell->x + BOX_INSET, cell->y + BOX_INSET + height * (1 - share),
           cell->width - 2 * BOX_INSET, height * share, 2);
}

static void
stroke_boxes (cairo_t *cr, const PalColour *colour, double width)
{
  pal_colour_set (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Paints the current path in the look of the cell; @frames is told for marked cells. */
static void
paint_boxes (cairo_t *cr, PalMatrixCell look, const PalTheme *theme)
{
  const int severity = (int) look - PAL_MATRIX_CLEAR;
  const PalHatch unknown = { .angle_rad = -G_PI / 4,
                             .spacing = 4.5,
                             .width = 0.8,
                             .ground = { theme->unknown.r, theme->unknown.g, theme->unknown.b, 0 },
                             .line = theme->unknown };
  const double dash[] = { 2.5, 2 };
  switch (look)
    {
    case PAL_MATRIX_UNKNOWN:
      pal_hatch_fill (&unknown, cr, 1);
      return;
    case PAL_MATRIX_CLEAR:
      stroke_boxes (cr, &theme->border, theme->high_contrast ? 1.2 : 0.8);
      return;
    case PAL_MATRIX_MILD:
    case PAL_MATRIX_MODERATE:
    case PAL_MATRIX_SEVERE:
      pal_colour_set (cr, &theme->severity[severity]);
      cairo_fill_preserve (cr);
      stroke_boxes (cr, &theme->severity_line[severity], 0.9);
      return;
    case PAL_MATRIX_CARRIED:
      cairo_set_dash (cr, dash, 2, 0);
      stroke_boxes (cr, &theme->outline, 1.1);
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    case PAL_MATRIX_N_CELLS:
      break;
    }
}

static void
paint_cells (cairo_t *cr,
             const PalMatrixSheet *sheet,
             const PalMatrixGeometry *geometry,
             const PalTheme *theme,
             guint first,
             guint last)
{
  guint first_visit, end_visit;
  get_columns_in_sight (sheet, geometry, &first_visit, &end_visit);
  for (int look = PAL_MATRIX_UNKNOWN; look < PAL_MATRIX_N_CELLS; look++)
    {
      const gboolean is_marked = look >= PAL_MATRIX_MILD && look <= PAL_MATRIX_SEVERE;
      /* The frame of a clear box stands around every mark as well: how full it is can be seen. */
      for (int pass = is_marked ? 0 : 1; pass < 2; pass++)
        {
          cairo_new_path (cr);
          for (guint i = first; i <= last; i++)
            {
              const PalMatrixLine *line = g_ptr_array_index (sheet->lines, i);
              for (guint visit = first_visit; line->cells != NULL && visit < end_visit; visit++)
                if (line->cells[visit] == look)
                  {
                    const PalRect cell =
                        pal_matrix_get_cell (sheet, geometry,
                                             (PalMatrixSpot){ (int) i, (int) visit });
                    add_cell (cr, &cell, pass == 0 ? 1 : get_share ((PalMatrixCell) look));
                  }
            }
          paint_boxes (cr, pass == 0 ? PAL_MATRIX_CLEAR : (PalMatrixCell) look, theme);
        }
    }
}

void
pal_matrix_swatch_paint (cairo_t *cr,
                         double x,
                         double y,
                         double width,
                         double height,
                         PalMatrixCell cell,
                         const PalTheme *theme)
{
  const PalRect box = { x - BOX_INSET, y - BOX_INSET, width + 2 * BOX_INSET,
                        height + 2 * BOX_INSET };
  if (cell >= PAL_MATRIX_MILD && cell <= PAL_MATRIX_SEVERE)
    {
      add_cell (cr, &box, 1);
      paint_boxes (cr, PAL_MATRIX_CLEAR, theme);
    }
  add_cell (cr, &box, get_share (cell));
  paint_boxes (cr, cell, theme);
}

/* Lines ------------------------------------------------------------------------------------------
 */

static const char *
get_letter (PalSide side)
{
  switch (side)
    {
    case PAL_SIDE_LEFT:
      /* Translators: one letter that marks the client's left side on the picture of the body. */
      return C_ ("side letter", "L");
    case PAL_SIDE_RIGHT:
      /* Translators: one letter that marks the client's right side on the picture of the body. */
      return C_ ("side letter", "R");
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }
  return "";
}

static void
paint_name (cairo_t *cr,
            const PalMatrixGeometry *geometry,
            const PalMatrixLine *line,
            double y,
            const PalTheme *theme)
{
  const gboolean is_pair = line->side != PAL_SIDE_MIDLINE;
  const double middle = y + line->height / 2;
  const PalChartText name = { .x = to_left (geometry, 0, geometry->label_width - 4),
                              .width = geometry->label_width - 4,
                              .middle_y = is_pair ? y + line->height : middle,
                              .size = TEXT_SIZE,
                              .rtl = geometry->rtl };
  const PalChartText letter = { .x = to_left (geometry, geometry->label_width, SIDE_WIDTH),
                                .width = SIDE_WIDTH,
                                .middle_y = middle,
                                .size = SMALL_SIZE,
                                .align = PAL_TEXT_CENTRE };
  if (!line->is_second)
    pal_chart_text_paint (cr, &name,
                          line->structure != NULL ? pal_structure_get_short_name (line->structure)
                                                  : pal_region_get_short_name (line->region),
                          &theme->text);
  pal_chart_text_paint (cr, &letter, get_letter (line->side), &theme->dim_text);
}

/* Half a sentence tells less than a short one. Measured only where it may matter: a letter is about
 * half as wide as it is tall. */
static const char *
choose_words (cairo_t *cr, const PalMatrixLine *line, double room)
{
  const double most = room / LEAST_OF_WORDS;
  if (line->brief == NULL || g_utf8_strlen (line->words, -1) * TEXT_SIZE * 0.4 < most ||
      pal_chart_text_measure (cr, line->words, TEXT_SIZE, FALSE) <= most)
    return line->words;
  return line->brief;
}

static void
paint_end (cairo_t *cr,
           const PalMatrixGeometry *geometry,
           const PalMatrixLine *line,
           double y,
           const PalTheme *theme)
{
  PalChartText box = { .x = to_left (geometry, geometry->end_x, geometry->end_width),
                       .width = geometry->end_width,
                       .middle_y = y + line->height / 2,
                       .size = TEXT_SIZE,
                       .rtl = geometry->rtl };
  double used = 0;
  if (geometry->end_width <= 0)
    return;
  if (line->course != NULL)
    {
      box.bold = TRUE;
      used = pal_chart_text_paint (cr, &box, line->course, &theme->text) + 8;
      box.bold = FALSE;
    }
  box.width -= used;
  box.x = to_left (geometry, geometry->end_x + used, box.width);
  if (line->words != NULL && box.width > 40)
    pal_chart_text_paint (cr, &box, choose_words (cr, line, box.width), &theme->dim_text);
}

static void
paint_heading (cairo_t *cr,
               const PalMatrixGeometry *geometry,
               const PalMatrixLine *line,
               double y,
               const PalTheme *theme)
{
  const PalChartText box = { .x = 0,
                             .width = geometry->width,
                             .middle_y = y + line->height - 11,
                             .size = SMALL_SIZE,
                             .bold = TRUE,
                             .rtl = geometry->rtl };
  pal_chart_text_paint (cr, &box, pal_group_get_name (line->group), &theme->dim_text);
  cairo_rectangle (cr, 0, y + line->height - 2, geometry->width, 1);
  pal_colour_set (cr, &theme->border);
  cairo_fill (cr);
}

void
pal_matrix_paint_lines (cairo_t *cr,
                        const PalMatrixSheet *sheet,
                        const PalMatrixGeometry *geometry,
                        const PalTheme *theme,
                        guint first,
                        guint last)
{
  if (sheet->lines->len == 0)
    return;
  last = MIN (last, sheet->lines->len - 1);
  for (guint i = first; i <= last; i++)
    {
      const PalMatrixLine *line = g_ptr_array_index (sheet->lines, i);
      const double y = PAL_MATRIX_HEAD_HEIGHT + line->y;
      if (line->group != NULL)
        {
          paint_heading (cr, geometry, line, y, theme);
          continue;
        }
      paint_name (cr, geometry, line, y, theme);
      paint_end (cr, geometry, line, y, theme);
    }
  cairo_save (cr);
  clip_to_cells (cr, sheet, geometry);
  paint_cells (cr, sheet, geometry, theme, first, last);
  cairo_restore (cr);
}

/* Head -------------------------------------------------------------------------------------------
 */

/* Paints @text at the column unless it would touch the one before. Returns where it ends. */
static double
paint_label (cairo_t *cr,
             const PalMatrixGeometry *geometry,
             const char *text,
             double start,
             double taken,
             double middle_y,
             gboolean bold,
             const PalColour *colour)
{
  const double width = pal_chart_text_measure (cr, text, SMALL_SIZE, bold);
  const PalChartText box = { .x = to_left (geometry, start, width),
                             .width = width + 1,
                             .middle_y = middle_y,
                             .size = SMALL_SIZE,
                             .bold = bold };
  if (start < taken || start + width > geometry->cells_x + geometry->cells_width + 2 * GAP)
    return taken;
  pal_chart_text_paint (cr, &box, text, colour);
  return start + width + 6;
}

/* Years and months stand at the first column of theirs that is in sight. */
static void
paint_periods (cairo_t *cr,
               const PalMatrixSheet *sheet,
               const PalMatrixGeometry *geometry,
               const PalTheme *theme)
{
  guint first, end;
  int last_year = 0, last_month = 0;
  double year_taken = 0, month_taken = 0;
  get_columns_in_sight (sheet, geometry, &first, &end);
  for (guint visit = first; visit < end; visit++)
    {
      int year, month, day;
      pal_date_get_ymd (sheet->days[visit], &year, &month, &day);
      const double start = MAX (get_column (geometry, visit), geometry->cells_x) + 2;
      if (year != last_year)
        {
          g_autofree char *text = g_strdup_printf ("%d", year);
          year_taken =
              paint_label (cr, geometry, text, start, year_taken, 8, TRUE, &theme->dim_text);
        }
      if (year != last_year || month != last_month)
        month_taken = paint_label (cr, geometry, pal_month_get_short_name (month), start,
                                   month_taken, 22, FALSE, &theme->dim_text);
      last_year = year;
      last_month = month;
    }
}

static void
paint_days (cairo_t *cr,
            const PalMatrixSheet *sheet,
            const PalMatrixGeometry *geometry,
            const PalTheme *theme)
{
  guint first, end;
  get_columns_in_sight (sheet, geometry, &first, &end);
  for (guint visit = first; visit < end; visit++)
    {
      int year, month, day;
      pal_date_get_ymd (sheet->days[visit], &year, &month, &day);
      g_autofree char *text = g_strdup_printf ("%d", day);
      const double x = to_left (geometry, get_column (geometry, visit), geometry->cell_width);
      const PalChartText box = { .x = x,
                                 .width = geometry->cell_width,
                                 .middle_y = 36,
                                 .size = SMALL_SIZE,
                                 .align = PAL_TEXT_CENTRE };
      pal_chart_text_paint (cr, &box, text, &theme->text);
      /* Signed is a full dot, a draft a ring. */
      cairo_arc (cr, x + geometry->cell_width / 2, 46, sheet->is_signed[visit] ? 2 : 2.4, 0,
                 2 * G_PI);
      pal_colour_set (cr, &theme->dim_text);
      if (sheet->is_signed[visit])
        cairo_fill (cr);
      else
        stroke_boxes (cr, &theme->dim_text, 1.2);
    }
}

void
pal_matrix_paint_head (cairo_t *cr,
                       const PalMatrixSheet *sheet,
                       const PalMatrixGeometry *geometry,
                       const PalTheme *theme)
{
  paint_periods (cr, sheet, geometry, theme);
  cairo_save (cr);
  clip_to_cells (cr, sheet, geometry);
  paint_days (cr, sheet, geometry, theme);
  cairo_restore (cr);
}

void
pal_matrix_paint (cairo_t *cr,
                  const PalMatrixSheet *sheet,
                  const PalMatrixGeometry *geometry,
                  const PalTheme *theme)
{
  pal_matrix_paint_head (cr, sheet, geometry, theme);
  pal_matrix_paint_lines (cr, sheet, geometry, theme, 0, G_MAXUINT);
}

/* Light ------------------------------------------------------------------------------------------
 */

static void
fill_light (cairo_t *cr, double x, double y, double width, double height, const PalTheme *theme)
{
  const PalColour light = { theme->hover.r, theme->hover.g, theme->hover.b,
                            theme->is_dark ? 0.20 : 0.12 };
  add_box (cr, x, y, width, height, 4);
  pal_colour_set (cr, &light);
  cairo_fill (cr);
}

void
pal_matrix_paint_light (cairo_t *cr,
                        const PalMatrixSheet *sheet,
                        const PalMatrixGeometry *geometry,
                        PalMatrixSpot spot,
                        const PalTheme *theme)
{
  if (spot.line >= 0)
    {
      const PalMatrixLine *line = g_ptr_array_index (sheet->lines, spot.line);
      fill_light (cr, 0, PAL_MATRIX_HEAD_HEIGHT + line->y, geometry->width, line->height, theme);
    }
  if (spot.visit < 0)
    return;
  cairo_save (cr);
  clip_to_cells (cr, sheet, geometry);
  fill_light (cr,
              to_left (geometry, get_column (geometry, (guint) spot.visit), geometry->cell_width),
              DAYS_TOP, geometry->cell_width, PAL_MATRIX_HEAD_HEIGHT - DAYS_TOP + sheet->height,
              theme);
  cairo_restore (cr);
}

void
pal_matrix_paint_focus (cairo_t *cr,
                        const PalMatrixSheet *sheet,
                        const PalMatrixGeometry *geometry,
                        PalMatrixSpot spot,
                        const PalTheme *theme)
{
  const PalRect cell = pal_matrix_get_cell (sheet, geometry, spot);
  cairo_save (cr);
  clip_to_cells (cr, sheet, geometry);
  add_box (cr, cell.x + 1, cell.y + 1, cell.width - 2, cell.height - 2, 3);
  stroke_boxes (cr, &theme->focus, 2);
  cairo_restore (cr);
}
