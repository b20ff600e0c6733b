/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* atlas export, import: a figure out to people who draw, and back. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "atlas/pal-drawing.h"
#include "ctl/ctl-output.h"
#include "ctl/ctl.h"

/* A drawing has 100 kB; far beyond that it is none. */
#define MAX_BYTES (16 * 1024 * 1024)

static gboolean
write_text (const char *path, char *text, GError **error)
{
  g_autoptr (CtlOutput) output = ctl_output_new (path, error);
  GString *string = g_string_new (text);
  gboolean done = output != NULL && ctl_output_write (output, string, error) &&
                  ctl_output_commit (output, error);

  g_string_free (string, TRUE);
  g_free (text);
  return done;
}

/* Export ------------------------------------------------------------------------------------- */

static struct
{
  char *figure;
  char *view;
  char *svg;
} export_options;

static CtlStatus
run_export (CtlCall *call)
{
  PalFigure figure = PAL_FIGURE_NEUTRAL;
  PalView view = PAL_VIEW_FRONT;
  GError *error = NULL;

  if (export_options.svg == NULL)
    return ctl_usage (call, _ ("--svg FILE is missing."));
  if (export_options.figure != NULL && !pal_figure_from_id (export_options.figure, &figure))
    return ctl_usage (call, _ ("The figure is neutral, female or male."));
  if (export_options.view == NULL || !pal_view_from_id (export_options.view, &view) ||
      view == PAL_VIEW_RIGHT)
    return ctl_usage (call, _ ("--view is front, back, left or soles; the right is the left, "
                               "mirrored."));
  if (!ctl_load (call, &error) ||
      !write_text (export_options.svg,
                   pal_drawing_to_svg (pal_atlas_get_plate (call->atlas, figure, view)), &error))
    return ctl_refuse (error);
  return CTL_OK;
}

static const GOptionEntry export_entries[] = {
  { "figure", 0, 0, G_OPTION_ARG_FILENAME, &export_options.figure,
    N_ ("neutral (default), female or male"), N_ ("FIGURE") },
  { "view", 0, 0, G_OPTION_ARG_FILENAME, &export_options.view, N_ ("front, back, left or soles"),
    N_ ("VIEW") },
  { "svg", 0, 0, G_OPTION_ARG_FILENAME, &export_options.svg, N_ ("The file to write"),
    N_ ("FILE.svg") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_atlas_export = {
  .name = "atlas export",
  .usage = N_ ("--figure FIGURE --view VIEW --svg FILE.svg"),
  .summary = N_ ("Write a drawing of the body map for Inkscape"),
  .description =
      N_ ("One path a region, its id the region’s and its side (itb-mid-left); outline, contours, "
          "deep regions, parts without a region and label points lie in layers of their own."),
  .options = export_entries,
  .run = run_export,
};

/* Import ------------------------------------------------------------------------------------- */

static struct
{
  char *mirror;
  char *out;
} import_options;

static PalPlate *
read_drawing (CtlCall *call, PalSide mirror, const char *name, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (call->args[0], &text, &length, error))
    return NULL;
  if (length > MAX_BYTES)
    {
      g_set_error (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
                   /* Translators: %s is a file name */
                   _ ("“%s” is too large for a drawing."), name);
      return NULL;
    }
  return pal_drawing_read_svg (call->atlas, text, length, name, mirror, error);
}

static CtlStatus
run_import (CtlCall *call)
{
  PalSide mirror = PAL_SIDE_MIDLINE;
  g_autofree char *name = g_filename_display_basename (call->args[0]);
  g_autoptr (PalPlate) plate = NULL;
  GError *error = NULL;

  if (import_options.mirror != NULL && !pal_side_from_id (import_options.mirror, &mirror))
    return ctl_usage (call, _ ("The side to mirror is left or right."));
  if (!ctl_load (call, &error))
    return ctl_refuse (error);
  plate = read_drawing (call, mirror, name, &error);
  if (plate == NULL || !pal_drawing_check (call->atlas, plate, name, &error))
    return ctl_refuse (error);
  if (import_options.out != NULL &&
      !write_text (import_options.out, pal_drawing_to_json (plate), &error))
    return ctl_refuse (error);
  /* Translators: %1$s is a file name, %2$s a figure such as “neutral”, %3$s a view such as “front”
   */
  ctl_print (_ ("%1$s is a sound drawing: %2$s, %3$s.\n"), name,
             pal_figure_to_id (pal_plate_get_figure (plate)),
             pal_view_to_id (pal_plate_get_view (plate)));
  return CTL_OK;
}

static const GOptionEntry import_entries[] = {
  { "mirror", 0, 0, G_OPTION_ARG_FILENAME, &import_options.mirror,
    N_ ("Take this side’s paths for both sides"), N_ ("SIDE") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &import_options.out,
    N_ ("The figure file to write, once the drawing is sound"), N_ ("FILE.json") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_atlas_import = {
  .name = "atlas import",
  .usage = N_ ("FILE.svg"),
  .min_args = 1,
  .max_args = 1,
  .takes_file = TRUE,
  .summary = N_ ("Check an edited drawing and make a figure file of it"),
  .description = N_ (
      "Reads what atlas export wrote and somebody edited, and says in one sentence what is wrong "
      "with it, if anything: a path that cannot be read, an unknown or missing region, a border "
      "that crosses itself, another one or the outline, sides that do not mirror each other. With "
      "--out, a sound drawing is written as a file for resources/atlas/figures."),
  .options = import_entries,
  .run = run_import,
};
