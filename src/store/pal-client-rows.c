/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clients and their parts as rows. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-record-rows.h"

#define PLACES_2 "?3, ?4"
#define PLACES_3 PLACES_2 ", ?5"
#define PLACES_4 PLACES_3 ", ?6"
#define PLACES_6 PLACES_4 ", ?7, ?8"
#define PLACES_8 PLACES_6 ", ?9, ?10"

#define PART(table, columns, places, prefix)                                                       \
  {                                                                                                \
    .name = table, .insert = PAL_PART_INSERT (table, "client", columns, places),                   \
    .cut = PAL_PART_CUT (table, "client"), .of_one = PAL_PART_OF_ONE (table, "client", columns),   \
    .of_all = PAL_PART_OF_ALL (table, "client", columns), .count = count_##prefix,                 \
    .fill = fill_##prefix, .read = read_##prefix                                                   \
  }

void
pal_client_fill_row (const PalClient *self, PalRow *row)
{
  pal_row_add_text (row, self->given);
  pal_row_add_text (row, self->family);
  pal_row_add_number (row, self->born, PAL_NO_DATE);
  pal_row_add_int (row, self->figure);
  pal_row_add_text (row, self->language);
  pal_row_add_text (row, self->phone);
  pal_row_add_text (row, self->email);
  pal_row_add_text (row, self->sport);
  pal_row_add_text (row, self->level);
  pal_row_add_text (row, self->squad);
  pal_row_add_text (row, self->goal);
  pal_row_add_text (row, self->history);
  pal_row_add_text (row, self->preferences);
  pal_row_add_list (row, self->summary_left_out);
}

void
pal_client_read_row (PalClient *self, PalReader *reader)
{
  g_free (self->given);
  self->given = pal_reader_text (reader);
  g_free (self->family);
  self->family = pal_reader_text (reader);
  self->born = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  self->figure = (PalFigure) pal_reader_int (reader);
  self->language = pal_reader_text (reader);
  self->phone = pal_reader_text (reader);
  self->email = pal_reader_text (reader);
  self->sport = pal_reader_text (reader);
  self->level = pal_reader_text (reader);
  self->squad = pal_reader_text (reader);
  self->goal = pal_reader_text (reader);
  self->history = pal_reader_text (reader);
  self->preferences = pal_reader_text (reader);
  self->summary_left_out = pal_reader_list (reader);
}

#define ALERT_COLUMNS "text, level"

static guint
count_alerts (gconstpointer record)
{
  return ((const PalClient *) record)->alerts->len;
}

static void
fill_alerts (gconstpointer record, guint i, PalRow *row)
{
  const PalAlert *alert = ((const PalClient *) record)->alerts->pdata[i];

  pal_row_add_text (row, alert->text);
  pal_row_add_int (row, alert->level);
}

static void
read_alerts (gpointer record, PalReader *reader)
{
  PalAlert *alert = g_new0 (PalAlert, 1);

  alert->text = pal_reader_text (reader);
  alert->level = (PalAlertLevel) pal_reader_int (reader);
  g_ptr_array_add (((PalClient *) record)->alerts, alert);
}

#define EVENT_COLUMNS "date, name"

static guint
count_events (gconstpointer record)
{
  return ((const PalClient *) record)->events->len;
}

static void
fill_events (gconstpointer record, guint i, PalRow *row)
{
  const PalEvent *event = ((const PalClient *) record)->events->pdata[i];

  pal_row_add_number (row, event->date, PAL_NO_DATE);
  pal_row_add_text (row, event->name);
}

static void
read_events (gpointer record, PalReader *reader)
{
  PalEvent *event = g_new0 (PalEvent, 1);

  event->date = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  event->name = pal_reader_text (reader);
  g_ptr_array_add (((PalClient *) record)->events, event);
}

#define RUN_COLUMNS "date, km, minutes, effort, terrain, shoes"

static guint
count_runs (gconstpointer record)
{
  return ((const PalClient *) record)->runs->len;
}

static void
fill_runs (gconstpointer record, guint i, PalRow *row)
{
  const PalRun *run = ((const PalClient *) record)->runs->pdata[i];

  pal_row_add_number (row, run->date, PAL_NO_DATE);
  pal_row_add_real (row, run->km);
  pal_row_add_number (row, run->minutes, PAL_UNSET);
  pal_row_add_real (row, run->effort);
  pal_row_add_text (row, run->terrain);
  pal_row_add_text (row, run->shoes);
}

static void
read_runs (gpointer record, PalReader *reader)
{
  PalRun *run = g_new0 (PalRun, 1);

  run->date = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  run->km = pal_reader_real (reader);
  run->minutes = (int) pal_reader_number (reader, PAL_UNSET);
  run->effort = pal_reader_real (reader);
  run->terrain = pal_reader_text (reader);
  run->shoes = pal_reader_text (reader);
  g_ptr_array_add (((PalClient *) record)->runs, run);
}

