/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of findings. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-csv.h"

#include <string.h>

/* New columns join at the end, so that what reads the old ones goes on reading them. */
static const char *const columns[] = {
  "client",     "given",       "family",  "visit",      "date",         "time",
  "therapist",  "signed",      "region",  "name",       "side",         "kind",
  "before",     "after",       "minutes", "techniques", "responses",    "source",
  "carried",    "note",        "concern", "type",       "room",         "visit_minutes",
  "complaint",  "sleep_hours", "stress",  "rest_days",  "pain_at_rest", "pain_in_training",
  "next_weeks",
};

/* Columns of a mark, which a visit without marks leaves empty. */
#define N_MARK_COLUMNS 13

static gboolean
looks_like_formula (const char *text)
{
  return *text != 0 && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
append_cell (GString *out, gboolean is_first, const char *text)
{
  if (!is_first)
    g_string_append_c (out, ',');
  if (text == NULL)
    return;
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (out, looks_like_formula (text) ? "'" : "");
      g_string_append (out, text);
      return;
    }
  g_string_append (out, looks_like_formula (text) ? "\"'" : "\"");
  for (const char *p = text; *p != 0; p++)
    g_string_append (out, *p == '"' ? "\"\"" : (char[]){ *p, 0 });
  g_string_append_c (out, '"');
}

static void
append_number_cell (GString *out, int number)
{
  g_string_append_c (out, ',');
  if (number != PAL_UNSET)
    g_string_append_printf (out, "%d", number);
}

static void
append_words_cell (GString *out, char **words)
{
  g_autofree char *joined = words != NULL ? g_strjoinv (";", words) : NULL;

  append_cell (out, FALSE, joined);
}

/* The columns every line of a visit begins with. */
static void
append_visit_cells (GString *out, const PalClient *client, const PalVisit *visit)
{
  g_autofree char *moment = pal_time_format (visit->at);
  g_autofree char *date = g_strndup (moment, strlen ("2026-03-01"));
  g_autofree char *clock = g_strndup (moment + strlen ("2026-03-01T"), strlen ("10:00"));

  append_cell (out, TRUE, client->id);
  append_cell (out, FALSE, client->given);
  append_cell (out, FALSE, client->family);
  append_cell (out, FALSE, visit->id);
  append_cell (out, FALSE, date);
  append_cell (out, FALSE, clock);
  append_cell (out, FALSE, visit->therapist);
  append_cell (out, FALSE, visit->is_signed ? "true" : "false");
}

static void
append_mark_cells (GString *out, const PalMark *mark, PalAtlas *atlas)
{
  const PalRegion *region = pal_atlas_find_region (atlas, mark->region);

  append_cell (out, FALSE, mark->region);
  append_cell (out, FALSE, region != NULL ? pal_region_get_name (region) : NULL);
  append_cell (out, FALSE, pal_side_to_id (mark->side));
  append_cell (out, FALSE, mark->kind);
  append_number_cell (out, mark->before);
  append_number_cell (out, mark->after);
  append_number_cell (out, mark->minutes);
  append_words_cell (out, mark->techniques);
  append_words_cell (out, mark->responses);
  append_cell (out, FALSE, pal_source_to_id (mark->source));
  append_cell (out, FALSE, mark->carried ? "true" : "false");
  append_cell (out, FALSE, mark->note);
  append_cell (out, FALSE, pal_concern_to_id (mark->concern));
}

/* The columns every line of a visit ends with. */
static void
append_day_cells (GString *out, const PalVisit *visit)
{
  const PalState *state = &visit->state;
  char hours[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (state->sleep_hours != PAL_UNSET)
    g_ascii_formatd (hours, sizeof hours, "%.6g", state->sleep_hours);
  append_cell (out, FALSE, visit->type);
  append_cell (out, FALSE, visit->room);
  append_number_cell (out, visit->minutes);
  append_cell (out, FALSE, visit->complaint_text);
  append_cell (out, FALSE, hours);
  append_number_cell (out, state->stress);
  append_number_cell (out, state->rest_days);
  append_number_cell (out, state->pain_at_rest);
  append_number_cell (out, state->pain_in_training);
  append_number_cell (out, visit->next_weeks);
  g_string_append (out, "\r\n");
}

void
pal_csv_append_header (GString *out)
{
  g_return_if_fail (out != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (out, i == 0, columns[i]);
  g_string_append (out, "\r\n");
}

void
pal_csv_append_client (GString *out, const PalClientFile *file, PalAtlas *atlas)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (file != NULL);
  g_return_if_fail (atlas != NULL);

  for (guint i = 0; i < file->visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (file->visits, i);

      for (guint k = 0; k < visit->marks->len; k++)
        {
          append_visit_cells (out, file->client, visit);
          append_mark_cells (out, g_ptr_array_index (visit->marks, k), atlas);
          append_day_cells (out, visit);
        }
      if (visit->marks->len > 0)
        continue;
      append_visit_cells (out, file->client, visit);
      for (guint k = 0; k < N_MARK_COLUMNS; k++)
        g_string_append_c (out, ',');
      append_day_cells (out, visit);
    }
}
