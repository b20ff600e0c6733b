/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the body stage share: its state, the way from figure units to pixels, and who
 * does what. Nobody else includes this. */

#pragma once

#include <adwaita.h>

#include "app/pal-body-stage-pen.h"
#include "app/pal-body-stage.h"
#include "draw/pal-body-paint.h"
#include "draw/pal-plate-image.h"

G_BEGIN_DECLS

/** PalStageSpot: a region on a side; @region is %NULL for nothing. */
typedef struct
{
  const PalRegion *region;
  PalSide side;
} PalStageSpot;

/* How far from a shape a pointer still means it. */
#define PAL_STAGE_MOUSE_SLOP_MM 3.0

/* Lines to names begin beyond a glyph's badge, in pixels; see pal_glyph_get_radius(). */
#define PAL_STAGE_GLYPH_CLEAR_PX 11.0
#define PAL_STAGE_MAX_ZOOM 8.0

#define PAL_STAGE_BAND 10.0
#define PAL_STAGE_N_BANDS 104

/**
 * PalStageSilhouette:
 *
 * How far the outline reaches to either side in bands of %PAL_STAGE_BAND figure units, so that
 * views can stand as close as bodies allow and not only as boxes do. Empty bands are inside out.
 */
typedef struct
{
  double left[PAL_STAGE_N_BANDS];
  double right[PAL_STAGE_N_BANDS];
} PalStageSilhouette;

/**
 * PalStageView:
 * @x: where the plate's origin lies in the arrangement, in figure units
 * @image: the plate as pixels; %NULL where nothing of the view is in sight
 * @place: where it lies in the stage, in pixels
 * @strips: a node, or %NULL to build, for each @strip_px of its height: plate, marks and lines
 * @letters: R and L
 * @built_plate: whether these are up to date
 * @fills: an image or %NULL for each shape, under the lines; whether it is up to date is in @built
 * @glyphs: a node or %NULL for each shape, over the lines
 * @regions: the child widget of each shape; %NULL until the view is first shown
 *
 * One of the five views. About 90 shapes each; marks are rebuilt one by one.
 */
typedef struct
{
  const PalPlate *plate;
  gboolean shown;
  double x, y;
  PalPlateImage *image;
  graphene_rect_t place;
  GskRenderNode **strips;
  guint n_strips;
  int strip_px;
  GskRenderNode *letters;
  gboolean built_plate;
  guint n_shapes;
  cairo_surface_t **fills;
  GskRenderNode **glyphs;
  gboolean *built;
  GtkWidget **regions;
  PalStageSilhouette silhouette;
} PalStageView;

/**
 * PalStagePicture:
 * @image: the whole stage, without names and highlights; %NULL for none
 * @zoom: how close it was taken
 * @pan_x: and from where
 *
 * What is shown while all moves: taken at rest, then only scaled and shifted.
 */
typedef struct
{
  cairo_surface_t *image;
  double zoom, pan_x, pan_y;
} PalStagePicture;

struct _PalBodyStage
{
  GtkWidget parent_instance;

  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalBodyMap *map;
  PalFigure figure;
  PalStageLayout layout;
  PalView view;
  guint chosen; /* for PAL_STAGE_CHOSEN: bit mask of views */
  gboolean interactive;
  PalTheme theme;

  /* The arrangement, and the way to pixels: px = ((x + view.x) × fit + fit_x) × zoom + pan_x. */
  PalStageView views[PAL_VIEW_N];
  PalStageShows shows, told_shows;
  int width, height;
  double fit, fit_x, fit_y;
  double zoom, pan_x, pan_y;
  guint sync_id;

  /* Cached nodes, in widget pixels. */
  GskRenderNode *extras;
  GPtrArray *highlights;

  /* Movement, see pal-body-stage-motion.c. @whole: the stage at zoom 1, under @picture where that
   * does not reach. @sharpening: what is in sight now is being painted finely in a thread. */
  gboolean moving;
  PalStagePicture picture, whole;
  GCancellable *sharpening;
  guint settle_id;
  AdwAnimation *zoom_animation;
  double anchor_x, anchor_y;

  /* What is pointed at. */
  PalStageSpot hover, lit;
  GtkWidget *last_focus;
  double pointer_x, pointer_y;

