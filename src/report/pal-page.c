/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper and type of pal-page.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-page.h"

#include <glib/gi18n-lib.h>

#define MARGIN 44.0
#define BODY_SIZE 11.0
#define LINE_SPACING 1.15

/* Points; running text follows the page. Large print is 18 points, as the charities for people with
 * poor sight ask for; what is not read as running text may be a little smaller. */
static const struct
{
  double normal, large;
  gboolean bold, dim;
} styles[] = {
  [PAL_TEXT_TITLE] = { 21.0, 27.0, TRUE, FALSE },
  [PAL_TEXT_SUBTITLE] = { 11.5, 18.0, FALSE, TRUE },
  [PAL_TEXT_CONTACT] = { 10.0, 16.0, FALSE, TRUE },
  [PAL_TEXT_HEADING] = { 13.0, 21.0, TRUE, FALSE },
  [PAL_TEXT_SUBHEADING] = { 10.6, 18.0, TRUE, FALSE },
  [PAL_TEXT_BODY] = { 0, 18.0, FALSE, FALSE },
  [PAL_TEXT_DIM] = { 9.8, 18.0, FALSE, TRUE },
  [PAL_TEXT_CELL] = { 9.4, 16.0, FALSE, FALSE },
  [PAL_TEXT_CELL_HEAD] = { 8.6, 15.0, TRUE, TRUE },
  [PAL_TEXT_LABEL] = { 9.5, 16.0, FALSE, TRUE },
  [PAL_TEXT_FOOT] = { 8.6, 14.0, FALSE, TRUE },
};

gboolean
pal_paper_from_id (const char *id, PalPaper *paper)
{
  g_return_val_if_fail (id != NULL, FALSE);
  if (g_ascii_strcasecmp (id, "a4") == 0)
    *paper = PAL_PAPER_A4;
  else if (g_ascii_strcasecmp (id, "letter") == 0)
    *paper = PAL_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

void
pal_paper_get_size (PalPaper paper, double *width_pt, double *height_pt)
{
  /* ISO 216: 210 × 297 mm; ANSI Letter: 8.5 × 11 in. */
  *width_pt = paper == PAL_PAPER_A4 ? 595.276 : 612.0;
  *height_pt = paper == PAL_PAPER_A4 ? 841.890 : 792.0;
}

static PangoContext *
create_context (gboolean mirrored)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Lines break at the same place on every device. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

void
pal_page_init (PalPage *self, PalPaper paper, gboolean large, gboolean mono)
{
  *self = (PalPage){ .margin = MARGIN,
                     .large = large,
                     .mono = mono,
                     .body_size = BODY_SIZE,
                     .line_spacing = LINE_SPACING };
  pal_paper_get_size (paper, &self->width, &self->height);
  /* Translators: "rtl" for languages written from right to left, else "ltr" */
  self->mirrored = strcmp (C_ ("direction of writing", "ltr"), "rtl") == 0;
  self->context = create_context (self->mirrored);
  self->numbers = create_context (FALSE);
}

void
pal_page_clear (PalPage *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->numbers);
}

const PalTheme *
pal_page_get_theme (const PalPage *self)
{
  return self->mono ? pal_theme_get_mono () : pal_theme_get_paper ();
}

double
pal_page_get_room (const PalPage *self)
{
  return self->width - 2 * self->margin;
}

double
pal_page_get_size (const PalPage *self, PalTextStyle style)
{
  if (self->large)
    return styles[style].large;
  return style == PAL_TEXT_BODY ? self->body_size : styles[style].normal;
}

const PalColour *
pal_page_get_colour (const PalPage *self, PalTextStyle style)
{
  const PalTheme *theme = pal_page_get_theme (self);
  return styles[style].dim ? &theme->dim_text : &theme->text;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

PangoLayout *
pal_page_create_layout (const PalPage *self, const char *text, PalTextStyle style, double width)
{
  /* "020 7946 0000" and "-22 %" are written from left to right whatever the script around them. */
  PangoLayout *layout = pango_layout_new (has_letters (text) ? self->context : self->numbers);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Noto Sans, sans");
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, pal_page_get_size (self, style) * PANGO_SCALE);
  pango_font_description_set_weight (font,
                                     styles[style].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  /* Very long words break where they must, without a hyphen that nobody wrote. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, (float) self->line_spacing);
  /* Pango turns it for paragraphs that run against the page. */
  pango_layout_set_alignment (layout, self->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
pal_page_hold (const PalPage *self, PangoLayout *layout, gboolean far)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  PangoContext *context = pango_layout_get_context (layout);
  gboolean turned = rtl != (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL);
  gboolean right = far != self->mirrored;
  PangoAlignment alignment = right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  /* Setting it lays everything out again. */
  if (pango_layout_get_alignment (layout) != alignment)
    pango_layout_set_alignment (layout, alignment);
}

double
pal_page_mirror (const PalPage *self, double x, double width)
{
  return self->mirrored ? self->width - x - width : x;
}

double
pal_page_show (const PalPage *self,
               cairo_t *cr,
               PangoLayout *layout,
               double x,
               double y,
               double width,
               PalTextStyle style)
{
  if (cr != NULL)
    {
      pal_colour_set (cr, pal_page_get_colour (self, style));
      cairo_move_to (cr, pal_page_mirror (self, x, width), y);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }
  return pal_layout_get_height (layout);
}

void
pal_page_rule (
    const PalPage *self, cairo_t *cr, double y, double line_width, const PalColour *colour)
{
  if (cr == NULL)
    return;
  pal_colour_set (cr, colour);
  cairo_set_line_width (cr, line_width);
  cairo_move_to (cr, self->margin, y);
  cairo_line_to (cr, self->width - self->margin, y);
  cairo_stroke (cr);
}

double
pal_layout_get_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

double
pal_layout_get_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}
