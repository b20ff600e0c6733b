/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* atlas list, find, hit: what the body map knows, without a practice. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "atlas/pal-plate.h"
#include "atlas/pal-search.h"
#include "ctl/ctl.h"

#define MAX_FOUND 20

static void
write_region (PalJsonWriter *json, PalAtlas *atlas, const PalRegion *region)
{
  pal_json_writer_text (json, "region", region->id);
  pal_json_writer_text (json, "name", pal_region_get_name (region));
  pal_json_writer_text (json, "short", pal_region_get_short_name (region));
  pal_json_writer_text (json, "lay", pal_region_get_lay_name (region));
  pal_json_writer_text (json, "group", pal_atlas_get_group (atlas, region->group)->id);
  pal_json_writer_flag (json, "paired", region->paired);
  pal_json_writer_begin_array (json, "views", TRUE);
  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
    if ((region->views & (1u << view)) != 0)
      pal_json_writer_text (json, NULL, pal_view_to_id (view));
  pal_json_writer_end (json);
}

static void
print_region (PalAtlas *atlas, const PalRegion *region)
{
  ctl_print ("%s\t%s\t%s\t%s\n", region->id, pal_atlas_get_group (atlas, region->group)->id,
             region->paired ? C_ ("region", "paired") : C_ ("region", "midline"),
             pal_region_get_name (region));
}

/* List --------------------------------------------------------------------------------------- */

static CtlStatus
run_list (CtlCall *call)
{
  GError *error = NULL;
  GString *text;
  PalJsonWriter json;

  if (!ctl_load (call, &error))
    return ctl_refuse (error);
  for (guint i = 0; !call->json && i < pal_atlas_get_n_regions (call->atlas); i++)
    print_region (call->atlas, pal_atlas_get_region (call->atlas, i));
  if (!call->json)
    return CTL_OK;
  text = g_string_new (NULL);
  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_begin_array (&json, "regions", FALSE);
  for (guint i = 0; i < pal_atlas_get_n_regions (call->atlas); i++)
    {
      pal_json_writer_begin_object (&json, NULL, TRUE);
      write_region (&json, call->atlas, pal_atlas_get_region (call->atlas, i));
      pal_json_writer_end (&json);
    }
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
  return CTL_OK;
}

const CtlVerb ctl_atlas_list = {
  .name = "atlas list",
  .usage = "",
  .summary = N_ ("List the regions of the body map"),
  .description =
      N_ ("Prints id, group, paired or midline, and name, separated by tabs.\n\n"
          "--json prints {\"regions\": [{\"region\", \"name\", \"short\", \"lay\", \"group\", "
          "\"paired\", \"views\"}]}."),
  .has_json = TRUE,
  .run = run_list,
};

/* Find --------------------------------------------------------------------------------------- */

static void
print_matches_json (CtlCall *call, const GArray *matches)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_begin_array (&json, "matches", FALSE);
  for (guint i = 0; i < matches->len; i++)
    {
      const PalMatch *match = &g_array_index (matches, PalMatch, i);

      pal_json_writer_begin_object (&json, NULL, TRUE);
      write_region (&json, call->atlas, match->region);
      pal_json_writer_text (&json, "structure",
                            match->structure != NULL ? match->structure->id : NULL);
      pal_json_writer_rounded (&json, "score", match->score);
      pal_json_writer_end (&json);
    }
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

static CtlStatus
run_find (CtlCall *call)
{
  GError *error = NULL;
  g_autofree char *words = g_strjoinv (" ", call->args);
  g_autoptr (GArray) matches = NULL;

  if (!ctl_load (call, &error))
    return ctl_refuse (error);
  matches = pal_atlas_search (call->atlas, words, MAX_FOUND);
  if (call->json)
    print_matches_json (call, matches);
  for (guint i = 0; !call->json && i < matches->len; i++)
    print_region (call->atlas, g_array_index (matches, PalMatch, i).region);
  return matches->len > 0 ? CTL_OK : CTL_REFUSED;
}

