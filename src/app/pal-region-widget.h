/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One region in one view of the body stage, as keyboard, pointer and screen reader see it. It
 * paints nothing; the stage paints all regions together. */

#pragma once

#include <gtk/gtk.h>

#include "atlas/pal-plate.h"

G_BEGIN_DECLS

#define PAL_TYPE_REGION_WIDGET (pal_region_widget_get_type ())
G_DECLARE_FINAL_TYPE (PalRegionWidget, pal_region_widget, PAL, REGION_WIDGET, GtkWidget)

/*
 * Actions, all without parameters so that assistive technology lists them: region.focus and
 * region.details always; region.cycle, region.clear, region.mild, region.moderate, region.severe,
 * region.both-sides and region.note where regions can be marked.
 */

/**
 * pal_region_widget_new:
 * @shape: must live as long as the stage the widget is put in
 *
 * Returns: (transfer floating): a widget to be put in a body stage, and nowhere else
 */
GtkWidget *pal_region_widget_new (PalView view, const PalShape *shape);

const PalShape *pal_region_widget_get_shape (PalRegionWidget *self);
PalView pal_region_widget_get_view (PalRegionWidget *self);

/** pal_region_widget_set_place: @x, @y: the pixel of the stage its own 0, 0 lies at. */
void pal_region_widget_set_place (PalRegionWidget *self, double x, double y);

void pal_region_widget_set_name (PalRegionWidget *self, const char *name);
void pal_region_widget_set_state (PalRegionWidget *self, const char *description, gboolean marked);
void pal_region_widget_set_interactive (PalRegionWidget *self, gboolean interactive);

G_END_DECLS