  /* What the gestures are in the middle of. */
  const PalShape *pressed;
  PalView pressed_view;
  const PalShape *painting_from;
  gboolean painting;
  gboolean panning;
  GPtrArray *painted;
  double drag_x, drag_y;
  double pan_from_x, pan_from_y;
  double pinch_zoom, pinch_x, pinch_y;
  GtkWidget *chooser;

  /* Names beside the regions, as a node for the whole stage. */
  gboolean names;
  GskRenderNode *names_node;

  /* What a pen is in the middle of, see pal-body-stage-pen.c; wet ink is not yet recorded. */
  PalStageTool tool;
  gint64 pen_seen_us;
  PalStroke *wet;
  GskRenderNode *wet_node;
  double wet_x, wet_y;
  const PalShape *pinned;
  PalMarkPoint pin;
  gboolean erasing;

  AdwStyleManager *style;
};

/** pal_stage_view_order: views from left to right as they stand. */
extern const PalView pal_stage_view_order[PAL_VIEW_N];

/* pal-body-stage-layout.c: where views stand, and zoom */

void pal_body_stage_set_plates (PalBodyStage *self);
void pal_body_stage_arrange (PalBodyStage *self);
/** pal_body_stage_get_scale: Returns: pixels a figure unit. */
double pal_body_stage_get_scale (PalBodyStage *self);
/** pal_body_stage_get_origin: the pixel at which the origin of a plate lies. */
void pal_body_stage_get_origin (PalBodyStage *self, PalView view, double *x, double *y);
/** pal_body_stage_get_pixels: Returns: a rectangle of a plate in pixels. */
graphene_rect_t pal_body_stage_get_pixels (PalBodyStage *self, PalView view, const PalRect *rect);
/** pal_body_stage_pick: Returns: (nullable): the shape at a pixel, within @slop_mm of it. */
const PalShape *pal_body_stage_pick (
    PalBodyStage *self, double x, double y, double slop_mm, PalView *view);
/** pal_body_stage_pick_beside: Returns: (nullable): the shape at a pixel or nearest to it, as far
 * as one taps beside a body to mean a part of it. */
const PalShape *pal_body_stage_pick_beside (PalBodyStage *self, double x, double y, PalView *view);
/** pal_body_stage_list_near: Returns: (transfer container): shapes at a pixel, nearest first. */
GPtrArray *pal_body_stage_list_near (
    PalBodyStage *self, PalView view, double x, double y, double slop_mm);
/** pal_body_stage_zoom_by: zooms around a pixel, at once. */
void pal_body_stage_zoom_by (PalBodyStage *self, double factor, double x, double y);
void pal_body_stage_pan_to (PalBodyStage *self, double pan_x, double pan_y);
/** pal_body_stage_reveal: pans a zoomed stage until @box is in sight. */
void pal_body_stage_reveal (PalBodyStage *self, const graphene_rect_t *box);

/* pal-body-stage-paint.c: cached nodes */

void pal_body_stage_paint (PalBodyStage *self, GtkSnapshot *snapshot);
/** pal_body_stage_drop_nodes: forgets all nodes and pictures: something other than the place
 * changed
 */
void pal_body_stage_drop_nodes (PalBodyStage *self);
/** pal_body_stage_drop_places: forgets all nodes, which lie elsewhere now, but no pictures. */
void pal_body_stage_drop_places (PalBodyStage *self);
void pal_body_stage_drop_view (PalStageView *view);
void pal_body_stage_drop_highlights (PalBodyStage *self);
/** pal_body_stage_drop_changed: forgets only what differs between the shown map and @map. */
void pal_body_stage_drop_changed (PalBodyStage *self, const PalBodyMap *map);
void pal_body_stage_update_theme (PalBodyStage *self);
/** pal_body_stage_build: builds the nodes that are missing, but for names and highlights. */
void pal_body_stage_build (PalBodyStage *self);
/** pal_body_stage_append: appends what pal_body_stage_build() built, from ground to extras. */
void pal_body_stage_append (PalBodyStage *self, GtkSnapshot *snapshot);
/** pal_body_stage_enter_view: leads @cr from the stage's pixels to the units of a view. */
void pal_body_stage_enter_view (PalBodyStage *self, cairo_t *cr, PalView view);
/**
 * pal_body_stage_get_bounds:
 *
 * The part of the stage that lies within @box, a rectangle of a plate, out to whole device pixels.
 *
 * Returns: %FALSE for none
 */
