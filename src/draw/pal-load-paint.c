/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of pal-load-paint.h: tracks below each other over one axis of days. Loads are greys;
 * colour is left to what was found. The signs themselves are in pal-load-signs.c. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-load-paint-private.h"

#include "draw/pal-chart-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define DAYS_A_WEEK 7

/* In pixels. */
#define MARGIN_START 66
#define MARGIN_END 14
#define SEVERITY_HEIGHT 74
#define FLAG_HEIGHT 18
#define FLAG_ROWS 2
#define WEEKS_HEIGHT 150
#define RECOVERY_HEIGHT 62
#define AXIS_HEIGHT 24
#define TRACK_GAP 14
#define TEXT_SIZE 11.5
#define DAY_ROOM 38
#define DAY_GAP 16

/* Days below which months are too far apart to say when. */
#define SHORT_SPAN 56

/* Hours of sleep at the bottom and top of its line. */
#define LEAST_SLEEP 3.0
#define MOST_SLEEP 11.0
#define MOST_STRESS 10

/* Tops of the tracks; a track of height 0 is left out. */
typedef struct
{
  double left, right;
  double severity, severity_height;
  double flags, flags_height;
  double weeks, weeks_height;
  double recovery, recovery_height;
  double axis;
  double most_km;
} Layout;

static gboolean
is_shown (const PalLoadPicture *self, PalDate day)
{
  return day >= self->from && day <= self->to;
}

static gboolean
has_changes (const PalLoadPicture *self, PalLoadChangeWhat what)
{
  GArray *changes = self->insights->load->changes;
  for (guint i = 0; i < changes->len; i++)
    {
      const PalLoadChange *change = &g_array_index (changes, PalLoadChange, i);
      if (change->what == what && is_shown (self, change->date))
        return TRUE;
    }
  return FALSE;
}

/* The top of the axis: the next round number above all bars. */
static double
choose_most_km (const PalLoadPicture *self)
{
  static const double steps[] = { 10, 20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 300, 500, 1000 };
  double most = 0;
  for (PalDate monday = self->from; monday <= self->to; monday += DAYS_A_WEEK)
    {
      PalLoadWeek week;
      if (pal_load_find_week (self->insights->load, monday, &week))
        most = MAX (most, MAX (week.km, week.longest_km));
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= most)
      return steps[i];
  return most;
}

static void
lay_out (const PalLoadPicture *self, Layout *layout)
{
  double y = 4;

  *layout = (Layout){ .left = MARGIN_START, .right = self->width - MARGIN_END };
  layout->severity = y;
  if (self->region != NULL)
    layout->severity_height = SEVERITY_HEIGHT;
  y += layout->severity_height > 0 ? layout->severity_height + TRACK_GAP : 0;
  layout->flags = y;
  for (guint row = 0; row < FLAG_ROWS; row++)
    layout->flags_height += has_changes (self, (PalLoadChangeWhat) row) ? FLAG_HEIGHT : 0;
  y += layout->flags_height > 0 ? layout->flags_height + 8 : 0;
  layout->weeks = y;
  if (pal_load_has_training (self->insights->load))
    layout->weeks_height = WEEKS_HEIGHT;
  y += layout->weeks_height > 0 ? layout->weeks_height + TRACK_GAP : 0;
  layout->recovery = y;
  if (pal_load_picture_has_recovery (self, FALSE) || pal_load_picture_has_recovery (self, TRUE))
    layout->recovery_height = RECOVERY_HEIGHT;
  y += layout->recovery_height > 0 ? layout->recovery_height + 6 : 0;
  layout->axis = y;
  layout->most_km = choose_most_km (self);
}

double
pal_load_picture_measure (const PalLoadPicture *self)
{
  Layout layout;
  lay_out (self, &layout);
  return layout.axis + AXIS_HEIGHT;
}

static double
get_x (const PalLoadPicture *self, const Layout *layout, double day)
{
  return layout->left +
         (day - self->from) / (self->to + 1 - self->from) * (layout->right - layout->left);
}

static double
get_km_y (const Layout *layout, double km)
{
  return layout->weeks + layout->weeks_height * (1 - km / layout->most_km);
}

/* Text ----------------------------------------------------------------------------------------- */

typedef enum
{
  ALIGN_START,
  ALIGN_CENTRE,
  ALIGN_END
} Align;

/* In a mirrored picture words stand at the mirrored place and are read as ever. */
static void
unmirror (cairo_t *cr, double width)
{
  cairo_matrix_t matrix;
  cairo_get_matrix (cr, &matrix);
  if (matrix.xx >= 0)
    return;
  cairo_translate (cr, width, 0);
  cairo_scale (cr, -1, 1);
}

