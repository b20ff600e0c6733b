/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits and their parts as rows; marks are in pal-mark-rows.c. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-visit-rows.h"

static void
fill_state (const PalState *state, PalRow *row)
{
  pal_row_add_real (row, state->sleep_hours);
  pal_row_add_number (row, state->sleep_quality, PAL_UNSET);
  pal_row_add_number (row, state->stress, PAL_UNSET);
  pal_row_add_number (row, state->rest_days, PAL_UNSET);
  pal_row_add_number (row, state->recovery_sessions, PAL_UNSET);
  pal_row_add_number (row, state->days_since_hard, PAL_UNSET);
  pal_row_add_number (row, state->pain_at_rest, PAL_UNSET);
  pal_row_add_number (row, state->pain_in_training, PAL_UNSET);
  pal_row_add_text (row, state->nutrition);
  pal_row_add_text (row, state->breathing);
  pal_row_add_list (row, state->symptoms);
  pal_row_add_list (row, state->terrain);
  pal_row_add_text (row, state->shoes);
  pal_row_add_number (row, state->next_race, PAL_NO_DATE);
}

static void
read_state (PalState *state, PalReader *reader)
{
  state->sleep_hours = pal_reader_real (reader);
  state->sleep_quality = (int) pal_reader_number (reader, PAL_UNSET);
  state->stress = (int) pal_reader_number (reader, PAL_UNSET);
  state->rest_days = (int) pal_reader_number (reader, PAL_UNSET);
  state->recovery_sessions = (int) pal_reader_number (reader, PAL_UNSET);
  state->days_since_hard = (int) pal_reader_number (reader, PAL_UNSET);
  state->pain_at_rest = (int) pal_reader_number (reader, PAL_UNSET);
  state->pain_in_training = (int) pal_reader_number (reader, PAL_UNSET);
  state->nutrition = pal_reader_text (reader);
  state->breathing = pal_reader_text (reader);
  state->symptoms = pal_reader_list (reader);
  state->terrain = pal_reader_list (reader);
  state->shoes = pal_reader_text (reader);
  state->next_race = (PalDate) pal_reader_number (reader, PAL_NO_DATE);
}

void
pal_visit_fill_row (const PalVisit *self, PalRow *row)
{
  pal_row_add_int (row, self->at);
  pal_row_add_number (row, self->minutes, PAL_UNSET);
  pal_row_add_text (row, self->type);
  pal_row_add_text (row, self->room);
  pal_row_add_text (row, self->therapist);
  pal_row_add_int (row, self->is_signed);
  pal_row_add_number (row, self->signed_at, PAL_NO_TIME);
  pal_row_add_text (row, self->signed_by);
  pal_row_add_text (row, self->complaint_text);
  pal_row_add_text (row, self->request);
  pal_row_add_list (row, self->examined);
  fill_state (&self->state, row);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    pal_row_add_text (row, self->notes[i]);
  pal_row_add_text (row, self->advice);
  pal_row_add_list (row, self->home_care);
  pal_row_add_number (row, self->next_weeks, PAL_UNSET);
  pal_row_add_number (row, self->alerts_seen, PAL_NO_TIME);
  pal_row_add_list (row, self->check_next);
  pal_row_add_number (row, self->screened_at, PAL_NO_TIME);
  pal_row_add_list (row, self->red_flags);
}

void
pal_visit_read_row (PalVisit *self, PalReader *reader)
{
  self->at = pal_reader_int (reader);
  self->minutes = (int) pal_reader_number (reader, PAL_UNSET);
  self->type = pal_reader_text (reader);
  self->room = pal_reader_text (reader);
  self->therapist = pal_reader_text (reader);
  self->is_signed = pal_reader_int (reader) != 0;
  self->signed_at = pal_reader_number (reader, PAL_NO_TIME);
  self->signed_by = pal_reader_text (reader);
  self->complaint_text = pal_reader_text (reader);
  self->request = pal_reader_text (reader);
  /* A new visit comes with an empty list. */
  g_strfreev (self->examined);
  self->examined = pal_reader_list (reader);
  pal_state_clear (&self->state);
  read_state (&self->state, reader);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    self->notes[i] = pal_reader_text (reader);
  self->advice = pal_reader_text (reader);
  self->home_care = pal_reader_list (reader);
  self->next_weeks = (int) pal_reader_number (reader, PAL_UNSET);
  self->alerts_seen = pal_reader_number (reader, PAL_NO_TIME);
  self->check_next = pal_reader_list (reader);
  self->screened_at = pal_reader_number (reader, PAL_NO_TIME);
  self->red_flags = pal_reader_list (reader);
}

