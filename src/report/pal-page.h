/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper and type: the size of a page, the sizes of text, the direction of writing. What stands on
 * it is in pal-block.h. Lengths are points, 1/72 inch. */

#pragma once

#include <pango/pangocairo.h>

#include "draw/pal-theme.h"

G_BEGIN_DECLS

typedef enum
{
  PAL_PAPER_A4,
  PAL_PAPER_LETTER
} PalPaper;

gboolean pal_paper_from_id (const char *id, PalPaper *paper);
/** pal_paper_get_size: in points. */
void pal_paper_get_size (PalPaper paper, double *width_pt, double *height_pt);

/**
 * PalTextStyle:
 * @PAL_TEXT_TITLE: of the document
 * @PAL_TEXT_SUBTITLE: whose it is
 * @PAL_TEXT_CONTACT: the practice
 * @PAL_TEXT_HEADING: of a section
 * @PAL_TEXT_SUBHEADING: within a section
 * @PAL_TEXT_BODY: running text
 * @PAL_TEXT_DIM: captions and asides
 * @PAL_TEXT_CELL: in tables
 * @PAL_TEXT_CELL_HEAD: at the top of a column of a table
 * @PAL_TEXT_LABEL: in and beside drawings
 * @PAL_TEXT_FOOT: at the foot of the page
 */
typedef enum
{
  PAL_TEXT_TITLE,
  PAL_TEXT_SUBTITLE,
  PAL_TEXT_CONTACT,
  PAL_TEXT_HEADING,
  PAL_TEXT_SUBHEADING,
  PAL_TEXT_BODY,
  PAL_TEXT_DIM,
  PAL_TEXT_CELL,
  PAL_TEXT_CELL_HEAD,
  PAL_TEXT_LABEL,
  PAL_TEXT_FOOT
} PalTextStyle;

/**
 * PalPage:
 * @margin: on all four sides
 * @large: large print: running text of 18 points
 * @mono: for a black-and-white printer
 * @mirrored: laid out from right to left, as the language is written; bodies never are
 * @body_size: of running text, when it is not large
 * @line_spacing: in natural line heights
 */
typedef struct
{
  double width, height, margin;
  gboolean large;
  gboolean mono;
  gboolean mirrored;
  double body_size;
  double line_spacing;
  /*< private >*/
  PangoContext *context;
  PangoContext *numbers; /* for what has no direction of its own: telephones, shares, ranges */
} PalPage;

void pal_page_init (PalPage *self, PalPaper paper, gboolean large, gboolean mono);
void pal_page_clear (PalPage *self);

const PalTheme *pal_page_get_theme (const PalPage *self);

/** pal_page_get_room: Returns: the width between the margins. */
double pal_page_get_room (const PalPage *self);

/** pal_page_get_size: Returns: of the letters of @style, in points. */
double pal_page_get_size (const PalPage *self, PalTextStyle style);

/** pal_page_get_colour: Returns: (transfer none): of @style. */
const PalColour *pal_page_get_colour (const PalPage *self, PalTextStyle style);

/**
 * pal_page_create_layout:
 * @width: to wrap at, or below 0 for one line
 *
 * Returns: (transfer full): text that is wrapped, never hyphenated
 */
PangoLayout *pal_page_create_layout (const PalPage *self,
                                     const char *text,
                                     PalTextStyle style,
                                     double width);

/**
 * pal_page_hold:
 * @far: at the far edge of its box: the right one, on mirrored pages the left one
 *
 * Keeps a layout at one edge, whichever way its own text runs.
 */
void pal_page_hold (const PalPage *self, PangoLayout *layout, gboolean far);

/** pal_page_mirror: Returns: the left edge of a box @width wide, in the script's direction. */
double pal_page_mirror (const PalPage *self, double x, double width);

/**
 * pal_page_show:
 * @cr: (nullable): %NULL only measures
 * @x: where the box begins on a page that is not mirrored
 *
 * Returns: the height of @layout
 */
double pal_page_show (const PalPage *self,
                      cairo_t *cr,
                      PangoLayout *layout,
                      double x,
                      double y,
                      double width,
                      PalTextStyle style);

/** pal_page_rule: draws a line from margin to margin. @cr: (nullable) */
void pal_page_rule (
    const PalPage *self, cairo_t *cr, double y, double line_width, const PalColour *colour);

/** pal_layout_get_height: Returns: the logical height in points. */
double pal_layout_get_height (PangoLayout *layout);
/** pal_layout_get_width: Returns: the logical width in points. */
double pal_layout_get_width (PangoLayout *layout);

G_END_DECLS
