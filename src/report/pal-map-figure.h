/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bodies side by side on a page, with a legend of every sign on them: a block of any document. */

#pragma once

#include "atlas/pal-plate.h"
#include "draw/pal-body-map.h"
#include "report/pal-block.h"

G_BEGIN_DECLS

/**
 * PalLegendSigns:
 * @PAL_LEGEND_SEVERITY: mild, moderate, severe
 * @PAL_LEGEND_CHANGE: new, worse, same, better, gone
 * @PAL_LEGEND_HEAT: how often, and how strongly
 */
typedef enum
{
  PAL_LEGEND_NONE = 0,
  PAL_LEGEND_SEVERITY = 1 << 0,
  PAL_LEGEND_CHANGE = 1 << 1,
  PAL_LEGEND_HEAT = 1 << 2
} PalLegendSigns;

/**
 * PalMapFigure:
 * @views: from left to right, @n_views of them
 * @map: what stands on the bodies
 * @height: of the figures at most, without the legend
 * @signs: what the legend explains
 * @severity_words: for the client, or %NULL for the practice's words
 * @kinds: bit mask over vocabulary indexes of the kinds the legend explains
 * @note: (nullable): at the end of the legend
 * @ruled: a thin line below all
 * @legend_width: that @legend_height was measured for; 0 before
 */
typedef struct
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalFigure figure;
  PalView views[PAL_VIEW_N];
  guint n_views;
  PalBodyMap *map;
  double height;
  PalLegendSigns signs;
  char *severity_words[4];
  guint32 kinds;
  char *note;
  gboolean ruled;
  /*< private >*/
  double legend_width, legend_height;
} PalMapFigure;

/** pal_map_figure_new: @map: (transfer full). Returns: (transfer full): without views. */
PalMapFigure *pal_map_figure_new (PalAtlas *atlas,
                                  PalVocabulary *vocabulary,
                                  PalFigure figure,
                                  PalBodyMap *map);
void pal_map_figure_free (PalMapFigure *self);

/**
 * pal_map_figure_choose_views:
 *
 * Front and back, so that everybody finds themselves; the side that shows more, when one shows
 * anything; the other side and the soles only for what would not be seen otherwise.
 */
void pal_map_figure_choose_views (PalMapFigure *self, const PalVisit *visit);

/** pal_map_figure_set_all_views: right, front, back, left and the soles. */
void pal_map_figure_set_all_views (PalMapFigure *self);

/** pal_map_figure_explain: lets the legend explain the severities and kinds of @visit. */
void pal_map_figure_explain (PalMapFigure *self, const PalVisit *visit);

/** pal_map_figure_add: @self: (transfer full). Returns: (transfer none): the block. */
PalBlock *pal_map_figure_add (PalMapFigure *self, GPtrArray *blocks);

G_END_DECLS
