/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the Insights page share: the page in a window, and finding widgets on it. */

#pragma once

#include <adwaita.h>

#include "app-kit.h"

G_BEGIN_DECLS

/* One more than the last twelve, and the last is a draft. */
#define INSIGHT_N_VISITS 13

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  GtkWidget *page;
} InsightFixture;

/** insight_settle: lets the window come to rest. */
void insight_settle (void);

void insight_set_up (InsightFixture *fixture, gconstpointer data);
/** insight_tear_down: fails when the page outlives its window. */
void insight_tear_down (InsightFixture *fixture, gconstpointer data);

/** insight_find: Returns: (nullable): the first widget of @type with this label, if one is asked.
 */
GtkWidget *insight_find (GtkWidget *widget, GType type, const char *label);

/** insight_find_in: as insight_find(), within the first section of a type. */
GtkWidget *insight_find_in (InsightFixture *fixture, GType section, GType type, const char *label);

G_END_DECLS
