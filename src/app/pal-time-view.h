/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One large map that steps through the visits: by a slider, by keys, or by itself. */

#pragma once

#include <adwaita.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_TIME_VIEW (pal_time_view_get_type ())
G_DECLARE_FINAL_TYPE (PalTimeView, pal_time_view, PAL, TIME_VIEW, AdwBin)

/*
 * Signal ::moved (const char *visit_id): another visit is shown, by slider, key or play.
 *
 * Left, Right, Home, End on the slider step, Space plays. Time runs with the reading direction, as
 * in the strip of visits: in Arabic the newest is at the left, and Left is later. Where the desktop
 * asks for no animation, marks change at once instead of growing and fading.
 */

/** pal_time_view_set_up: once. */
void pal_time_view_set_up (PalTimeView *self, PalWorkbench *workbench, PalHighlight *highlight);

/**
 * pal_time_view_show:
 * @visit_id: where to stand
 * @matrix: (transfer none): of the client's visits; must live until
 *   pal_time_view_forget() or the next call
 * @rows: (transfer none) (element-type PalRegionRow): of the same, for the baseline
 */
void pal_time_view_show (PalTimeView *self,
                         const char *visit_id,
                         PalHeatScope scope,
                         const PalMatrix *matrix,
                         GArray *rows);

/** pal_time_view_forget: lets go of what pal_time_view_show() lent; nothing moves until then. */
void pal_time_view_forget (PalTimeView *self);

/** pal_time_view_go: steps to a visit, with a glide. */
void pal_time_view_go (PalTimeView *self, const char *visit_id);

/** pal_time_view_set_playing: steps by itself, from the start when the end is shown. */
void pal_time_view_set_playing (PalTimeView *self, gboolean playing);
gboolean pal_time_view_get_playing (PalTimeView *self);

/** pal_time_view_grab_slider: moves the keyboard focus to the slider. */
void pal_time_view_grab_slider (PalTimeView *self);

/** pal_time_view_get_title: Returns: (transfer none): the day shown, for the page to show. */
GtkWidget *pal_time_view_get_title (PalTimeView *self);

G_END_DECLS