#define COMPLAINT_COLUMNS "region, side"

static guint
count_complaint (gconstpointer record)
{
  return ((const PalVisit *) record)->complaint_regions->len;
}

static void
fill_complaint (gconstpointer record, guint i, PalRow *row)
{
  const PalVisit *visit = record;
  const PalSidedRegion *item = &g_array_index (visit->complaint_regions, PalSidedRegion, i);

  pal_row_add_text (row, item->region);
  pal_row_add_int (row, item->side);
}

static void
read_complaint (gpointer record, PalReader *reader)
{
  PalSidedRegion item;

  item.region = pal_reader_text (reader);
  item.side = (PalSide) pal_reader_int (reader);
  g_array_append_val (((PalVisit *) record)->complaint_regions, item);
}

#define TEST_COLUMNS "test, side, value, note"

static guint
count_tests (gconstpointer record)
{
  return ((const PalVisit *) record)->tests->len;
}

static void
fill_tests (gconstpointer record, guint i, PalRow *row)
{
  const PalTestResult *result = ((const PalVisit *) record)->tests->pdata[i];

  pal_row_add_text (row, result->test);
  pal_row_add_int (row, result->side);
  pal_row_add_coordinate (row, result->value);
  pal_row_add_text (row, result->note);
}

static void
read_tests (gpointer record, PalReader *reader)
{
  PalTestResult *result = g_new0 (PalTestResult, 1);

  result->test = pal_reader_text (reader);
  result->side = (PalSide) pal_reader_int (reader);
  result->value = pal_reader_real (reader);
  result->note = pal_reader_text (reader);
  g_ptr_array_add (((PalVisit *) record)->tests, result);
}

#define INK_COLUMNS "view, points"

static guint
count_ink (gconstpointer record)
{
  return ((const PalVisit *) record)->ink->len;
}

static void
fill_ink (gconstpointer record, guint i, PalRow *row)
{
  const PalStroke *stroke = ((const PalVisit *) record)->ink->pdata[i];

  pal_row_add_int (row, stroke->view);
  pal_row_add_doubles (row, stroke->points);
}

static void
read_ink (gpointer record, PalReader *reader)
{
  PalStroke *stroke = g_new0 (PalStroke, 1);

  stroke->view = (PalView) pal_reader_int (reader);
  stroke->points = g_array_new (FALSE, FALSE, sizeof (double));
  pal_reader_doubles (reader, stroke->points);
  g_ptr_array_add (((PalVisit *) record)->ink, stroke);
}

#define AMENDMENT_COLUMNS "at, author, reason, text"

static guint
count_amendments (gconstpointer record)
{
  return ((const PalVisit *) record)->amendments->len;
}

static void
fill_amendments (gconstpointer record, guint i, PalRow *row)
{
  const PalAmendment *amendment = ((const PalVisit *) record)->amendments->pdata[i];

  pal_row_add_int (row, amendment->at);
  pal_row_add_text (row, amendment->author);
  pal_row_add_text (row, amendment->reason);
  pal_row_add_text (row, amendment->text);
}

static void
read_amendments (gpointer record, PalReader *reader)
{
  PalAmendment *amendment = g_new0 (PalAmendment, 1);

  amendment->at = pal_reader_int (reader);
  amendment->author = pal_reader_text (reader);
  amendment->reason = pal_reader_text (reader);
  amendment->text = pal_reader_text (reader);
  g_ptr_array_add (((PalVisit *) record)->amendments, amendment);
}

#define CONSENT_COLUMNS "at, region, given, wording"

static guint
count_consents (gconstpointer record)
{
  return ((const PalVisit *) record)->consents->len;
}

static void
fill_consents (gconstpointer record, guint i, PalRow *row)
{
  const PalConsent *consent = ((const PalVisit *) record)->consents->pdata[i];

  pal_row_add_int (row, consent->at);
  pal_row_add_text (row, consent->region);
  pal_row_add_int (row, consent->given);
  pal_row_add_text (row, consent->wording);
}

