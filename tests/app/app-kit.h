/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the window's parts share: a workbench on a practice of its own. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"
#include "kit.h"

G_BEGIN_DECLS

/** AppBench: a practice in a folder that goes away, and what its workbench said. */
typedef struct
{
  KitFolder *folder;
  PalStore *store;
  PalWorkbench *bench;
  GString *said; /* signals in order: "client;visits;visit;" */
  char *failure; /* last ::failed */
  char *notice;  /* last ::notice */
  gboolean can_undo;
} AppBench;

/** app_bench_new: @n_visits: of the made-up runner; 0 for a practice without clients. */
AppBench *app_bench_new (guint n_visits);
void app_bench_free (AppBench *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppBench, app_bench_free)

/** app_bench_add: puts a client without visits into the practice. Returns: the id. */
char *app_bench_add (AppBench *self, const char *given, const char *family);

/** app_bench_take: @file: (transfer full): puts a client and their visits into the practice. */
void app_bench_take (AppBench *self, PalClientFile *file);

/** AppMatch: Returns: whether @widget is the one that @words are about. */
typedef gboolean (*AppMatch) (GtkWidget *widget, const char *words);

/**
 * app_find:
 * @match: (nullable): what else it must be, asked with @words
 *
 * Returns: (transfer none) (nullable): @from or the first below it of the type, depth first
 */
GtkWidget *app_find (GtkWidget *from, GType type, AppMatch match, const char *words);

/** app_press: Returns: whether one of the widget's own key controllers took the key. */
gboolean app_press (GtkWidget *widget, guint keyval, GdkModifierType state);

G_END_DECLS
