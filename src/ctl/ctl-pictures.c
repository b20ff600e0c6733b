/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs that show: summary, draw, atlas. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl.h"

#include <glib/gi18n-lib.h>

#include "atlas/pal-plate.h"
#include "atlas/pal-search.h"
#include "report/pal-summary.h"

static int
refuse_usage (const char *message)
{
  g_printerr ("palpatectl: %s\n", message);
  return CTL_USAGE;
}

/* Summary ----------------------------------------------------------------------------------------
 */

static int
write_summary (Ctl *self, const char *visit, PalPaper paper, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalClientFile) file = NULL;
  if (ctl_open (self, PAL_STORE_OPEN_READ_ONLY, &error))
    file = ctl_load_client (self, self->arguments[0], &error);
  if (file == NULL)
    return ctl_refuse (error);
  g_autofree char *name = pal_store_get_setting (self->store, "practice-name");
  g_autofree char *contact = pal_store_get_setting (self->store, "practice-contact");
  g_autoptr (PalSummary) summary =
      pal_summary_new (file, visit, self->atlas, self->vocabulary, name, contact, paper,
                       pal_time_get_local_date (pal_time_now ()), &error);
  if (summary == NULL || !pal_summary_write_pdf (summary, out, &error))
    return ctl_refuse (error);
  return CTL_OK;
}

int
ctl_summary (Ctl *self, char **argv)
{
  g_autofree char *visit = NULL, *paper_id = NULL, *out = NULL, *language = NULL;
  PalPaper paper = PAL_PAPER_A4;
  const GOptionEntry entries[] = {
    { "visit", 0, 0, G_OPTION_ARG_STRING, &visit, N_ ("This visit, not the newest"), N_ ("ID") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the page"), N_ ("xx") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_id, N_ ("a4 or letter"), N_ ("SIZE") },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_ ("The PDF to write"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (!ctl_parse (self, argv, "CLIENT --out FILE.pdf", entries, 1, 1, &status))
    return status;
  if (out == NULL)
    return refuse_usage (_ ("--out FILE.pdf is missing."));
  if (paper_id != NULL && !pal_paper_from_id (paper_id, &paper))
    return refuse_usage (_ ("--paper is a4 or letter."));
  return write_summary (self, visit, paper, out);
}

/* Draw -------------------------------------------------------------------------------------------
 */

static gboolean
choose_views (PalPicture *picture, const char *view)
{
  if (view == NULL || g_str_equal (view, "all"))
    {
      pal_picture_set_all_views (picture);
      return TRUE;
    }
  picture->n_views = 1;
  return pal_view_from_id (view, &picture->views[0]);
}

/* The map and figure of a visit, or of nobody. */
static PalBodyMap *
make_map (Ctl *self, const char *visit_id, PalFigure *figure, GError **error)
{
  if (visit_id == NULL)
    return pal_body_map_new (self->atlas);
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalClient) client = NULL;
  if (ctl_open (self, PAL_STORE_OPEN_READ_ONLY, error))
    visit = pal_store_get_visit (self->store, visit_id, error);
  if (visit != NULL)
    client = pal_store_get_client (self->store, visit->client, error);
  if (client == NULL)
    return NULL;
  *figure = client->figure;
  return pal_body_map_new_for_visit (self->atlas, self->vocabulary, visit);
}

int
ctl_draw (Ctl *self, char **argv)
{
  g_autofree char *visit = NULL, *view = NULL, *out = NULL, *figure_id = NULL;
  gboolean blank = FALSE, dark = FALSE, mono = FALSE;
  int height = 900;
  const GOptionEntry entries[] = {
    { "visit", 0, 0, G_OPTION_ARG_STRING, &visit, N_ ("The map of this visit"), N_ ("ID") },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_ ("An empty figure"), NULL },
    { "view", 0, 0, G_OPTION_ARG_STRING, &view, N_ ("One view, or all"), N_ ("VIEW") },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &figure_id, N_ ("neutral, female, male"), N_ ("ID") },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, N_ ("Height of the figure"), N_ ("PIXELS") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, N_ ("On a dark ground"), NULL },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &mono, N_ ("Black and white"), NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_ ("File: png, svg or pdf"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  int status;
  PalPicture picture = { .atlas = self->atlas, .vocabulary = self->vocabulary, .legend = TRUE };
  if (!ctl_parse (self, argv, "--visit ID --view VIEW --out FILE", entries, 0, 0, &status))
    return status;
  if (out == NULL || (visit == NULL) != blank || height < 20 || height > 10000)
    return refuse_usage (_ ("say --visit ID or --blank, --out FILE and a height to 10000."));
  if (!choose_views (&picture, view))
    return refuse_usage (_ ("--view is front, back, left, right, soles or all."));
  if (figure_id != NULL && !pal_figure_from_id (figure_id, &picture.figure))
    return refuse_usage (_ ("--figure is neutral, female or male."));

  g_autoptr (GError) error = NULL;
  PalFigure figure = picture.figure;
  g_autoptr (PalBodyMap) map = make_map (self, visit, &figure, &error);
  if (map == NULL)
    return ctl_refuse (error);
  picture.map = map;
  picture.figure = figure_id != NULL ? picture.figure : figure;
  picture.theme = mono   ? pal_theme_get_mono ()
                  : dark ? pal_theme_get_dark ()
                         : pal_theme_get_paper ();
  picture.height = height;
  picture.legend = !blank;
  return pal_picture_write (&picture, out, &error) ? CTL_OK : ctl_refuse (error);
}

