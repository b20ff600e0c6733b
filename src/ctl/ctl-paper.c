/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* draw: pictures. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl.h"
#include "draw/pal-picture.h"
#include "insight/pal-insight.h"

/* Draw --------------------------------------------------------------------------------------- */

#define DEFAULT_HEIGHT 900
#define MAX_HEIGHT 20000
#define DEFAULT_SPAN 12

static struct
{
  char *visit;
  char *client;
  char *compare;
  gboolean heat;
  gboolean blank;
  gboolean names;
  char *view;
  char *figure;
  char *theme;
  char *out;
  int height;
  int last;
  char *from;
  char *to;
} draw_options;

/* An end of the span; %PAL_NO_DATE when it was not given. */
static gboolean
read_day (const char *text, PalDate *day)
{
  *day = PAL_NO_DATE;
  return text == NULL || pal_date_parse (text, day);
}

/* Frequency times severity over the newest visits, or over those of a span of days. */
static PalBodyMap *
build_heat_map (CtlCall *call, const PalClientFile *file, GError **error)
{
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (file->visits, PAL_NO_DATE, call->atlas, call->vocabulary);
  guint n = file->visits->len;
  guint span = draw_options.last > 0 ? (guint) draw_options.last : DEFAULT_SPAN;
  PalHeatQuery query = { .first = n > span ? n - span : 0, .last = n };
  PalDate from, to;

  read_day (draw_options.from, &from);
  read_day (draw_options.to, &to);
  if ((from != PAL_NO_DATE || to != PAL_NO_DATE) &&
      !pal_heat_find_span (matrix, from, to, &query.first, &query.last))
    {
      g_set_error_literal (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
                           _ ("The client has no visit within these days."));
      return NULL;
    }
  g_autoptr (PalHeat) heat = pal_heat_measure (matrix, &query, NULL);

  return pal_body_map_new_for_heat (call->atlas, heat);
}

static PalBodyMap *
build_visit_map (CtlCall *call, PalFigure *figure, GError **error)
{
  g_autoptr (PalVisit) visit = pal_store_get_visit (call->store, draw_options.visit, error);
  g_autoptr (PalClient) client = NULL;

  if (visit != NULL)
    client = pal_store_get_client (call->store, visit->client, error);
  if (client == NULL)
    return NULL;
  *figure = client->figure;
  return pal_body_map_new_for_visit (call->atlas, call->vocabulary, visit);
}

/* What changed from the visit of --compare to the one in the arguments. */
static PalBodyMap *
build_change_map (CtlCall *call, PalFigure *figure, GError **error)
{
  g_autoptr (PalVisit) from = pal_store_get_visit (call->store, draw_options.compare, error);
  g_autoptr (PalVisit) to = NULL;
  g_autoptr (PalClient) client = NULL;

  if (from != NULL)
    to = pal_store_get_visit (call->store, call->args[0], error);
  if (to != NULL)
    client = pal_store_get_client (call->store, to->client, error);
  if (client == NULL)
    return NULL;
  if (strcmp (from->client, to->client) != 0)
    {
      g_set_error_literal (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
                           _ ("The two visits belong to different clients; nobody is compared with "
                              "somebody else."));
      return NULL;
    }
  *figure = client->figure;
  return pal_body_map_new_for_change (call->atlas, call->vocabulary, from, to);
}

static PalBodyMap *
build_client_map (CtlCall *call, PalFigure *figure, GError **error)
{
  g_autofree char *client = ctl_find_client (call, draw_options.client, error);
  g_autoptr (PalClientFile) file = NULL;

  if (client != NULL)
    file = pal_store_get_client_file (call->store, client, error);
  if (file == NULL)
    return NULL;
  *figure = file->client->figure;
  return build_heat_map (call, file, error);
}

static PalBodyMap *
build_map (CtlCall *call, PalFigure *figure, GError **error)
{
  if (!ctl_check_text ("--visit", draw_options.visit, error) ||
      !ctl_check_text ("--client", draw_options.client, error) ||
      !ctl_check_text ("--compare", draw_options.compare, error))
    return NULL;
  if (draw_options.blank)
    return ctl_load (call, error) ? pal_body_map_new (call->atlas) : NULL;
  if (!ctl_open (call, PAL_STORE_OPEN_READ_ONLY, error))
    return NULL;
  if (draw_options.compare != NULL)
    return build_change_map (call, figure, error);
  return draw_options.visit != NULL ? build_visit_map (call, figure, error)
                                    : build_client_map (call, figure, error);
}

static const PalTheme *
choose_theme (void)
{
  const char *name = draw_options.theme;

  /* A picture on a screen is light by default, a page white. */
  if (name == NULL)
    return g_str_has_suffix (draw_options.out, ".pdf") ? pal_theme_get_paper ()
                                                       : pal_theme_get_light ();
  if (strcmp (name, "light") == 0)
    return pal_theme_get_light ();
  if (strcmp (name, "dark") == 0)
    return pal_theme_get_dark ();
  if (strcmp (name, "paper") == 0)
    return pal_theme_get_paper ();
  return strcmp (name, "mono") == 0 ? pal_theme_get_mono () : NULL;
}

