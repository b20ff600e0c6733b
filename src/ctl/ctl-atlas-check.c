/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* atlas check: are the drawings sound? */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "atlas/pal-atlas-check.h"
#include "ctl/ctl.h"

static struct
{
  char *figure;
} options;

static const char *
get_view_id (const PalCheckRow *row)
{
  return row->view < PAL_VIEW_N ? pal_view_to_id (row->view) : NULL;
}

static void
print_row (const PalCheckRow *row)
{
  const char *view = get_view_id (row);

  ctl_print ("%s\t%s\t%s\t%s\t%s\t%s\n", row->passed ? C_ ("check", "ok") : C_ ("check", "FAILED"),
             pal_figure_to_id (row->figure), view != NULL ? view : "-", row->name, row->value,
             row->bar);
  for (guint i = 0; row->remarks != NULL && i < row->remarks->len; i++)
    ctl_print ("\t%s\n", (const char *) g_ptr_array_index (row->remarks, i));
}

static void
write_row (PalJsonWriter *json, const PalCheckRow *row)
{
  pal_json_writer_begin_object (json, NULL, TRUE);
  pal_json_writer_text (json, "figure", pal_figure_to_id (row->figure));
  pal_json_writer_text (json, "view", get_view_id (row));
  pal_json_writer_text (json, "check", row->id);
  if (isfinite (row->measured))
    pal_json_writer_rounded (json, "measured", row->measured);
  else
    pal_json_writer_null (json, "measured");
  pal_json_writer_text (json, "value", row->value);
  pal_json_writer_text (json, "bar", row->bar);
  pal_json_writer_flag (json, "passed", row->passed);
  pal_json_writer_begin_array (json, "remarks", TRUE);
  for (guint i = 0; row->remarks != NULL && i < row->remarks->len; i++)
    pal_json_writer_text (json, NULL, g_ptr_array_index (row->remarks, i));
  pal_json_writer_end (json);
  pal_json_writer_end (json);
}

static void
print_rows (const CtlCall *call, GPtrArray *rows)
{
  GString *text;
  PalJsonWriter json;

  for (guint i = 0; !call->json && i < rows->len; i++)
    print_row (g_ptr_array_index (rows, i));
  if (!call->json)
    return;
  text = g_string_new (NULL);
  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_begin_array (&json, "checks", FALSE);
  for (guint i = 0; i < rows->len; i++)
    write_row (&json, g_ptr_array_index (rows, i));
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

static guint
count_failed (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((const PalCheckRow *) g_ptr_array_index (rows, i))->passed ? 0 : 1;
  return n;
}

static CtlStatus
run_check (CtlCall *call)
{
  PalFigure figure = PAL_FIGURE_NEUTRAL;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_failed;

  if (options.figure != NULL && !pal_figure_from_id (options.figure, &figure))
    return ctl_usage (call, _ ("The figure is neutral, female or male."));
  if (!ctl_load (call, &error))
    return ctl_refuse (error);
  rows = options.figure != NULL ? pal_atlas_check_figure (call->atlas, figure)
                                : pal_atlas_check (call->atlas);
  print_rows (call, rows);
  n_failed = count_failed (rows);
  if (n_failed == 0)
    return CTL_OK;
  g_set_error (&error, CTL_ERROR, CTL_ERROR_ARGUMENT,
               /* Translators: %1$u of %2$u checks */
               ngettext ("%1$u of %2$u checks of the drawings failed.",
                         "%1$u of %2$u checks of the drawings failed.", n_failed),
               n_failed, rows->len);
  return ctl_refuse (error);
}

static const GOptionEntry entries[] = {
  { "figure", 0, 0, G_OPTION_ARG_FILENAME, &options.figure,
    N_ ("Only neutral, female or male (default: all)"), N_ ("FIGURE") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_atlas_check = {
  .name = "atlas check",
  .usage = "",
  .summary = N_ ("Measure the drawings of the body map against their bars"),
  .description = N_ (
      "Prints ok or FAILED, figure, view, check, value and bar, separated by tabs, and what fell "
      "short in indented lines; exit status 1 when a bar is not met.\n\n"
      "--json prints {\"checks\": [{\"figure\", \"view\", \"check\", \"measured\", \"value\", "
      "\"bar\", \"passed\", \"remarks\"}]}; view is null where the whole figure is measured."),
  .options = entries,
  .has_json = TRUE,
  .run = run_check,
};