/* Centred vertically on @y; cut with an ellipsis at @most pixels when that is above 0. Returns the
 * width. */
static double
paint_text (cairo_t *cr, const char *text, double x, double y, Align align, double most)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");
  int width, height;

  pango_font_description_set_absolute_size (font, TEXT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (most > 0)
    {
      pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  x -= align == ALIGN_CENTRE ? width / 2.0 : align == ALIGN_END ? width : 0;
  cairo_save (cr);
  cairo_translate (cr, x, y - height / 2.0);
  unmirror (cr, width);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
  pango_font_description_free (font);
  g_object_unref (layout);
  return width;
}

static void
stroke_level (cairo_t *cr, const Layout *layout, double y, const PalColour *colour)
{
  cairo_move_to (cr, layout->left, floor (y) + 0.5);
  cairo_line_to (cr, layout->right, floor (y) + 0.5);
  cairo_set_line_width (cr, 1);
  pal_colour_set (cr, colour);
  cairo_stroke (cr);
}

/* Tracks --------------------------------------------------------------------------------------- */

static double
get_severity_y (const Layout *layout, double severity)
{
  return layout->severity + 6 + (layout->severity_height - 12) * (1 - severity / 3);
}

static void
paint_severity (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  PalColour faint = self->theme->border;
  double last_x = -1, last_y = 0;
  GPtrArray *visits = pal_matrix_get_visits (self->matrix);

  faint.a = 0.6;
  for (int level = 0; level <= 3; level++)
    {
      stroke_level (cr, layout, get_severity_y (layout, level), &faint);
      pal_colour_set (cr, &self->theme->dim_text);
      paint_text (cr, pal_severity_get_name (level), layout->left - 8,
                  get_severity_y (layout, level), ALIGN_END, layout->left - 8);
    }
  /* A quiet line from one examination to the next, then the dots over it. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < visits->len; i++)
      {
        const PalVisit *visit = g_ptr_array_index (visits, i);
        PalDate day = pal_time_get_date (visit->at);
        guint severity = 0;
        gboolean known = pal_matrix_get_kind (self->matrix, i, self->region, self->side, self->kind,
                                              &severity) == PAL_REGION_KNOWN;
        double x = get_x (self, layout, day + 0.5), y = get_severity_y (layout, severity);
        if (!is_shown (self, day))
          continue;
        if (pass == 1)
          pal_load_paint_dot (cr, x, known ? y : get_severity_y (layout, 0), known, severity,
                              self->theme);
        else if (known)
          {
            if (last_x >= 0)
              {
                cairo_move_to (cr, last_x, last_y);
                cairo_line_to (cr, x, y);
                cairo_set_line_width (cr, 1.2);
                pal_colour_set (cr, &self->theme->contour);
                cairo_stroke (cr);
              }
            last_x = x;
            last_y = y;
          }
      }
}

static void
paint_bars (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  double step = get_x (self, layout, self->from + DAYS_A_WEEK) - get_x (self, layout, self->from);
  double width = MIN (MAX (step * 0.68, 1.5), 34);

  for (PalDate monday = self->from; monday <= self->to; monday += DAYS_A_WEEK)
    {
      PalLoadWeek week;
      double middle = get_x (self, layout, monday + DAYS_A_WEEK / 2.0);
      if (!pal_load_find_week (self->insights->load, monday, &week))
        continue;
      if (week.km > 0)
        pal_load_paint_bar (cr, middle - width / 2, get_km_y (layout, week.km), width,
                            layout->weeks + layout->weeks_height, self->theme);
      if (week.longest_km > 0)
        pal_load_paint_longest (cr, middle, get_km_y (layout, week.longest_km), self->theme);
    }
}

static void
paint_spikes (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  const PalLoadResult *load = self->insights->load;

  for (guint i = 0; i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      double day = pal_load_get_monday (spike->date) + DAYS_A_WEEK / 2.0;
      if (!is_shown (self, spike->date))
        continue;
      pal_load_paint_spike (cr, get_x (self, layout, day), get_km_y (layout, spike->km) - 11,
                            spike->step, self->theme);
    }
}

static void
paint_weeks (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  PalColour faint = self->theme->border;

  faint.a = 0.6;
  for (int part = 0; part <= 2; part++)
    {
      double km = layout->most_km * part / 2;
      /* Translators: a distance on an axis. */
      g_autofree char *text = g_strdup_printf (_ ("%.0f km"), km);
      stroke_level (cr, layout, get_km_y (layout, km), &faint);
      pal_colour_set (cr, &self->theme->dim_text);
      paint_text (cr, text, layout->left - 8, get_km_y (layout, km), ALIGN_END, layout->left - 8);
    }
  paint_bars (self, layout, cr);
  paint_spikes (self, layout, cr);
}