static void
read_consents (gpointer record, PalReader *reader)
{
  PalConsent *consent = g_new0 (PalConsent, 1);

  consent->at = pal_reader_int (reader);
  consent->region = pal_reader_text (reader);
  consent->given = pal_reader_int (reader) != 0;
  consent->wording = pal_reader_text (reader);
  g_ptr_array_add (((PalVisit *) record)->consents, consent);
}

#define AREA_COLUMNS "area, minutes"

static guint
count_areas (gconstpointer record)
{
  return ((const PalVisit *) record)->request_areas->len;
}

static void
fill_areas (gconstpointer record, guint i, PalRow *row)
{
  const PalAreaTime *area = ((const PalVisit *) record)->request_areas->pdata[i];

  pal_row_add_text (row, area->group);
  pal_row_add_number (row, area->minutes, PAL_UNSET);
}

static void
read_areas (gpointer record, PalReader *reader)
{
  PalAreaTime *area = g_new0 (PalAreaTime, 1);

  area->group = pal_reader_text (reader);
  area->minutes = (int) pal_reader_number (reader, PAL_UNSET);
  g_ptr_array_add (((PalVisit *) record)->request_areas, area);
}

#define SUMMARY_COLUMNS "block, text, made"

static guint
count_summary_texts (gconstpointer record)
{
  return ((const PalVisit *) record)->summary_texts->len;
}

static void
fill_summary_texts (gconstpointer record, guint i, PalRow *row)
{
  const PalSummaryText *text = ((const PalVisit *) record)->summary_texts->pdata[i];

  pal_row_add_text (row, text->block);
  pal_row_add_text (row, text->text);
  pal_row_add_text (row, text->made);
}

static void
read_summary_texts (gpointer record, PalReader *reader)
{
  PalSummaryText *text = g_new0 (PalSummaryText, 1);

  text->block = pal_reader_text (reader);
  text->text = pal_reader_text (reader);
  text->made = pal_reader_text (reader);
  g_ptr_array_add (((PalVisit *) record)->summary_texts, text);
}

const PalPart *
pal_visit_get_parts (guint *n_parts)
{
  /* Marks before their points, which name them. */
  static const PalPart parts[PAL_VISIT_N_PARTS] = {
    [PAL_VISIT_PART_MARKS] =
        PAL_VISIT_PART ("marks", PAL_MARK_COLUMNS, PAL_MARK_PLACES, pal_visit_count_marks,
                        pal_visit_fill_mark, pal_visit_read_mark),
    [PAL_VISIT_PART_POINTS] =
        PAL_VISIT_PART ("mark_points", PAL_POINT_COLUMNS, PAL_POINT_PLACES, pal_visit_count_points,
                        pal_visit_fill_point, pal_visit_read_point),
    [PAL_VISIT_PART_COMPLAINT] = PAL_VISIT_PART ("complaint_regions", COMPLAINT_COLUMNS, "?3, ?4",
                                                 count_complaint, fill_complaint, read_complaint),
    [PAL_VISIT_PART_TESTS] = PAL_VISIT_PART ("tests", TEST_COLUMNS, "?3, ?4, ?5, ?6", count_tests,
                                             fill_tests, read_tests),
    [PAL_VISIT_PART_INK] =
        PAL_VISIT_PART ("ink", INK_COLUMNS, "?3, ?4", count_ink, fill_ink, read_ink),
    [PAL_VISIT_PART_AMENDMENTS] =
        PAL_VISIT_PART ("amendments", AMENDMENT_COLUMNS, "?3, ?4, ?5, ?6", count_amendments,
                        fill_amendments, read_amendments),
    [PAL_VISIT_PART_CONSENTS] = PAL_VISIT_PART ("consents", CONSENT_COLUMNS, "?3, ?4, ?5, ?6",
                                                count_consents, fill_consents, read_consents),
    [PAL_VISIT_PART_REQUEST_AREAS] = PAL_VISIT_PART ("request_areas", AREA_COLUMNS, "?3, ?4",
                                                     count_areas, fill_areas, read_areas),
    [PAL_VISIT_PART_SUMMARY_TEXTS] =
        PAL_VISIT_PART ("summary_texts", SUMMARY_COLUMNS, "?3, ?4, ?5", count_summary_texts,
                        fill_summary_texts, read_summary_texts),
  };

  *n_parts = PAL_VISIT_N_PARTS;
  return parts;
}
