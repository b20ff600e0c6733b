/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The body stage in motion: a picture of it taken at rest is scaled and shifted, and once nothing
 * moves any more what is in sight is painted finely in a thread and takes its place. The picture
 * keeps standing until then, so that there is never nothing to see. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

/* Rest after the last movement before what is in sight is painted finely again. */
#define SETTLE_MS 120

static void
picture_clear (PalStagePicture *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
}

static void
picture_set (PalStagePicture *self, const PalStagePicture *other)
{
  cairo_surface_reference (other->image);
  picture_clear (self);
  *self = *other;
}

void
pal_body_stage_drop_pictures (PalBodyStage *self)
{
  picture_clear (&self->picture);
  picture_clear (&self->whole);
}

static void
draw_node (GskRenderNode *node, cairo_t *cr)
{
  if (node != NULL)
    gsk_render_node_draw (node, cr);
}

/* All that stands in the stage's own nodes, as pixels. */
static cairo_surface_t *
draw_stage (PalBodyStage *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * factor, self->height * factor);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  cairo_surface_set_device_scale (image, factor, factor);
  pal_body_stage_build (self);
  pal_body_stage_append (self, snapshot);
  GskRenderNode *node = gtk_snapshot_to_node (snapshot);
  cairo_t *cr = cairo_create (image);
  draw_node (node, cr);
  cairo_destroy (cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  return image;
}

static void
take_picture (PalBodyStage *self)
{
  picture_clear (&self->picture);
  self->picture = (PalStagePicture){ draw_stage (self), self->zoom, self->pan_x, self->pan_y };
  if (self->zoom <= 1)
    picture_set (&self->whole, &self->picture);
}

/* The whole figure, for what the picture of a part does not reach. */
static void
take_whole (PalBodyStage *self)
{
  double zoom = self->zoom, pan_x = self->pan_x, pan_y = self->pan_y;

  self->zoom = 1;
  self->pan_x = self->pan_y = 0;
  pal_body_stage_drop_places (self);
  self->whole = (PalStagePicture){ draw_stage (self), 1, 0, 0 };
  pal_body_stage_drop_places (self);
  self->zoom = zoom;
  self->pan_x = pan_x;
  self->pan_y = pan_y;
}

/* Where a picture lies in the stage now. */
static graphene_rect_t
get_place (PalBodyStage *self, const PalStagePicture *picture, double *ratio)
{
  *ratio = self->zoom / picture->zoom;
  return GRAPHENE_RECT_INIT ((float) (self->pan_x - picture->pan_x * *ratio),
                             (float) (self->pan_y - picture->pan_y * *ratio),
                             (float) (self->width * *ratio), (float) (self->height * *ratio));
}

/* The whole pixels of the stage that a picture covers. */
static cairo_rectangle_int_t
get_covered (PalBodyStage *self, const graphene_rect_t *place)
{
  /* Within a hundredth of a pixel is on it. */
  int left = CLAMP ((int) ceilf (place->origin.x - 0.01f), 0, self->width);
  int top = CLAMP ((int) ceilf (place->origin.y - 0.01f), 0, self->height);
  int right = MIN (self->width, (int) floorf (place->origin.x + place->size.width + 0.01f));
  int bottom = MIN (self->height, (int) floorf (place->origin.y + place->size.height + 0.01f));

  return (cairo_rectangle_int_t){ left, top, MAX (0, right - left), MAX (0, bottom - top) };
}