gboolean pal_body_stage_get_bounds (PalBodyStage *self,
                                    PalView view,
                                    const PalRect *box,
                                    graphene_rect_t *bounds);

/* pal-body-stage-strips.c: the views as pixels */

/** pal_body_stage_build_strips: lays together what is missing of a view, whose marks are built. */
void pal_body_stage_build_strips (PalBodyStage *self, PalView view);
/** pal_body_stage_drop_strips: forgets what the mark of a shape touches. */
void pal_body_stage_drop_strips (PalBodyStage *self, PalView view, const PalShape *shape);
void pal_body_stage_drop_plate (PalStageView *view);
/** pal_body_stage_paint_fill: Returns: (transfer full) (nullable): the mark of a shape as pixels */
cairo_surface_t *pal_body_stage_paint_fill (PalBodyStage *self,
                                            PalView view,
                                            const PalShape *shape);
/** pal_body_stage_get_ask: what is in sight of a view now, as a plate image. */
void pal_body_stage_get_ask (PalBodyStage *self, PalView view, PalPlateAsk *ask);
/** pal_body_stage_get_strip: Returns: how many pixels high a node may be that is @width wide. */
int pal_body_stage_get_strip (PalBodyStage *self, double width);
/**
 * pal_body_stage_begin_image:
 * @image: what will be painted; it lives as long as the node, so that cairo, whose recording holds
 *   a snapshot of it, need not copy it
 *
 * Returns: (transfer full): where to paint what the node shows
 */
cairo_t *pal_body_stage_begin_image (GskRenderNode *node, cairo_surface_t *image);
/** pal_body_stage_new_image: Returns: (transfer full): clear device pixels for @bounds. */
cairo_surface_t *pal_body_stage_new_image (PalBodyStage *self, const graphene_rect_t *bounds);
/**
 * pal_body_stage_new_image_node:
 * @bounds: where the image lies, on whole device pixels
 * @image: (transfer full): in the device pixels of the stage
 *
 * Returns: (transfer full): a node that shows it
 */
GskRenderNode *pal_body_stage_new_image_node (PalBodyStage *self,
                                              const graphene_rect_t *bounds,
                                              cairo_surface_t *image);
/**
 * pal_body_stage_new_recorded_node:
 * @recording: (transfer full): what was painted in the pixels of the stage
 *
 * Returns: (transfer full) (nullable): a node no larger than that; %NULL when nothing was
 */
GskRenderNode *pal_body_stage_new_recorded_node (PalBodyStage *self, cairo_surface_t *recording);

/* pal-body-stage-motion.c: what is shown while all moves, and sharp again */

/** pal_body_stage_move: shows a picture that is scaled and shifted, until pal_body_stage_settle().
 */
void pal_body_stage_move (PalBodyStage *self);
/** pal_body_stage_move_for_a_while: the same, until nothing moved for a moment. */
void pal_body_stage_move_for_a_while (PalBodyStage *self);
/** pal_body_stage_settle: paints finely again, as soon as that is ready. */
void pal_body_stage_settle (PalBodyStage *self);
void pal_body_stage_stop (PalBodyStage *self);
void pal_body_stage_append_picture (PalBodyStage *self, GtkSnapshot *snapshot);
void pal_body_stage_drop_pictures (PalBodyStage *self);
/** pal_region_look_equal: Returns: whether both are painted and told the same. */
gboolean pal_region_look_equal (const PalRegionLook *a, const PalRegionLook *b);

/* pal-body-stage-words.c: names and descriptions */

char *pal_body_stage_dup_name (const PalShape *shape, PalView view, gboolean is_best);
char *pal_body_stage_dup_description (PalBodyStage *self, const PalShape *shape);
gboolean pal_body_stage_is_marked (PalBodyStage *self, const PalShape *shape);

/* pal-body-stage-children.c: the region widgets */

/** pal_body_stage_sync_children: makes, shows, hides and names them as the arrangement asks. */
void pal_body_stage_sync_children (PalBodyStage *self);
void pal_body_stage_queue_sync (PalBodyStage *self);
void pal_body_stage_clear_children (PalBodyStage *self, PalStageView *view);
void pal_body_stage_allocate_children (PalBodyStage *self);
/** pal_body_stage_tell_children: brings the words of regions up to date with the map. */
void pal_body_stage_tell_children (PalBodyStage *self, const PalBodyMap *old);
void pal_body_stage_tell_interactive (PalBodyStage *self);
/** pal_body_stage_find_best: Returns: (nullable): the largest shape in sight of a region. */
const PalShape *pal_body_stage_find_best (PalBodyStage *self,
                                          const PalRegion *region,
                                          PalSide side,
                                          PalView *view);
