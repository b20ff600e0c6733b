/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks to be filled in by hand. Measured for a pen: lines 8 mm apart, boxes of 3.5 mm. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-write-in.h"

#include <glib/gi18n-lib.h>

#define LINE_HEIGHT 23.0
#define FIELD_HEIGHT 26.0
#define FIELD_GAP 18.0
#define BOX_SIZE 10.0
#define SCALE_RADIUS 9.0
#define ANSWER_WIDTH 96.0
#define MAX_FIELDS 6

static void
set_pen (const PalPage *page, cairo_t *cr)
{
  pal_colour_set (cr, &pal_page_get_theme (page)->dim_text);
  cairo_set_line_width (cr, 0.7);
}

/* A line that begins at @x on a page that is not mirrored. */
static void
draw_line (const PalPage *page, cairo_t *cr, double x, double y, double width)
{
  set_pen (page, cr);
  cairo_move_to (cr, pal_page_mirror (page, x, width), y);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

static void
draw_box (const PalPage *page, cairo_t *cr, double x, double y)
{
  set_pen (page, cr);
  cairo_rectangle (cr, pal_page_mirror (page, x, BOX_SIZE), y, BOX_SIZE, BOX_SIZE);
  cairo_stroke (cr);
}

/* Text beside or below something; returns its height. */
static double
show_words (const PalPage *page,
            cairo_t *cr,
            const char *words,
            PalTextStyle style,
            double x,
            double y,
            double width)
{
  g_autoptr (PangoLayout) layout = pal_page_create_layout (page, words, style, width);

  pal_page_hold (page, layout, FALSE);
  return pal_page_show (page, cr, layout, x, y, width, style);
}

static double
get_line_of (const PalPage *page, PalTextStyle style)
{
  return pal_page_get_size (page, style) * 1.6;
}

/* Fields
 * ------------------------------------------------------------------------------------------- */

typedef struct
{
  char *labels[MAX_FIELDS];
  double shares[MAX_FIELDS];
  guint n;
} Fields;

static void
fields_free (Fields *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->labels[i]);
  g_free (self);
}

static double
measure_fields (const PalPage *page, double width, gpointer data)
{
  return FIELD_HEIGHT + get_line_of (page, PAL_TEXT_DIM);
}

static void
paint_fields (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const Fields *self = data;
  double room = box->width - FIELD_GAP * (self->n - 1);
  double x = pal_page_mirror (page, box->x, box->width), y = box->y + FIELD_HEIGHT;

  for (guint i = 0; i < self->n; i++)
    {
      double width = room * self->shares[i];

      draw_line (page, cr, x, y, width);
      show_words (page, cr, self->labels[i], PAL_TEXT_DIM, x, y + 2, width);
      x += width + FIELD_GAP;
    }
}

void
pal_write_in_add_fields (GPtrArray *blocks, const char *const *labels, const double *shares)
{
  Fields *self = g_new0 (Fields, 1);

  for (guint i = 0; labels[i] != NULL && i < MAX_FIELDS; i++)
    {
      self->labels[i] = g_strdup (labels[i]);
      self->shares[i] = shares[i];
      self->n++;
    }
  pal_blocks_add_figure (blocks, measure_fields, paint_fields, self, (GDestroyNotify) fields_free);
}

/* Lines
 * -------------------------------------------------------------------------------------------- */

static double
measure_lines (const PalPage *page, double width, gpointer data)
{
  return LINE_HEIGHT;
}

static void
paint_lines (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  draw_line (page, cr, pal_page_mirror (page, box->x, box->width), box->y + box->height,
             box->width);
}

void
pal_write_in_add_lines (GPtrArray *blocks, guint n)
{
  /* One by one, so that a page may end between them. */
  for (guint i = 0; i < n; i++)
    pal_blocks_add_figure (blocks, measure_lines, paint_lines, NULL, NULL)->tight = TRUE;
}

/* Scales
 * ------------------------------------------------------------------------------------------- */

typedef struct
{
  char *label, *low, *high;
} Scale;

static void
scale_free (Scale *self)
{
  g_free (self->label);
  g_free (self->low);
  g_free (self->high);
  g_free (self);
}

static double
measure_scale (const PalPage *page, double width, gpointer data)
{
  return get_line_of (page, PAL_TEXT_BODY) + 2 * SCALE_RADIUS + 6 +
         get_line_of (page, PAL_TEXT_DIM);
}

/* Low on the side where reading begins. */
static void
paint_ends (const PalPage *page, cairo_t *cr, const Scale *self, double x, double y, double width)
{
  g_autoptr (PangoLayout) high = pal_page_create_layout (page, self->high, PAL_TEXT_DIM, width / 2);

  show_words (page, cr, self->low, PAL_TEXT_DIM, x, y, width / 2);
  pal_page_hold (page, high, TRUE);
  pal_page_show (page, cr, high, x + width / 2, y, width / 2, PAL_TEXT_DIM);
}