static void
paint_picture (PalBodyStage *self, cairo_t *cr, const PalStagePicture *picture)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double ratio;
  graphene_rect_t place = get_place (self, picture, &ratio);
  gboolean shifts = fabs (ratio - 1) < 1e-6;

  cairo_save (cr);
  /* Only shifted it stays sharp, pixel by pixel. */
  if (shifts)
    cairo_translate (cr, round (place.origin.x * factor) / factor,
                     round (place.origin.y * factor) / factor);
  else
    {
      cairo_translate (cr, place.origin.x, place.origin.y);
      cairo_scale (cr, ratio, ratio);
    }
  cairo_set_source_surface (cr, picture->image, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            shifts ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* The part of a picture that lies in @box, whole pixels of the stage. */
static void
append_part (PalBodyStage *self,
             GtkSnapshot *snapshot,
             const PalStagePicture *picture,
             const cairo_rectangle_int_t *box)
{
  int step = pal_body_stage_get_strip (self, MAX (box->width, 1));

  for (int y = box->y; box->width > 0 && y < box->y + box->height; y += step)
    {
      GskRenderNode *node =
          gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) box->x, (float) y, (float) box->width,
                                                   (float) MIN (step, box->y + box->height - y)));
      cairo_t *cr = pal_body_stage_begin_image (node, picture->image);

      paint_picture (self, cr, picture);
      cairo_destroy (cr);
      gtk_snapshot_append_node (snapshot, node);
      gsk_render_node_unref (node);
    }
}

/* The whole figure stands around the picture and not under it: it would shine through where the
 * picture is transparent. */
void
pal_body_stage_append_picture (PalBodyStage *self, GtkSnapshot *snapshot)
{
  double ratio;

  if (self->picture.image == NULL)
    take_picture (self);
  graphene_rect_t place = get_place (self, &self->picture, &ratio);
  cairo_rectangle_int_t in = get_covered (self, &place);
  int right = in.x + in.width, bottom = in.y + in.height;
  const cairo_rectangle_int_t around[] = {
    { 0, 0, self->width, in.y },
    { 0, bottom, self->width, self->height - bottom },
    { 0, in.y, in.x, in.height },
    { right, in.y, self->width - right, in.height },
  };

  append_part (self, snapshot, &self->picture, &in);
  if (in.width >= self->width && in.height >= self->height)
    return;
  if (self->whole.image == NULL)
    take_whole (self);
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    append_part (self, snapshot, &self->whole, &around[i]);
}

static void
cancel_sharpening (PalBodyStage *self)
{
  if (self->sharpening != NULL)
    g_cancellable_cancel (self->sharpening);
  g_clear_object (&self->sharpening);
}

/* The end of a movement: its nodes are where they are now, and so are the regions. */
static void
come_to_rest (PalBodyStage *self)
{
  cancel_sharpening (self);
  self->moving = FALSE;
  picture_clear (&self->picture);
  if (self->zoom <= 1)
    picture_clear (&self->whole);
  pal_body_stage_drop_places (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The stage may be gone before the thread is done. */
static void
sharpened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (PalBodyStage) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (ref);
  g_free (ref);
  /* Cancelled: it moved on meanwhile. */
  if (pal_plate_image_prepare_finish (result, &error) && self != NULL)
    come_to_rest (self);
}

void
pal_body_stage_settle (PalBodyStage *self)
{
  PalPlateAsk asks[PAL_VIEW_N];
  guint n = 0;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (!self->moving || self->sharpening != NULL)
    return;
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        pal_body_stage_get_ask (self, i, &asks[n]);
        if (asks[n].width > 0 && !pal_plate_image_is_ready (&asks[n]))
          n++;
      }
  if (n == 0 || self->picture.image == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      come_to_rest (self);
      return;
    }
  /* The regions need not wait. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->sharpening = g_cancellable_new ();
  GWeakRef *ref = g_new (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  pal_plate_image_prepare_async (self->atlas, asks, n, self->sharpening, sharpened_cb, ref);
}

static void
settle_cb (gpointer data)
{
  PalBodyStage *self = data;

  self->settle_id = 0;
  pal_body_stage_settle (self);
}

void
pal_body_stage_move (PalBodyStage *self)
{
  cancel_sharpening (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->moving)
    return;
  if (self->width > 0 && self->height > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_picture (self);
  self->moving = TRUE;
}

void
pal_body_stage_move_for_a_while (PalBodyStage *self)
{
  pal_body_stage_move (self);
  self->settle_id = g_timeout_add_once (SETTLE_MS, settle_cb, self);
}

/* For good: nobody is left to see it. */
void
pal_body_stage_stop (PalBodyStage *self)
{
  cancel_sharpening (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  pal_body_stage_drop_pictures (self);
  if (self->moving)
    pal_body_stage_drop_places (self);
  self->moving = FALSE;
}