#define WEEK_COLUMNS "monday, km, longest_km, minutes, sessions, effort, terrain, shoes"

static guint
count_weeks (gconstpointer record)
{
  return ((const PalClient *) record)->training_weeks->len;
}

static void
fill_weeks (gconstpointer record, guint i, PalRow *row)
{
  const PalTrainingWeek *week = ((const PalClient *) record)->training_weeks->pdata[i];

  pal_row_add_number (row, week->monday, PAL_NO_DATE);
  pal_row_add_real (row, week->km);
  pal_row_add_real (row, week->longest_km);
  pal_row_add_number (row, week->minutes, PAL_UNSET);
  pal_row_add_number (row, week->sessions, PAL_UNSET);
  pal_row_add_real (row, week->effort);
  pal_row_add_list (row, week->terrain);
  pal_row_add_text (row, week->shoes);
}

static void
read_weeks (gpointer record, PalReader *reader)
{
  PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);

  week->monday = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  week->km = pal_reader_real (reader);
  week->longest_km = pal_reader_real (reader);
  week->minutes = (int) pal_reader_number (reader, PAL_UNSET);
  week->sessions = (int) pal_reader_number (reader, PAL_UNSET);
  week->effort = pal_reader_real (reader);
  week->terrain = pal_reader_list (reader);
  week->shoes = pal_reader_text (reader);
  g_ptr_array_add (((PalClient *) record)->training_weeks, week);
}

#define SHOES_COLUMNS "model, since, km"

static guint
count_shoes (gconstpointer record)
{
  return ((const PalClient *) record)->shoes->len;
}

static void
fill_shoes (gconstpointer record, guint i, PalRow *row)
{
  const PalShoes *shoes = ((const PalClient *) record)->shoes->pdata[i];

  pal_row_add_text (row, shoes->model);
  pal_row_add_number (row, shoes->since, PAL_NO_DATE);
  pal_row_add_real (row, shoes->km);
}

static void
read_shoes (gpointer record, PalReader *reader)
{
  PalShoes *shoes = g_new0 (PalShoes, 1);

  shoes->model = pal_reader_text (reader);
  shoes->since = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  shoes->km = pal_reader_real (reader);
  g_ptr_array_add (((PalClient *) record)->shoes, shoes);
}

#define BASELINE_COLUMNS "region, side, confirmed, since"

static guint
count_baseline (gconstpointer record)
{
  return ((const PalClient *) record)->baseline->len;
}

static void
fill_baseline (gconstpointer record, guint i, PalRow *row)
{
  const PalBaselineWord *word = ((const PalClient *) record)->baseline->pdata[i];

  pal_row_add_text (row, word->region);
  pal_row_add_int (row, word->side);
  pal_row_add_int (row, word->confirmed);
  pal_row_add_number (row, word->since, PAL_NO_DATE);
}

static void
read_baseline (gpointer record, PalReader *reader)
{
  PalBaselineWord *word = g_new0 (PalBaselineWord, 1);

  word->region = pal_reader_text (reader);
  word->side = (PalSide) pal_reader_int (reader);
  word->confirmed = pal_reader_int (reader) != 0;
  word->since = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  g_ptr_array_add (((PalClient *) record)->baseline, word);
}

#define CHECK_COLUMNS "region, side, since"

static guint
count_checks (gconstpointer record)
{
  return ((const PalClient *) record)->check_next->len;
}

static void
fill_checks (gconstpointer record, guint i, PalRow *row)
{
  const PalCheckNext *check = ((const PalClient *) record)->check_next->pdata[i];

  pal_row_add_text (row, check->region);
  pal_row_add_int (row, check->side);
  pal_row_add_number (row, check->since, PAL_NO_DATE);
}

static void
read_checks (gpointer record, PalReader *reader)
{
  PalCheckNext *check = g_new0 (PalCheckNext, 1);

  check->region = pal_reader_text (reader);
  check->side = (PalSide) pal_reader_int (reader);
  check->since = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
  g_ptr_array_add (((PalClient *) record)->check_next, check);
}

const PalPart *
pal_client_get_parts (guint *n_parts)
{
  static const PalPart parts[] = {
    PART ("alerts", ALERT_COLUMNS, PLACES_2, alerts),
    PART ("events", EVENT_COLUMNS, PLACES_2, events),
    PART ("runs", RUN_COLUMNS, PLACES_6, runs),
    PART ("training_weeks", WEEK_COLUMNS, PLACES_8, weeks),
    PART ("shoes", SHOES_COLUMNS, PLACES_3, shoes),
    PART ("baseline_words", BASELINE_COLUMNS, PLACES_4, baseline),
    PART ("checks_next", CHECK_COLUMNS, PLACES_3, checks),
  };

  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}