static gboolean
choose_views (PalPicture *picture)
{
  if (draw_options.view == NULL || strcmp (draw_options.view, "all") == 0)
    {
      pal_picture_set_all_views (picture);
      return TRUE;
    }
  picture->n_views = 1;
  return pal_view_from_id (draw_options.view, &picture->views[0]);
}

static gboolean
paint (CtlCall *call, PalPicture *picture, GError **error)
{
  PalFigure figure = picture->figure;
  g_autoptr (PalBodyMap) map = build_map (call, &figure, error);

  if (map == NULL)
    return FALSE;
  if (draw_options.figure == NULL)
    picture->figure = figure;
  picture->atlas = call->atlas;
  picture->vocabulary = call->vocabulary;
  picture->map = map;
  picture->legend = !draw_options.blank;
  picture->names = draw_options.names;
  return pal_picture_write (picture, draw_options.out, error);
}

static CtlStatus
run_draw (CtlCall *call)
{
  PalPicture picture = { .figure = PAL_FIGURE_NEUTRAL };
  GError *error = NULL;
  PalDate day;
  guint n = (draw_options.visit != NULL) + (draw_options.client != NULL) +
            (draw_options.compare != NULL) + draw_options.blank;

  if (n != 1 || draw_options.heat != (draw_options.client != NULL) ||
      call->n_args != (draw_options.compare != NULL))
    return ctl_usage (call, _ ("What to draw is one of --visit ID, --compare ID ID, "
                               "--client CLIENT --heat, --blank."));
  if (draw_options.out == NULL)
    return ctl_usage (call, _ ("--out FILE is missing."));
  if (!choose_views (&picture))
    return ctl_usage (call, _ ("The view is front, back, left, right, soles or all."));
  if (draw_options.figure != NULL && !pal_figure_from_id (draw_options.figure, &picture.figure))
    return ctl_usage (call, _ ("The figure is neutral, female or male."));
  picture.theme = choose_theme ();
  if (picture.theme == NULL)
    return ctl_usage (call, _ ("The theme is light, dark, paper or mono."));
  if (!read_day (draw_options.from, &day) || !read_day (draw_options.to, &day))
    return ctl_usage (call, _ ("A date is written like 2026-03-01."));
  if (draw_options.last > 0 && (draw_options.from != NULL || draw_options.to != NULL))
    return ctl_usage (call, _ ("Say --last or --from and --to, not both."));
  if (draw_options.height < 0 || draw_options.height > MAX_HEIGHT || draw_options.last < 0)
    return ctl_usage (call, _ ("A number is out of range."));
  picture.height = draw_options.height > 0 ? draw_options.height : DEFAULT_HEIGHT;
  return paint (call, &picture, &error) ? CTL_OK : ctl_refuse (error);
}

static const GOptionEntry draw_entries[] = {
  { "visit", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.visit, N_ ("The marks of this visit"),
    N_ ("ID") },
  { "compare", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.compare,
    N_ ("What changed from this visit to another"), N_ ("ID ID") },
  { "client", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.client, N_ ("With --heat"),
    N_ ("CLIENT") },
  { "heat", 0, 0, G_OPTION_ARG_NONE, &draw_options.heat,
    N_ ("How often and how severely each region was marked, over the newest visits"), NULL },
  { "last", 0, 0, G_OPTION_ARG_INT, &draw_options.last, N_ ("With --heat: how many visits (12)"),
    N_ ("N") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.from,
    N_ ("With --heat: visits from this day on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.to, N_ ("With --heat: visits up to this day"),
    N_ ("DATE") },
  { "blank", 0, 0, G_OPTION_ARG_NONE, &draw_options.blank, N_ ("The figure alone"), NULL },
  { "names", 0, 0, G_OPTION_ARG_NONE, &draw_options.names,
    N_ ("Name the marked regions, or with --blank all, beside the figure"), NULL },
  { "view", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.view,
    N_ ("front, back, left, right, soles or all (default)"), N_ ("VIEW") },
  { "figure", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.figure,
    N_ ("neutral, female or male (default: the client's)"), N_ ("FIGURE") },
  { "theme", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.theme,
    N_ ("light, dark, paper or mono (default: paper for PDF, else light)"), N_ ("THEME") },
  { "height", 0, 0, G_OPTION_ARG_INT, &draw_options.height,
    N_ ("Height of the figure in pixels or points (900)"), N_ ("N") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &draw_options.out,
    N_ ("The file to write; its ending tells the format"), N_ ("FILE.png|svg|pdf") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_draw = {
  .name = "draw",
  .usage = N_ (
      "(--visit ID | --compare ID ID | --client CLIENT --heat | --blank) --view VIEW --out FILE"),
  .max_args = 1,
  .summary = N_ ("Draw the body map as a picture"),
  .description = N_ (
      "An SVG file holds an element for every region, with its id, its name as title and what was "
      "found as description; a PDF holds lines, not pixels."),
  .options = draw_entries,
  .run = run_draw,
};