const CtlVerb ctl_atlas_find = {
  .name = "atlas find",
  .usage = N_ ("WORDS"),
  .min_args = 1,
  .max_args = 20,
  .summary = N_ ("Find regions by any of their names, best first"),
  .description = N_ ("Prints lines as atlas list does, or nothing with exit status 1.\n\n"
                     "--json prints {\"matches\": [{… as in atlas list …, \"structure\", "
                     "\"score\"}]}; structure is "
                     "null unless the words name a structure the region is part of; score is 1 for "
                     "an exact name."),
  .has_json = TRUE,
  .run = run_find,
};

/* Hit ---------------------------------------------------------------------------------------- */

static struct
{
  char *figure;
  char *slop;
} hit_options;

static gboolean
read_number (const char *text, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

static CtlStatus
print_hit (CtlCall *call, const PalShape *shape)
{
  const char *side;

  if (call->json)
    {
      GString *text = g_string_new (NULL);
      PalJsonWriter json;

      pal_json_writer_init (&json, text);
      pal_json_writer_begin_object (&json, NULL, TRUE);
      pal_json_writer_text (&json, "region", shape != NULL ? shape->region->id : NULL);
      pal_json_writer_text (&json, "side", shape != NULL ? pal_side_to_id (shape->side) : NULL);
      pal_json_writer_end (&json);
      ctl_print_json (text);
    }
  if (shape == NULL)
    return CTL_REFUSED;
  side = pal_side_to_id (shape->side);
  if (!call->json)
    ctl_print ("%s%s%s\n", shape->region->id, side != NULL ? " " : "", side != NULL ? side : "");
  return CTL_OK;
}

static CtlStatus
run_hit (CtlCall *call)
{
  PalView view;
  PalFigure figure = PAL_FIGURE_NEUTRAL;
  double x, y, slop = 0;
  GError *error = NULL;

  if (!pal_view_from_id (call->args[0], &view))
    return ctl_usage (call, _ ("The view is front, back, left, right or soles."));
  if (!read_number (call->args[1], &x) || !read_number (call->args[2], &y))
    return ctl_usage (call, _ ("X and Y are numbers in figure units."));
  if (hit_options.figure != NULL && !pal_figure_from_id (hit_options.figure, &figure))
    return ctl_usage (call, _ ("The figure is neutral, female or male."));
  if (hit_options.slop != NULL && (!read_number (hit_options.slop, &slop) || slop < 0))
    return ctl_usage (call, _ ("The slop is a number of figure units, at least 0."));
  if (!ctl_load (call, &error))
    return ctl_refuse (error);
  return print_hit (call,
                    pal_plate_hit (pal_atlas_get_plate (call->atlas, figure, view), x, y, slop));
}

static const GOptionEntry hit_entries[] = {
  { "figure", 0, 0, G_OPTION_ARG_FILENAME, &hit_options.figure,
    N_ ("neutral (default), female or male"), N_ ("FIGURE") },
  { "slop", 0, 0, G_OPTION_ARG_FILENAME, &hit_options.slop,
    N_ ("A finger's radius in figure units (0)"), N_ ("N") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_atlas_hit = {
  .name = "atlas hit",
  .usage = N_ ("VIEW X Y"),
  .min_args = 3,
  .max_args = 3,
  .summary = N_ ("Print the region and side under a point"),
  .description = N_ (
      "VIEW is front, back, left, right or soles; X and Y are in figure units: crown y = 0, soles "
      "y = 1000, the middle x = 0. Sides are the client's own. Prints nothing, with exit status 1, "
      "where there is no region; a midline region has no side.\n\n"
      "--json prints {\"region\": \"itb-mid\", \"side\": \"left\"}, null for what is not there."),
  .options = hit_entries,
  .has_json = TRUE,
  .run = run_hit,
};