gboolean pal_body_stage_focus_shape (PalBodyStage *self, PalView view, const PalShape *shape);
/** pal_body_stage_get_focus: Returns: (nullable): the shape that has the keyboard focus. */
const PalShape *pal_body_stage_get_focus (PalBodyStage *self, PalView *view);
/** pal_body_stage_focus_moved: a region tells that it gained or lost the focus or its ring. */
void pal_body_stage_focus_moved (PalBodyStage *self, GtkWidget *region);

/* pal-body-stage.c */

/** pal_body_stage_rearrange: stands the views anew, after something they depend on changed. */
void pal_body_stage_rearrange (PalBodyStage *self);

/* pal-body-stage-names.c */

/** pal_body_stage_build_names: Returns: (transfer full): a node with all names and lines. */
GskRenderNode *pal_body_stage_build_names (PalBodyStage *self);

/* pal-body-stage-zoom.c */

/**
 * pal_body_stage_toggle_closer:
 * @shape: (nullable): whose group to show large; the whole figure when it was closer already
 */
void pal_body_stage_toggle_closer (PalBodyStage *self, PalView view, const PalShape *shape);

/* pal-body-stage-chooser.c */

/**
 * pal_body_stage_choose:
 * @shape: what was hit
 * @doubt_mm: what else lies this near to the pixel may have been meant
 *
 * Opens the details of @shape, or a list to choose from.
 */
void pal_body_stage_choose (
    PalBodyStage *self, PalView view, const PalShape *shape, double x, double y, double doubt_mm);
void pal_body_stage_close_chooser (PalBodyStage *self);

/* pal-body-stage-gestures.c, pal-body-stage-keys.c */

void pal_body_stage_add_gestures (PalBodyStage *self);
void pal_body_stage_add_keys (PalBodyStage *self);
/** pal_body_stage_step_group: the keyboard goes to the next part of the body, or the one before,
 * that the view shows. @around: and from the last to the first. Returns: whether there was one. */
gboolean pal_body_stage_step_group (PalBodyStage *self, int step, gboolean around);

/** pal_body_stage_next_view: shows (or goes to) the view beside, @step 1 or -1 further. */
void pal_body_stage_next_view (PalBodyStage *self, int step);

/* pal-body-stage-pen.c */

void pal_body_stage_add_pen (PalBodyStage *self);
void pal_body_stage_paint_wet (PalBodyStage *self, GtkSnapshot *snapshot);
/** pal_body_stage_marks_with: Returns: whether what touches the stage marks: neither pen tool nor
 * palm. */
gboolean pal_body_stage_marks_with (PalBodyStage *self, GtkEventController *controller);
/** pal_body_stage_draws: Returns: whether the tool is ink or what rubs it out. */
gboolean pal_body_stage_draws (PalBodyStage *self);
/** pal_body_stage_pin_focused: pins the middle of a shape, for the keyboard. */
void pal_body_stage_pin_focused (PalBodyStage *self, const PalShape *shape, PalView view);

/* pal-body-stage-signals.c */

void pal_body_stage_add_signals (void);
void pal_body_stage_emit_cycle (PalBodyStage *self, const PalShape *shape);
void pal_body_stage_emit_severity (PalBodyStage *self, const PalShape *shape, int severity);
void pal_body_stage_emit_paint (PalBodyStage *self, const PalShape *shape, gboolean first);
void pal_body_stage_emit_details (PalBodyStage *self, const PalShape *shape, PalView view);
void pal_body_stage_emit_both_sides (PalBodyStage *self, const PalShape *shape);
void pal_body_stage_emit_note (PalBodyStage *self, const PalShape *shape);
void pal_body_stage_emit_hovered (PalBodyStage *self, const PalShape *shape);
void pal_body_stage_emit_typed (PalBodyStage *self, const char *text);
void pal_body_stage_emit_pin (PalBodyStage *self, const PalShape *shape, PalMarkPoint *point);
void pal_body_stage_emit_ink (PalBodyStage *self, PalStroke *stroke);
void pal_body_stage_emit_erase (
    PalBodyStage *self, PalView view, double x, double y, double radius);

G_END_DECLS
