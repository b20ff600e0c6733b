/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client in a list. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/pal-body-stage.h"
#include "app/pal-client-tile.h"
#include "atlas/pal-plate.h"

struct _PalClientTile
{
  GtkBox parent_instance;

  PalClientItem *item;
  gulong item_handler;
  gboolean has_thumb;

  GtkWidget *holder;
  GtkWidget *thumb;
  GtkLabel *name;
  GtkLabel *details;
  GtkWidget *draft;
};

G_DEFINE_FINAL_TYPE (PalClientTile, pal_client_tile, GTK_TYPE_BOX)

/* A slight sliver counts little, however severe: the miniature is small. */
static double
score_view (const PalVisit *visit, PalAtlas *atlas, PalFigure figure, PalView view)
{
  const PalPlate *plate = pal_atlas_get_plate (atlas, figure, view);
  double score = 0;

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
      const PalShape *shape = region ? pal_plate_find_shape (plate, region, mark->side) : NULL;

      if (shape != NULL)
        score += sqrt (shape->area) * MAX (mark->before, 1);
    }
  return score;
}

PalView
pal_choose_view (const PalVisit *visit, PalAtlas *atlas, PalFigure figure)
{
  static const PalView views[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT, PAL_VIEW_RIGHT };
  PalView best = PAL_VIEW_FRONT;
  double best_score = 0;

  g_return_val_if_fail (atlas != NULL, PAL_VIEW_FRONT);

  for (guint i = 0; visit != NULL && i < G_N_ELEMENTS (views); i++)
    {
      const double score = score_view (visit, atlas, figure, views[i]);

      if (score > best_score)
        {
          best_score = score;
          best = views[i];
        }
    }
  return best;
}

static void
hide_thumb (PalClientTile *self)
{
  self->has_thumb = FALSE;
  if (self->thumb != NULL)
    gtk_widget_set_visible (self->thumb, FALSE);
}

static void
update_words (PalClientTile *self)
{
  g_autofree char *details = NULL;

  if (self->item == NULL)
    return;
  details = pal_client_item_dup_details (self->item);
  gtk_label_set_label (self->name, pal_client_item_get_name (self->item));
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (self->draft, pal_client_item_get_row (self->item)->n_unsigned > 0);
}

static void
item_changed_cb (PalClientTile *self)
{
  update_words (self);
  hide_thumb (self);
}

static void
pal_client_tile_dispose (GObject *object)
{
  PalClientTile *self = PAL_CLIENT_TILE (object);

  pal_client_tile_set_item (self, NULL);
  self->thumb = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_CLIENT_TILE);

  G_OBJECT_CLASS (pal_client_tile_parent_class)->dispose (object);
}

static void
pal_client_tile_class_init (PalClientTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pal_client_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-client-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, PalClientTile, holder);
  gtk_widget_class_bind_template_child (widget_class, PalClientTile, name);
  gtk_widget_class_bind_template_child (widget_class, PalClientTile, details);
  gtk_widget_class_bind_template_child (widget_class, PalClientTile, draft);
}

static void
pal_client_tile_init (PalClientTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_client_tile_new (void)
{
  return g_object_new (PAL_TYPE_CLIENT_TILE, NULL);
}

void
pal_client_tile_set_item (PalClientTile *self, PalClientItem *item)
{
  g_return_if_fail (PAL_IS_CLIENT_TILE (self));
  g_return_if_fail (item == NULL || PAL_IS_CLIENT_ITEM (item));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->item_handler =
      g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
  item_changed_cb (self);
}

PalClientItem *
pal_client_tile_get_item (PalClientTile *self)
{
  g_return_val_if_fail (PAL_IS_CLIENT_TILE (self), NULL);
  return self->item;
}

void
pal_client_tile_set_details (PalClientTile *self, const char *details)
{
  g_return_if_fail (PAL_IS_CLIENT_TILE (self));

  if (details != NULL)
    gtk_label_set_label (self->details, details);
  else
    update_words (self);
}

gboolean
pal_client_tile_needs_thumb (PalClientTile *self)
{
  g_return_val_if_fail (PAL_IS_CLIENT_TILE (self), FALSE);
  return self->item != NULL && !self->has_thumb;
}

void
pal_client_tile_load_thumb (PalClientTile *self, PalWorkbench *workbench)
{
  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (workbench);
  g_autoptr (PalVisit) visit = NULL;
  const PalClientRow *row;
  PalView view;

  g_return_if_fail (PAL_IS_CLIENT_TILE (self));
  g_return_if_fail (self->item != NULL);

  row = pal_client_item_get_row (self->item);
  /* A miniature that cannot be read is no news for anybody: opening the client will tell. */
  if (row->n_visits > 0)
    visit = pal_store_get_last_visit (pal_workbench_get_store (workbench), row->id, NULL);
  if (self->thumb == NULL)
    {
      self->thumb = pal_body_thumb_new (atlas, vocabulary);
      gtk_widget_set_hexpand (self->thumb, TRUE);
      gtk_box_append (GTK_BOX (self->holder), self->thumb);
    }
  view = pal_choose_view (visit, atlas, row->figure);
  pal_body_thumb_set_views (PAL_BODY_THUMB (self->thumb), &view, 1);
  pal_body_thumb_set_figure (PAL_BODY_THUMB (self->thumb), row->figure);
  pal_body_thumb_set_map (PAL_BODY_THUMB (self->thumb),
                          visit != NULL ? pal_body_map_new_for_visit (atlas, vocabulary, visit)
                                        : NULL);
  gtk_widget_set_visible (self->thumb, TRUE);
  self->has_thumb = TRUE;
}

char *
pal_client_tile_dup_label (PalClientTile *self)
{
  const char *name, *details;

  g_return_val_if_fail (PAL_IS_CLIENT_TILE (self), NULL);

  name = gtk_label_get_label (self->name);
  details = gtk_label_get_label (self->details);
  if (gtk_widget_get_visible (self->draft))
    /* Translators: read aloud: a client's name, their visits, and that one is not signed. */
    return g_strdup_printf (_ ("%1$s, %2$s, draft not signed"), name, details);
  /* Translators: read aloud: a client's name and their visits. */
  return g_strdup_printf (_ ("%1$s, %2$s"), name, details);
}