/* Atlas ------------------------------------------------------------------------------------------
 */

static int
list_regions (Ctl *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PalJsonWriter writer;
  pal_json_writer_init (&writer, out);
  pal_json_writer_begin_object (&writer, NULL, FALSE);
  pal_json_writer_begin_array (&writer, "regions", FALSE);
  for (guint i = 0; i < pal_atlas_get_n_regions (self->atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (self->atlas, i);
      const char *group = pal_atlas_get_group (self->atlas, region->group)->id;
      if (!self->json)
        g_print ("%-24s %-11s %s\n", region->id, group, pal_region_get_name (region));
      pal_json_writer_begin_object (&writer, NULL, TRUE);
      pal_json_writer_text (&writer, "id", region->id);
      pal_json_writer_text (&writer, "group", group);
      pal_json_writer_flag (&writer, "paired", region->paired);
      pal_json_writer_text (&writer, "name", pal_region_get_name (region));
      pal_json_writer_end (&writer);
    }
  pal_json_writer_end (&writer);
  pal_json_writer_end (&writer);
  if (self->json)
    ctl_print (out);
  return CTL_OK;
}

static gboolean
read_number (const char *text, double *number)
{
  char *end = NULL;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *number > -1e6 && *number < 1e6;
}

static int
hit (Ctl *self, const char *figure_id, double slop)
{
  PalFigure figure = PAL_FIGURE_NEUTRAL;
  PalView view;
  double x, y;
  if (self->n_arguments != 4)
    return refuse_usage (_ ("atlas hit takes VIEW X Y."));
  if (!pal_view_from_id (self->arguments[1], &view) ||
      (figure_id != NULL && !pal_figure_from_id (figure_id, &figure)))
    return refuse_usage (_ ("a view is front, back, left, right or soles; a figure neutral, "
                            "female or male."));
  if (!read_number (self->arguments[2], &x) || !read_number (self->arguments[3], &y))
    return refuse_usage (_ ("X and Y are numbers, in figure units."));
  const PalShape *shape =
      pal_plate_hit (pal_atlas_get_plate (self->atlas, figure, view), x, y, MAX (slop, 0));
  if (shape == NULL)
    return CTL_REFUSED;
  if (shape->side == PAL_SIDE_MIDLINE)
    g_print ("%s\n", shape->region->id);
  else
    g_print ("%s %s\n", shape->region->id, pal_side_to_id (shape->side));
  return CTL_OK;
}

static int
find_words (Ctl *self)
{
  g_autofree char *words = g_strjoinv (" ", self->arguments + 1);
  g_autoptr (GArray) matches = pal_atlas_search (self->atlas, words, 12);
  for (guint i = 0; i < matches->len; i++)
    {
      const PalMatch *match = &g_array_index (matches, PalMatch, i);
      g_print ("%-24s %s\n", match->region->id, pal_region_get_name (match->region));
    }
  return matches->len > 0 ? CTL_OK : CTL_REFUSED;
}

int
ctl_atlas (Ctl *self, char **argv)
{
  g_autofree char *figure = NULL;
  double slop = 0;
  const GOptionEntry entries[] = {
    { "figure", 0, 0, G_OPTION_ARG_STRING, &figure, N_ ("neutral, female, male"), N_ ("ID") },
    { "slop", 0, 0, G_OPTION_ARG_DOUBLE, &slop, N_ ("Touch slop in figure units"), N_ ("UNITS") },
    G_OPTION_ENTRY_NULL
  };
  int status;
  /* Coordinates may be negative: what follows the view is no option. */
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean numbers = FALSE;
  for (guint i = 0; argv[i] != NULL; i++)
    {
      double number;
      if (!numbers && argv[i][0] == '-' && read_number (argv[i], &number))
        {
          g_ptr_array_add (words, g_strdup ("--"));
          numbers = TRUE;
        }
      g_ptr_array_add (words, g_strdup (argv[i]));
    }
  g_ptr_array_add (words, NULL);
  if (!ctl_parse (self, (char **) words->pdata, "list | hit VIEW X Y | find WORDS", entries, 1, 20,
                  &status))
    return status;
  const char *what = self->arguments[0];
  if (g_str_equal (what, "list"))
    return list_regions (self);
  if (g_str_equal (what, "hit"))
    return hit (self, figure, slop);
  if (g_str_equal (what, "find") && self->n_arguments > 1)
    return find_words (self);
  return refuse_usage (_ ("atlas takes list, hit VIEW X Y or find WORDS."));
}
