/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The body stage: the clickable figure. Shows a body map in one view or all, names what is under
 * pointer, finger and focus, and says what was asked for. It edits nothing itself. */

#pragma once

#include <gtk/gtk.h>

#include "atlas/pal-plate.h"
#include "draw/pal-body-map.h"

G_BEGIN_DECLS

#define PAL_TYPE_BODY_STAGE (pal_body_stage_get_type ())
G_DECLARE_FINAL_TYPE (PalBodyStage, pal_body_stage, PAL, BODY_STAGE, GtkWidget)

/**
 * PalStageLayout:
 * @PAL_STAGE_AUTO: all views side by side when wide, two when they stay large, else one
 * @PAL_STAGE_ALL: right, front, back with soles, left, side by side, whatever the width
 * @PAL_STAGE_ONE: the view of pal_body_stage_set_view() alone (soles stand beside the back)
 * @PAL_STAGE_TRIO: front, back and left
 * @PAL_STAGE_CHOSEN: the views of pal_body_stage_set_chosen(); for comparisons
 */
typedef enum
{
  PAL_STAGE_AUTO,
  PAL_STAGE_ALL,
  PAL_STAGE_ONE,
  PAL_STAGE_TRIO,
  PAL_STAGE_CHOSEN
} PalStageLayout;

/**
 * PalStageShows:
 * @PAL_STAGE_SHOWS_ALL: every view
 * @PAL_STAGE_SHOWS_PAIR: front and back, or both sides, whichever pal_body_stage_set_view() is of
 * @PAL_STAGE_SHOWS_ONE: one view, the soles beside the back
 *
 * What %PAL_STAGE_AUTO has room for; with less than all a switch is wanted.
 */
typedef enum
{
  PAL_STAGE_SHOWS_ALL,
  PAL_STAGE_SHOWS_PAIR,
  PAL_STAGE_SHOWS_ONE
} PalStageShows;

/*
 * Properties: interactive (gboolean: regions can be marked; otherwise only looked at),
 *   shows (int, PalStageShows, read-only), view (int, PalView: the one that is shown for certain)
 *
 * Signals; region is a catalogue id, side a PalSide as int, view a PalView as int:
 *   ::cycle (region, side)             tap, Space or the accessible action: next severity
 *   ::set-severity (region, side, severity)   a digit 0 … 3
 *   ::paint (region, side, first)      a drag reached this region; first: it began here
 *   ::details (region, side, view)     Enter, Menu, right click or a long press
 *   ::both-sides (region, side)        B
 *   ::note (region, side)              N
 *   ::hovered (region or NULL, side)   pointer or focus moved
 *   ::typed (text)                     any other printable key: starts the quick entry
 */

/** pal_body_stage_new: Returns: (transfer floating): an empty neutral figure, all views. */
GtkWidget *pal_body_stage_new (PalAtlas *atlas, PalVocabulary *vocabulary);

void pal_body_stage_set_figure (PalBodyStage *self, PalFigure figure);

/** pal_body_stage_set_map: @map: (transfer full): what to show; only changed regions are redrawn.
 */
void pal_body_stage_set_map (PalBodyStage *self, PalBodyMap *map);

void pal_body_stage_set_layout (PalBodyStage *self, PalStageLayout layout);
/** pal_body_stage_set_chosen: shows these views: bit mask of `1 << PalView`, at least one. The
 * soles stand beside the back. */
void pal_body_stage_set_chosen (PalBodyStage *self, guint views);
/** pal_body_stage_set_view: the view to show where not all are; the soles count as the back. */
void pal_body_stage_set_view (PalBodyStage *self, PalView view);
PalView pal_body_stage_get_view (PalBodyStage *self);
void pal_body_stage_set_interactive (PalBodyStage *self, gboolean interactive);
PalStageShows pal_body_stage_get_shows (PalBodyStage *self);

/**
 * pal_body_stage_set_highlight:
 * @region: (nullable): lights it in every view, as when another picture is pointed at
 */
void pal_body_stage_set_highlight (PalBodyStage *self, const char *region, PalSide side);

/** pal_body_stage_focus_region: moves the keyboard focus there, in the view that shows it best. */
gboolean pal_body_stage_focus_region (PalBodyStage *self, const char *region, PalSide side);

/** pal_body_stage_focus_region_in: as pal_body_stage_focus_region(), in @view where that has it. */
gboolean pal_body_stage_focus_region_in (PalBodyStage *self,
                                         const char *region,
                                         PalSide side,
                                         PalView view);

/**
 * pal_body_stage_get_region_box:
 *
 * Where a region lies, in the stage's pixels, for a popover to point at: in @view if it is shown
 * there, else where it is largest.
 *
 * Returns: %FALSE when it is out of sight
 */
gboolean pal_body_stage_get_region_box (
    PalBodyStage *self, const char *region, PalSide side, PalView view, GdkRectangle *box);

/**
 * pal_body_stage_set_names:
 *
 * Names the marked regions beside the figure; all regions where nothing is marked, where one view
 * stands alone and where one looks closely.
 */
void pal_body_stage_set_names (PalBodyStage *self, gboolean names);
gboolean pal_body_stage_get_names (PalBodyStage *self);

/** pal_body_stage_zoom: multiplies the zoom by @factor around the middle; 0 fits the figure. */
void pal_body_stage_zoom (PalBodyStage *self, double factor);

#define PAL_TYPE_BODY_THUMB (pal_body_thumb_get_type ())
G_DECLARE_FINAL_TYPE (PalBodyThumb, pal_body_thumb, PAL, BODY_THUMB, GtkWidget)

/**
 * pal_body_thumb_new:
 *
 * Returns: (transfer floating): a small still picture of a map; it takes no input and has no words
 *   of its own: the row it is in speaks
 */
GtkWidget *pal_body_thumb_new (PalAtlas *atlas, PalVocabulary *vocabulary);

/** pal_body_thumb_set_views: two at most, side by side, such as left and back. */
void pal_body_thumb_set_views (PalBodyThumb *self, const PalView *views, guint n_views);
void pal_body_thumb_set_figure (PalBodyThumb *self, PalFigure figure);
/** pal_body_thumb_set_map: @map: (transfer full) (nullable) */
void pal_body_thumb_set_map (PalBodyThumb *self, PalBodyMap *map);
/** pal_body_thumb_get_map: Returns: (transfer none): what is shown; a blank one without. */
const PalBodyMap *pal_body_thumb_get_map (PalBodyThumb *self);

G_END_DECLS
