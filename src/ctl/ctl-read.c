/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* clients and visits: what the practice holds. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "exchange/pal-practice-json.h"
#include "record/pal-shorthand.h"

static void
write_optional_text (PalJsonWriter *json, const char *key, const char *text)
{
  pal_json_writer_text (json, key, text != NULL && *text != '\0' ? text : NULL);
}

/* Clients ------------------------------------------------------------------------------------ */

static void
write_client (PalJsonWriter *json, const PalClientRow *row)
{
  g_autofree char *born = row->born != PAL_NO_DATE ? pal_date_format (row->born) : NULL;
  g_autofree char *last =
      row->last_visit_at != PAL_NO_TIME ? pal_time_format (row->last_visit_at) : NULL;

  pal_json_writer_begin_object (json, NULL, TRUE);
  pal_json_writer_text (json, "id", row->id);
  write_optional_text (json, "given", row->given);
  write_optional_text (json, "family", row->family);
  pal_json_writer_text (json, "born", born);
  pal_json_writer_text (json, "figure", pal_figure_to_id (row->figure));
  write_optional_text (json, "squad", row->squad);
  pal_json_writer_count (json, "n_visits", row->n_visits);
  pal_json_writer_count (json, "n_drafts", row->n_unsigned);
  pal_json_writer_count (json, "n_alerts", row->n_alerts);
  pal_json_writer_text (json, "last_visit_at", last);
  if (row->next_weeks != PAL_UNSET)
    pal_json_writer_count (json, "next_weeks", row->next_weeks);
  else
    pal_json_writer_null (json, "next_weeks");
  pal_json_writer_end (json);
}

static void
print_client (const PalClientRow *row)
{
  g_autofree char *name = g_strdup_printf ("%s %s", row->given != NULL ? row->given : "",
                                           row->family != NULL ? row->family : "");
  g_autofree char *last = row->last_visit_at != PAL_NO_TIME
                              ? pal_date_format (pal_time_get_local_date (row->last_visit_at))
                              : g_strdup ("-");
  g_autofree char *visits =
      g_strdup_printf (ngettext ("%u visit", "%u visits", row->n_visits), row->n_visits);

  ctl_print ("%s\t%s\t%s\t%s\n", row->id, last, visits, g_strstrip (name));
}

static CtlStatus
run_clients (CtlCall *call)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GString *text;
  PalJsonWriter json;

  if (ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    rows = pal_store_list_clients (call->store, &error);
  if (rows == NULL)
    return ctl_refuse (error);
  for (guint i = 0; !call->json && i < rows->len; i++)
    print_client (g_ptr_array_index (rows, i));
  if (!call->json)
    return CTL_OK;
  text = g_string_new (NULL);
  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_begin_array (&json, "clients", FALSE);
  for (guint i = 0; i < rows->len; i++)
    write_client (&json, g_ptr_array_index (rows, i));
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
  return CTL_OK;
}

const CtlVerb ctl_clients = {
  .name = "clients",
  .usage = "",
  .summary = N_ ("List the clients"),
  .description = N_ (
      "Prints id, day of the last visit, number of visits and name, separated by tabs.\n\n"
      "--json prints {\"clients\": [{\"id\", \"given\", \"family\", \"born\", \"figure\", "
      "\"squad\", \"n_visits\", \"n_drafts\", \"n_alerts\", \"last_visit_at\", \"next_weeks\"}]}; "
      "what was not recorded is null."),
  .has_json = TRUE,
  .run = run_clients,
};

/* Visits ------------------------------------------------------------------------------------- */

static void
print_visit (CtlCall *call, const PalVisit *visit)
{
  g_autofree char *day = pal_date_format (pal_time_get_local_date (visit->at));
  g_autofree char *clock = pal_time_format_clock (visit->at);

  ctl_print ("%s\t%s %s\t%s\n", visit->id, day, clock,
             visit->is_signed ? C_ ("visit", "signed") : C_ ("visit", "draft"));
  for (guint i = 0; i < visit->marks->len; i++)
    {
      g_autofree char *line =
          pal_mark_dup_line (g_ptr_array_index (visit->marks, i), call->atlas, call->vocabulary);

      ctl_print ("\t%s\n", line);
    }
}

static void
print_visits_json (const char *client_id, GPtrArray *visits)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_text (&json, "client", client_id);
  pal_json_writer_begin_array (&json, "visits", FALSE);
  for (guint i = 0; i < visits->len; i++)
    pal_practice_json_visit (&json, NULL, g_ptr_array_index (visits, i));
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

static CtlStatus
run_visits (CtlCall *call)
{
  GError *error = NULL;
  g_autofree char *client = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  if (ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    client = ctl_find_client (call, call->args[0], &error);
  if (client != NULL)
    visits = pal_store_list_visits (call->store, client, &error);
  if (visits == NULL)
    return ctl_refuse (error);
  if (call->json)
    print_visits_json (client, visits);
  for (guint i = 0; !call->json && i < visits->len; i++)
    print_visit (call, g_ptr_array_index (visits, i));
  return CTL_OK;
}

const CtlVerb ctl_visits = {
  .name = "visits",
  .usage = N_ ("CLIENT"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("List a client's visits with what was marked, oldest first"),
  .description =
      N_ ("CLIENT is an id, a name, or an unambiguous beginning of one. Prints id, local time and "
          "signed or draft, separated by tabs, and one indented line for each mark.\n\n"
          "--json prints {\"client\": \"id\", \"visits\": [{\"id\", \"at\", …, \"marks\": "
          "[{\"region\", "
          "\"side\", \"kind\", \"before\", \"after\", …}]}]} with the keys of the palpate-practice "
          "format; what was not recorded is absent, and a midline region has \"side\": null."),
  .has_json = TRUE,
  .run = run_visits,
};
