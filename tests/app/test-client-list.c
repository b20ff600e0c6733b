/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of clients: what its miniatures show. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-body-stage.h"
#include "app/pal-client-list.h"
#include "tests/kit/kit-start.h"

#define N_VISITS 13

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  GtkWidget *list;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->bench = app_bench_new (N_VISITS);
  self->list = pal_client_list_new (self->bench->bench);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), self->list);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->list), (gpointer *) &self->list);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_null (self->list);
  app_bench_free (self->bench);
}

static double
get_severity (Fixture *self, const char *region)
{
  GtkWidget *thumb = app_find (self->list, PAL_TYPE_BODY_THUMB, NULL, NULL);
  g_assert_nonnull (thumb);
  return pal_body_map_get (pal_body_thumb_get_map (PAL_BODY_THUMB (thumb)),
                           pal_atlas_find_region (kit_get_atlas (), region), PAL_SIDE_LEFT)
      ->severity;
}

static gboolean
has_thumb (gpointer data)
{
  Fixture *self = data;
  GtkWidget *thumb = app_find (self->list, PAL_TYPE_BODY_THUMB, NULL, NULL);
  return thumb != NULL && gtk_widget_get_visible (thumb);
}

static void
wait_for_thumb (Fixture *self)
{
  g_assert_true (kit_wait_until (has_thumb, self, 5000));
}

/* The runner's knee hurts and is what she comes for; the band is tight whatever she says. */
static void
test_scope (Fixture *self, gconstpointer data)
{
  PalClientList *list = PAL_CLIENT_LIST (self->list);

  wait_for_thumb (self);
  g_assert_cmpfloat (get_severity (self, "itb-mid"), >, 0);
  g_assert_cmpfloat (get_severity (self, "lateral-knee"), >, 0);

  pal_client_list_set_scope (list, PAL_HEAT_COMPLAINT);
  wait_for_thumb (self);
  g_assert_cmpfloat (get_severity (self, "itb-mid"), ==, 0);
  g_assert_cmpfloat (get_severity (self, "lateral-knee"), >, 0);

  pal_client_list_set_scope (list, PAL_HEAT_BASELINE);
  wait_for_thumb (self);
  g_assert_cmpfloat (get_severity (self, "gastrocnemius-medial"), >, 0);
  g_assert_cmpfloat (get_severity (self, "lateral-knee"), ==, 0);

  pal_client_list_set_scope (list, PAL_HEAT_ALL);
  wait_for_thumb (self);
  g_assert_cmpfloat (get_severity (self, "lateral-knee"), >, 0);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  g_test_add ("/app/client-list/scope", Fixture, NULL, set_up, test_scope, tear_down);
  return g_test_run ();
}
