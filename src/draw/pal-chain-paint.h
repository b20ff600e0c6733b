/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chain of regions on the body: the links seen filled, the others dashed, joined in the order of
 * the chain. What was seen is insight's; the body is pal-body-paint.h's. */

#pragma once

#include "atlas/pal-plate.h"
#include "draw/pal-theme.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

/**
 * PalChainPicture:
 * @atlas: of the plates
 * @figure: whose body
 * @insights: of the client: how often and how severely each region was marked
 * @row: one of its patterns
 * @heat: (nullable): tones and which regions have one; %NULL for those of the row's window
 * @pointed: bit mask over its links (1 << place): a ring is drawn around their numbers
 * @width: of the picture in pixels or points
 * @height: the same
 *
 * The one or two views that show the most links stand side by side, cut to the part of the body the
 * chain runs through. A number at each link is that of the link in the row, from 1.
 */
typedef struct
{
  PalAtlas *atlas;
  PalFigure figure;
  const PalInsights *insights;
  const PalPatternRow *row;
  const PalHeat *heat;
  guint pointed;
  const PalTheme *theme;
  double width;
  double height;
} PalChainPicture;

/** pal_chain_picture_paint: paints with the top left corner at 0, 0; no ground of its own. */
void pal_chain_picture_paint (const PalChainPicture *self, cairo_t *cr);

/**
 * pal_chain_picture_pick:
 *
 * Returns: the place of the link in @row whose number or region lies under the point, or -1
 */
int pal_chain_picture_pick (const PalChainPicture *self, double x, double y);

/**
 * pal_chain_number_paint: paints the number of a link in its circle, as the picture does.
 * @seen: filled, else dashed
 */
void pal_chain_number_paint (cairo_t *cr,
                             double x,
                             double y,
                             double radius,
                             guint number,
                             gboolean seen,
                             const PalTheme *theme);

/**
 * pal_chain_link_takes_side:
 *
 * Returns: whether a region on @region_side is looked at when the chain of @side is
 */
gboolean pal_chain_link_takes_side (const PalChainLink *link, PalSide side, PalSide region_side);

G_END_DECLS
