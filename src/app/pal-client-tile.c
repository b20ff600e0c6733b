/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client in a list. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/pal-body-stage.h"
#include "app/pal-client-tile.h"
#include "app/pal-scope-lens.h"
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
score_view (
    const PalVisit *visit, const PalBodyMap *map, PalAtlas *atlas, PalFigure figure, PalView view)
{
  const PalPlate *plate = pal_atlas_get_plate (atlas, figure, view);
  double score = 0;

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
      const PalShape *shape = region ? pal_plate_find_shape (plate, region, mark->side) : NULL;

      if (shape != NULL &&
          (map == NULL || !pal_region_look_is_plain (pal_body_map_get (map, region, mark->side))))
        score += sqrt (shape->area) * MAX (mark->before, 1);
    }
  return score;
}

/* @map: (nullable): marks it does not show are not looked for. */
static PalView
choose_view (const PalVisit *visit, const PalBodyMap *map, PalAtlas *atlas, PalFigure figure)
{
  static const PalView views[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT, PAL_VIEW_RIGHT };
  PalView best = PAL_VIEW_FRONT;
  double best_score = 0;

  for (guint i = 0; visit != NULL && i < G_N_ELEMENTS (views); i++)
    {
      const double score = score_view (visit, map, atlas, figure, views[i]);

      if (score > best_score)
        {
          best_score = score;
          best = views[i];
        }
    }
  return best;
}

PalView
pal_choose_view (const PalVisit *visit, PalAtlas *atlas, PalFigure figure)
{
  g_return_val_if_fail (atlas != NULL, PAL_VIEW_FRONT);
  return choose_view (visit, NULL, atlas, figure);
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

/* The last visit's map; %NULL when there is none. A miniature that cannot be read is no news for
 * anybody: opening the client will tell. */
static PalBodyMap *
read_map (PalClientTile *self, PalWorkbench *workbench, PalHeatScope scope, PalVisit **visit)
{
  const PalClientRow *row = pal_client_item_get_row (self->item);
  PalStore *store = pal_workbench_get_store (workbench);
  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (workbench);

  if (row->n_visits == 0)
    return NULL;
  if (scope == PAL_HEAT_ALL)
    {
      *visit = pal_store_get_last_visit (store, row->id, NULL);
      return *visit != NULL ? pal_body_map_new_for_visit (atlas, vocabulary, *visit) : NULL;
    }
  g_autoptr (PalClientFile) file = pal_store_get_client_file (store, row->id, NULL);
  if (file == NULL || file->visits->len == 0)
    return NULL;
  *visit = pal_visit_ref (g_ptr_array_index (file->visits, file->visits->len - 1));
  g_autoptr (PalScopeLens) lens = pal_scope_lens_new_for_file (file, atlas, vocabulary, scope);
  PalBodyMap *map = pal_body_map_new_for_visit (atlas, vocabulary, *visit);
  pal_scope_lens_apply (lens, map, *visit);
  return map;
}

void
pal_client_tile_load_thumb (PalClientTile *self, PalWorkbench *workbench, PalHeatScope scope)
{
  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  g_autoptr (PalVisit) visit = NULL;
  PalBodyMap *map;
  PalFigure figure;
  PalView view;

  g_return_if_fail (PAL_IS_CLIENT_TILE (self));
  g_return_if_fail (self->item != NULL);

  figure = pal_client_item_get_row (self->item)->figure;
  map = read_map (self, workbench, scope, &visit);
  if (self->thumb == NULL)
    {
      self->thumb = pal_body_thumb_new (atlas, pal_workbench_get_vocabulary (workbench));
      gtk_widget_set_hexpand (self->thumb, TRUE);
      gtk_box_append (GTK_BOX (self->holder), self->thumb);
    }
  view = choose_view (visit, map, atlas, figure);
  pal_body_thumb_set_views (PAL_BODY_THUMB (self->thumb), &view, 1);
  pal_body_thumb_set_figure (PAL_BODY_THUMB (self->thumb), figure);
  pal_body_thumb_set_map (PAL_BODY_THUMB (self->thumb), map);
  gtk_widget_set_visible (self->thumb, TRUE);
  self->has_thumb = TRUE;
}

void
pal_client_tile_drop_thumb (PalClientTile *self)
{
  g_return_if_fail (PAL_IS_CLIENT_TILE (self));
  hide_thumb (self);
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