static const char *
get_change_words (const PalLoadPicture *self, const PalLoadChange *change)
{
  const PalTerm *term = NULL;
  if (change->what == PAL_LOAD_CHANGE_SHOES)
    return change->to;
  term = pal_vocabulary_find (self->vocabulary, PAL_TERMS_TERRAIN, change->to);
  return term != NULL ? pal_term_get_name (term) : change->to;
}

/* The pole of a flag in the row above does not run through the words. */
static void
paint_change (const PalLoadPicture *self,
              cairo_t *cr,
              const PalLoadChange *change,
              double x,
              double y,
              Align align,
              double most)
{
  const char *words = get_change_words (self, change);
  double width = pal_chart_text_measure (cr, words, TEXT_SIZE, FALSE);
  width = most > 0 ? MIN (width, most) : width;
  cairo_rectangle (cr, align == ALIGN_END ? x - width : x, y - 7, width, 14);
  pal_colour_set (cr, &self->theme->ground);
  cairo_fill (cr);
  pal_colour_set (cr, &self->theme->text);
  paint_text (cr, words, x, y, align, most);
}

/* Shoes in the upper row, ground in the lower one, a row without a change left out; words as far as
 * the next flag of the row. */
static void
paint_flags (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  GArray *changes = self->insights->load->changes;
  const char *names[] = { _ ("Shoes"), _ ("Ground") };
  double y = layout->flags - FLAG_HEIGHT / 2.0;

  for (guint row = 0; row < FLAG_ROWS; row++)
    {
      if (!has_changes (self, (PalLoadChangeWhat) row))
        continue;
      y += FLAG_HEIGHT;
      pal_colour_set (cr, &self->theme->dim_text);
      paint_text (cr, names[row], layout->left - 8, y, ALIGN_END, layout->left - 8);
      for (guint i = 0; i < changes->len; i++)
        {
          const PalLoadChange *change = &g_array_index (changes, PalLoadChange, i);
          double end = layout->right;
          if (!is_shown (self, change->date) || (change->what == PAL_LOAD_CHANGE_TERRAIN) != row)
            continue;
          double x = get_x (self, layout, change->date + 0.5);
          for (guint k = i + 1; k < changes->len; k++)
            {
              const PalLoadChange *next = &g_array_index (changes, PalLoadChange, k);
              if (next->what == change->what && next->date > change->date)
                {
                  end = MIN (end, get_x (self, layout, next->date + 0.5) - 4);
                  break;
                }
            }
          double foot = layout->weeks_height > 0 ? layout->weeks + layout->weeks_height
                                                 : layout->flags + layout->flags_height;
          pal_load_paint_flag (cr, x, y, foot, self->theme);
          if (end - x - 12 > 16)
            paint_change (self, cr, change, x + 12, y, ALIGN_START, end - x - 12);
          else if (end >= layout->right)
            paint_change (self, cr, change, x - 5, y, ALIGN_END, 0);
        }
    }
}

static double
get_recovery_value (const PalVisit *visit, gboolean stress)
{
  if (stress)
    return visit->state.stress == PAL_UNSET ? NAN : visit->state.stress / (double) MOST_STRESS;
  if (visit->state.sleep_hours < 0)
    return NAN;
  return CLAMP ((visit->state.sleep_hours - LEAST_SLEEP) / (MOST_SLEEP - LEAST_SLEEP), 0, 1);
}

static void
paint_recovery_line (const PalLoadPicture *self, const Layout *layout, gboolean stress, cairo_t *cr)
{
  double last_x = -1, last_y = 0;

  for (guint i = 0; i < self->insights->visits->len; i++)
    {
      const PalVisit *visit = pal_insights_get_visit (self->insights, i);
      PalDate day = pal_time_get_date (visit->at);
      double value = get_recovery_value (visit, stress);
      if (isnan (value) || !is_shown (self, day))
        continue;
      double x = get_x (self, layout, day + 0.5);
      double y = layout->recovery + 6 + (layout->recovery_height - 12) * (1 - value);
      pal_load_paint_recovery (cr, last_x, last_y, x, y, stress, self->theme);
      last_x = x;
      last_y = y;
    }
}

