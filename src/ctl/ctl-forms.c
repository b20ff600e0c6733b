/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* blank, intake and squad: what is used away from the computer. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl-documents.h"
#include "report/pal-forms.h"

static struct
{
  char *view;
  char *figure;
} options;

/* The practice's name stands on forms when there is a practice; without one they are made as
 * well. */
static CtlStatus
prepare (CtlCall *call, PalReportSetup *setup)
{
  CtlStatus status = ctl_paper_check (call, TRUE);
  GError *error = NULL;

  if (status != CTL_OK)
    return status;
  if (!ctl_load (call, &error))
    return ctl_refuse (error);
  if (g_file_test (call->db, G_FILE_TEST_EXISTS) &&
      !ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    return ctl_refuse (error);
  ctl_paper_prepare (call, NULL, setup);
  return CTL_OK;
}

static CtlStatus
run_blank (CtlCall *call)
{
  PalFigure figure = PAL_FIGURE_NEUTRAL;
  PalView view = PAL_VIEW_FRONT;
  guint views = 0;
  PalReportSetup setup;
  CtlStatus status;
  GError *error = NULL;

  if (options.figure != NULL && !pal_figure_from_id (options.figure, &figure))
    return ctl_usage (call, _ ("The figure is neutral, female or male."));
  if (options.view != NULL && strcmp (options.view, "all") != 0)
    {
      if (!pal_view_from_id (options.view, &view))
        return ctl_usage (call, _ ("The view is front, back, left, right, soles or all."));
      views = 1u << view;
    }
  status = prepare (call, &setup);
  return status != CTL_OK ? status
                          : ctl_paper_finish (pal_blank_chart_new (&setup, figure, views), &error);
}

static const GOptionEntry blank_entries[] = {
  { "view", 0, 0, G_OPTION_ARG_FILENAME, &options.view,
    N_ ("front, back, left, right, soles or all (default)"), N_ ("VIEW") },
  { "figure", 0, 0, G_OPTION_ARG_FILENAME, &options.figure,
    N_ ("neutral (default), female or male"), N_ ("FIGURE") },
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_blank = {
  .name = "blank",
  .usage = N_ ("--out FILE.pdf"),
  .summary = N_ ("Write body charts to fill in by hand"),
  .options = blank_entries,
  .run = run_blank,
};

static CtlStatus
run_intake (CtlCall *call)
{
  PalReportSetup setup;
  GError *error = NULL;
  CtlStatus status = prepare (call, &setup);

  return status != CTL_OK ? status : ctl_paper_finish (pal_intake_form_new (&setup), &error);
}

static const GOptionEntry form_entries[] = {
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_intake = {
  .name = "intake",
  .usage = N_ ("--out FILE.pdf"),
  .summary = N_ ("Write the form a new client fills in"),
  .options = form_entries,
  .run = run_intake,
};

/* Squad
 * -------------------------------------------------------------------------------------------- */

/* What the list is made with. */
typedef struct
{
  const PalReportSetup *setup;
  GPtrArray *chains;
  PalDocument *document; /* owned; %NULL until somebody is found */
} SquadMaking;

static gboolean
add_client_cb (const PalClientFile *file, gpointer data, GError **error)
{
  SquadMaking *making = data;

  /* As the practice writes it. */
  if (making->document == NULL)
    making->document = pal_squad_list_new (making->setup, file->client->squad);
  pal_squad_list_add (making->document, file, making->chains);
  return TRUE;
}

/* Returns: (transfer full): the list, or %NULL with an error. */
static PalDocument *
create_squad_list (CtlCall *call, const PalReportSetup *setup, GError **error)
{
  g_autoptr (GPtrArray) chains = pal_chains_load (call->atlas, error);
  SquadMaking making = { setup, chains, NULL };

  if (chains == NULL)
    return NULL;
  if (!pal_store_foreach_in_squad (call->store, call->args[0], add_client_cb, &making, error))
    g_clear_pointer (&making.document, pal_document_free);
  else if (making.document == NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_UNKNOWN,
                 /* Translators: %s is the name of a squad */
                 _ ("Nobody belongs to the squad “%s”."), call->args[0]);
  return making.document;
}

static CtlStatus
run_squad (CtlCall *call)
{
  PalReportSetup setup;
  GError *error = NULL;
  CtlStatus status = ctl_paper_check (call, TRUE);

  if (status != CTL_OK)
    return status;
  if (!ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    return ctl_refuse (error);
  ctl_paper_prepare (call, NULL, &setup);
  return ctl_paper_finish (create_squad_list (call, &setup, &error), &error);
}

const CtlVerb ctl_squad = {
  .name = "squad",
  .usage = N_ ("SQUAD --out FILE.pdf"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write the list of a squad, for the day of an event"),
  .options = form_entries,
  .run = run_squad,
};
