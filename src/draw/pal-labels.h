/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names beside a figure: words in two columns, with lines that lead to them from the regions. For
 * the stage, pictures and paper; where words go is worked out apart from painting them. */

#pragma once

#include "draw/pal-body-paint.h"

G_BEGIN_DECLS

/**
 * PalLabel:
 * @words: what it says
 * @x: where its line begins, in the caller's units
 * @y: the same
 * @clear: how far from there the line begins to show, beyond a glyph
 * @strong: whether it names a mark
 * @width: of the words, set by pal_labels_measure() or the caller
 * @at_left: set by pal_labels_arrange(): which column it stands in
 * @box: set by pal_labels_arrange(): where the words stand
 *
 * The line ends at the middle of the box's inner edge. Up to a hundred at a time.
 */
typedef struct
{
  char *words;
  double x, y;
  double clear;
  gboolean strong;
  double width;
  gboolean at_left;
  PalRect box;
} PalLabel;

/** pal_labels_new: Returns: (transfer full) (element-type PalLabel): an empty list. */
GArray *pal_labels_new (void);

/** pal_labels_add: @words: (transfer full) */
void pal_labels_add (
    GArray *labels, char *words, double x, double y, double clear, gboolean strong);

/**
 * pal_body_name_regions:
 * @scale: device pixels a figure unit
 *
 * The short names of the marked regions of a view, in figure units; on a map without marks those
 * of all regions, each once, left and right in turns.
 *
 * Returns: (transfer full) (element-type PalLabel): not measured, not arranged
 */
GArray *pal_body_name_regions (const PalPlate *plate, const PalBodyMap *map, double scale);

/**
 * pal_region_look_dup_label:
 *
 * Returns: (transfer full): the short name of a marked region; on a heat map with what its tone
 *   rests on: marked at how many of how many examinations, as in "Left ITB mid 10/12"
 */
char *pal_region_look_dup_label (const PalRegionLook *look,
                                 PalMapMode mode,
                                 const PalRegion *region,
                                 PalSide side);

/** pal_region_look_is_marked: Returns: whether a map of @mode has something to say of a region. */
gboolean pal_region_look_is_marked (const PalRegionLook *look, PalMapMode mode);

/** pal_labels_measure: sets the widths of the words at a text height. */
void pal_labels_measure (GArray *labels, cairo_t *cr, double height);

/**
 * pal_labels_arrange:
 * @room: where lines begin and words may stand; its left and right edges carry the columns
 * @line: from one line of words to the next
 *
 * Puts each label into the column on its side, as near to its region's height as the others
 * allow. No two boxes overlap and no two lines cross. Words wider than 0.46 of the room are cut by
 * the painter.
 *
 * Lines do not cross because they run straight to one upright edge and crossing ones exchange
 * their places, which makes them shorter together and so comes to an end; after M. A. Bekos et
 * al., Boundary labeling: Models and efficient algorithms for rectangular maps, Computational
 * Geometry 36 (2007).
 *
 * Returns: %FALSE, with nothing placed, when there are more labels than both columns hold
 */
gboolean pal_labels_arrange (GArray *labels, const PalRect *room, double line);

/**
 * pal_labels_fit:
 *
 * As pal_labels_arrange(), leaving out weak labels, from the last one on, until the rest fits, and
 * then drawing the lines closer to six tenths. The labels left out are removed.
 *
 * Returns: the distance of lines that was used; 0 when not even the strong ones fit
 */
double pal_labels_fit (GArray *labels, const PalRect *room, double line);

/** pal_labels_paint: @height: of the text, in the caller's units; lines are meant in pixels. */
void pal_labels_paint (
    cairo_t *cr, const GArray *labels, const PalTheme *theme, double height, double scale);

G_END_DECLS