static void
paint_recovery (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  PalColour faint = self->theme->border;
  double bottom = layout->recovery + layout->recovery_height - 6;

  faint.a = 0.6;
  stroke_level (cr, layout, layout->recovery + 6, &faint);
  stroke_level (cr, layout, bottom, &faint);
  pal_colour_set (cr, &self->theme->dim_text);
  /* Translators: ends of an axis: %1$d hours of sleep, %2$d of 10 for stress. */
  g_autofree char *most = g_strdup_printf (_ ("%1$d h · %2$d"), (int) MOST_SLEEP, MOST_STRESS);
  /* Translators: ends of an axis: %1$d hours of sleep, %2$d of 10 for stress. */
  g_autofree char *least = g_strdup_printf (_ ("%1$d h · %2$d"), (int) LEAST_SLEEP, 0);
  paint_text (cr, most, layout->left - 8, layout->recovery + 6, ALIGN_END, 0);
  paint_text (cr, least, layout->left - 8, bottom, ALIGN_END, 0);
  for (int stress = FALSE; stress <= TRUE; stress++)
    paint_recovery_line (self, layout, stress, cr);
}

static gboolean
is_marked_day (const PalLoadPicture *self, PalDate day)
{
  int year, month, in_month;
  if (self->to - self->from < SHORT_SPAN)
    return pal_load_get_monday (day) == day;
  pal_date_get_ymd (day, &year, &month, &in_month);
  return in_month == 1;
}

/* The first of each month, of a short span the Mondays; as many with their day as have room. */
static void
paint_axis (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  double free_from = layout->left - 20;

  stroke_level (cr, layout, layout->axis, &self->theme->border);
  for (PalDate day = self->from; day <= self->to; day++)
    {
      if (!is_marked_day (self, day))
        continue;
      double x = get_x (self, layout, day);
      cairo_move_to (cr, floor (x) + 0.5, layout->axis);
      cairo_rel_line_to (cr, 0, 5);
      cairo_set_line_width (cr, 1);
      pal_colour_set (cr, &self->theme->contour);
      cairo_stroke (cr);
      gboolean at_end = x > layout->right - DAY_ROOM;
      if ((at_end ? layout->right - DAY_ROOM : x) < free_from)
        continue;
      g_autofree char *text = pal_date_format_short (day);
      pal_colour_set (cr, &self->theme->dim_text);
      free_from = x + DAY_GAP +
                  paint_text (cr, text, at_end ? layout->right : x + 3, layout->axis + 13,
                              at_end ? ALIGN_END : ALIGN_START, 0);
    }
}

static void
paint_pointed (const PalLoadPicture *self, const Layout *layout, cairo_t *cr)
{
  PalColour tint = self->theme->hover;
  double x = get_x (self, layout, self->pointed);
  double width = get_x (self, layout, self->pointed + DAYS_A_WEEK) - x;

  if (self->pointed == PAL_NO_DATE || !is_shown (self, self->pointed))
    return;
  tint.a = 0.13;
  pal_colour_set (cr, &tint);
  cairo_rectangle (cr, x, 0, width, layout->axis);
  cairo_fill (cr);
  tint.a = 0.9;
  pal_colour_set (cr, &tint);
  cairo_rectangle (cr, x, layout->axis - 1, width, 3);
  cairo_fill (cr);
}

void
pal_load_picture_paint (const PalLoadPicture *self, cairo_t *cr)
{
  Layout layout;

  g_return_if_fail (cr != NULL && self->insights != NULL && self->matrix != NULL);
  g_return_if_fail (self->from <= self->to);

  lay_out (self, &layout);
  if (layout.right - layout.left < 40)
    return;
  cairo_save (cr);
  if (self->rtl)
    {
      cairo_translate (cr, self->width, 0);
      cairo_scale (cr, -1, 1);
    }
  paint_pointed (self, &layout, cr);
  if (layout.weeks_height > 0)
    paint_weeks (self, &layout, cr);
  if (layout.flags_height > 0)
    paint_flags (self, &layout, cr);
  if (layout.severity_height > 0)
    paint_severity (self, &layout, cr);
  if (layout.recovery_height > 0)
    paint_recovery (self, &layout, cr);
  paint_axis (self, &layout, cr);
  cairo_restore (cr);
}

gboolean
pal_load_picture_pick (const PalLoadPicture *self, double x, double y, PalDate *monday)
{
  Layout layout;

  lay_out (self, &layout);
  if (self->rtl)
    x = self->width - x;
  if (x < layout.left || x >= layout.right || y < 0 || y > layout.axis + AXIS_HEIGHT)
    return FALSE;
  double days = (x - layout.left) / (layout.right - layout.left) * (self->to + 1 - self->from);
  *monday = pal_load_get_monday (self->from + (PalDate) days);
  return TRUE;
}