static void
paint_scale (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const Scale *self = data;
  double x = pal_page_mirror (page, box->x, box->width), y = box->y;
  double step = MIN ((box->width - 2 * SCALE_RADIUS) / 10, 40);

  show_words (page, cr, self->label, PAL_TEXT_BODY, x, y, box->width);
  y += get_line_of (page, PAL_TEXT_BODY) + SCALE_RADIUS;
  for (int i = 0; i <= 10; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      g_autoptr (PangoLayout) layout = pal_page_create_layout (page, number, PAL_TEXT_DIM, -1);
      double centre = pal_page_mirror (page, x + SCALE_RADIUS + i * step, 0);
      int width, height;

      set_pen (page, cr);
      cairo_arc (cr, centre, y, SCALE_RADIUS, 0, 2 * G_PI);
      cairo_stroke (cr);
      pango_layout_get_pixel_size (layout, &width, &height);
      cairo_move_to (cr, centre - width / 2.0, y - height / 2.0);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }
  paint_ends (page, cr, self, x, y + SCALE_RADIUS + 3, 10 * step + 2 * SCALE_RADIUS);
}

void
pal_write_in_add_scale (GPtrArray *blocks, const char *label, const char *low, const char *high)
{
  Scale *self = g_new0 (Scale, 1);

  self->label = g_strdup (label);
  self->low = g_strdup (low);
  self->high = g_strdup (high);
  pal_blocks_add_figure (blocks, measure_scale, paint_scale, self, (GDestroyNotify) scale_free);
}

/* Boxes
 * -------------------------------------------------------------------------------------------- */

/* Boxes of one row; a row moves as a whole. */
typedef struct
{
  GPtrArray *words;
  guint n_columns;
} Boxes;

static void
boxes_free (Boxes *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

static double
get_column_width (const Boxes *self, double width)
{
  return width / self->n_columns;
}

static double
measure_boxes (const PalPage *page, double width, gpointer data)
{
  const Boxes *self = data;
  double height = BOX_SIZE;

  for (guint i = 0; i < self->words->len; i++)
    height = MAX (height, show_words (page, NULL, self->words->pdata[i], PAL_TEXT_CELL, 0, 0,
                                      get_column_width (self, width) - 2 * BOX_SIZE));
  return height;
}

static void
paint_boxes (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const Boxes *self = data;
  double width = get_column_width (self, box->width);
  double x = pal_page_mirror (page, box->x, box->width);

  for (guint i = 0; i < self->words->len; i++)
    {
      draw_box (page, cr, x + i * width, box->y + 2);
      show_words (page, cr, self->words->pdata[i], PAL_TEXT_CELL, x + i * width + 1.6 * BOX_SIZE,
                  box->y, width - 2 * BOX_SIZE);
    }
}

void
pal_write_in_add_boxes (GPtrArray *blocks, GPtrArray *words, guint n_columns)
{
  for (guint i = 0; i < words->len; i += n_columns)
    {
      Boxes *self = g_new0 (Boxes, 1);

      self->n_columns = n_columns;
      self->words = g_ptr_array_new_with_free_func (g_free);
      for (guint k = i; k < words->len && k < i + n_columns; k++)
        g_ptr_array_add (self->words, g_strdup (words->pdata[k]));
      pal_blocks_add_figure (blocks, measure_boxes, paint_boxes, self, (GDestroyNotify) boxes_free);
    }
  g_ptr_array_unref (words);
}

/* Questions
 * ---------------------------------------------------------------------------------------- */

static double
measure_question (const PalPage *page, double width, gpointer data)
{
  double words =
      show_words (page, NULL, data, PAL_TEXT_CELL, 0, 0, width - ANSWER_WIDTH - FIELD_GAP);
  return MAX (words, BOX_SIZE + 2) + 5;
}

static void
paint_question (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const char *const answers[] = { C_ ("answer", "Yes"), C_ ("answer", "No") };
  double x = pal_page_mirror (page, box->x, box->width);
  double answer = x + box->width - ANSWER_WIDTH, y = box->y + 2;

  show_words (page, cr, data, PAL_TEXT_CELL, x, y, box->width - ANSWER_WIDTH - FIELD_GAP);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      double left = answer + i * ANSWER_WIDTH / 2;

      draw_box (page, cr, left, y + 2);
      show_words (page, cr, answers[i], PAL_TEXT_CELL, left + 1.5 * BOX_SIZE, y,
                  ANSWER_WIDTH / 2 - 1.5 * BOX_SIZE);
    }
  pal_colour_set (cr, &pal_page_get_theme (page)->border);
  cairo_set_line_width (cr, 0.4);
  cairo_move_to (cr, box->x, box->y + box->height);
  cairo_rel_line_to (cr, box->width, 0);
  cairo_stroke (cr);
}

void
pal_write_in_add_question (GPtrArray *blocks, const char *question)
{
  if (question == NULL || *question == '\0')
    return;
  pal_blocks_add_figure (blocks, measure_question, paint_question, g_strdup (question), g_free)
      ->tight = TRUE;
}
