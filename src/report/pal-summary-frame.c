/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands at the head and foot of the client's page: whose it is, whose practice, and what the
 * page is not. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-summary-private.h"

#define TITLE_SIZE 21.0
#define NAME_SIZE 11.5
#define CONTACT_SIZE 10.0
#define FOOT_SIZE 8.6
#define LEFT_SHARE 0.63

double
pal_summary_mirror (const PalSummary *self, double x, double width)
{
  return self->mirrored ? self->width - x - width : x;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle extents;
  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

/* Stands a text at x, y, when there is something to paint on. Returns: its height. */
static double
stand (PalSummary *self,
       cairo_t *cr,
       PangoLayout *layout,
       double x,
       double y,
       double width,
       const PalColour *colour)
{
  if (cr != NULL)
    {
      pal_colour_set (cr, colour);
      cairo_move_to (cr, pal_summary_mirror (self, x, width), y);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }
  return get_height (layout);
}

static void
rule (PalSummary *self, cairo_t *cr, double y, double width, const PalColour *colour)
{
  if (cr == NULL)
    return;
  pal_colour_set (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, PAL_SUMMARY_MARGIN, y);
  cairo_line_to (cr, self->width - PAL_SUMMARY_MARGIN, y);
  cairo_stroke (cr);
}

static char *
create_subtitle (PalSummary *self)
{
  g_autofree char *name = pal_client_dup_name (self->client);
  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (self->visit->at));
  g_autofree char *length = NULL;

  if (self->visit->minutes == PAL_UNSET)
    return g_strdup_printf ("%s · %s", name, day);
  length = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) self->visit->minutes),
                            self->visit->minutes);
  return g_strdup_printf ("%s · %s · %s", name, day, length);
}

/* Keeps a layout at the near edge of the page, or at the far one, whichever way its own text runs:
 * Pango turns the alignment of text that runs from right to left. */
static void
hold_at_edge (PalSummary *self, PangoLayout *layout, gboolean far)
{
  gboolean rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  gboolean turned = self->mirrored != rtl;

  pango_layout_set_alignment (layout, far != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* Practice, therapist and contact at the far edge. Returns: how high they are together. */
static double
stand_practice (PalSummary *self, cairo_t *cr, double y)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  const char *lines[] = { self->practice_name, self->visit->therapist, self->practice_contact };
  double room = self->width - 2 * PAL_SUMMARY_MARGIN;
  double width = room * (1 - LEFT_SHARE) - 16, x = self->width - PAL_SUMMARY_MARGIN - width;
  double top = y;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      {
        g_autoptr (PangoLayout) layout =
            pal_summary_layout (self, lines[i], CONTACT_SIZE, i == 0, width);
        hold_at_edge (self, layout, TRUE);
        y += stand (self, cr, layout, x, y, width, i == 0 ? &theme->text : &theme->dim_text);
      }
  return y - top;
}

static double
paint_full_header (PalSummary *self, cairo_t *cr)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double width = (self->width - 2 * PAL_SUMMARY_MARGIN) * LEFT_SHARE;
  double top = PAL_SUMMARY_MARGIN - 8, y = top, right;
  g_autofree char *subtitle = create_subtitle (self);
  g_autoptr (PangoLayout) title =
      pal_summary_layout (self, _ ("Your session"), TITLE_SIZE, TRUE, width);
  g_autoptr (PangoLayout) whose = pal_summary_layout (self, subtitle, NAME_SIZE, FALSE, width);

  hold_at_edge (self, whose, FALSE);
  y += stand (self, cr, title, PAL_SUMMARY_MARGIN, y, width, &theme->text);
  y += stand (self, cr, whose, PAL_SUMMARY_MARGIN, y, width, &theme->dim_text);
  right = stand_practice (self, cr, top + 2);
  y = MAX (y, top + 2 + right) + 7;
  rule (self, cr, y, 1.3, &theme->text);
  return y + 16;
}

static double
paint_short_header (PalSummary *self, cairo_t *cr)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double width = self->width - 2 * PAL_SUMMARY_MARGIN, y = PAL_SUMMARY_MARGIN - 8;
  g_autofree char *subtitle = create_subtitle (self);
  g_autoptr (PangoLayout) whose = pal_summary_layout (self, subtitle, CONTACT_SIZE, FALSE, width);

  hold_at_edge (self, whose, FALSE);
  y += stand (self, cr, whose, PAL_SUMMARY_MARGIN, y, width, &theme->dim_text) + 5;
  rule (self, cr, y, 0.6, &theme->border);
  return y + 16;
}

double
pal_summary_paint_header (PalSummary *self, cairo_t *cr, guint page)
{
  return page == 0 ? paint_full_header (self, cr) : paint_short_header (self, cr);
}

double
pal_summary_paint_footer (PalSummary *self, cairo_t *cr, guint page)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double width = self->width - 2 * PAL_SUMMARY_MARGIN, y;
  guint n_pages = self->pages != NULL ? self->pages->len : 1;
  const char *words = _ ("This page describes what was felt and done in a massage session. It is "
                         "not a diagnosis. If pain is sharp, comes at night or is getting worse, "
                         "see a doctor or physiotherapist.");
  /* Translators: at the foot of a page. */
  g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
  g_autofree char *text = g_strdup_printf (n_pages > 1 ? "%s · %s" : "%s", words, number);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayout) longest = NULL;

  /* The room is that of the longest form, so that pages do not shift as their number is known. */
  g_autofree char *long_text = g_strdup_printf ("%s · %s", words, number);
  longest = pal_summary_layout (self, long_text, FOOT_SIZE, FALSE, width);
  layout = pal_summary_layout (self, text, FOOT_SIZE, FALSE, width);
  y = self->height - PAL_SUMMARY_MARGIN + 10 - get_height (longest);
  rule (self, cr, y - 7, 0.6, &theme->border);
  stand (self, cr, layout, PAL_SUMMARY_MARGIN, y, width, &theme->dim_text);
  return y - 7;
}

double
pal_summary_get_body_top (PalSummary *self, guint page)
{
  double top = pal_summary_paint_header (self, NULL, page);

  if (page > 0)
    return top;
  self->band_top = top;
  return top + self->band_height + 6 + pal_summary_measure_legend (self) + 26;
}

double
pal_summary_get_body_bottom (PalSummary *self)
{
  return pal_summary_paint_footer (self, NULL, 0) - 12;
}
