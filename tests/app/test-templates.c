/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page is built from its template with a practice open, and lets go of everything when it is
 * closed. A template that names a child or a handler that is not there warns, and warnings fail. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-chart-page.h"
#include "app/pal-client-list.h"
#include "app/pal-client-page.h"
#include "app/pal-client-tile.h"
#include "app/pal-history-page.h"
#include "app/pal-insights-page.h"
#include "app/pal-mark-popover.h"
#include "app/pal-today-page.h"
#include "app/pal-welcome.h"
#include "tests/kit/kit-start.h"

#define N_VISITS 6

typedef struct
{
  const char *name;
  GtkWidget *(*make) (PalWorkbench *workbench);
} Template;

static GtkWidget *
make_tile (PalWorkbench *workbench)
{
  return pal_client_tile_new ();
}

static GtkWidget *
make_welcome (PalWorkbench *workbench)
{
  return pal_welcome_new ();
}

static const Template templates[] = {
  { "chart", pal_chart_page_new },
  { "client", pal_client_page_new },
  { "client-list", pal_client_list_new },
  { "history", pal_history_page_new },
  { "insights", pal_insights_page_new },
  { "mark-popover", pal_mark_popover_new },
  { "tile", make_tile },
  { "today", pal_today_page_new },
  { "welcome", make_welcome },
};

static void
test_template (gconstpointer data)
{
  const Template *template = data;
  AppBench *bench = app_bench_new (N_VISITS);

  pal_workbench_open_client (bench->bench, KIT_RUNNER_ID);
  GtkWidget *widget = g_object_ref_sink (template->make (bench->bench));
  g_assert_true (GTK_IS_WIDGET (widget));
  /* It follows the practice as long as it is there. */
  pal_workbench_open_client (bench->bench, NULL);
  pal_workbench_open_client (bench->bench, KIT_RUNNER_ID);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (widget);
  app_bench_free (bench);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/templates/%s", templates[i].name);

      g_test_add_data_func (path, &templates[i], test_template);
    }
  return g_test_run ();
}
