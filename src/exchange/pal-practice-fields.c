/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the `palpate-practice` format. A new key is one line here, one in the schema file
 * and nothing else; keys are never renamed or taken away. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-practice-fields.h"

#include <string.h>

/* Enumerations are read and written as int, so that one function serves all. */
#define DEFINE_CHOICE(name, Type, count, null_too)                                                 \
  static const char *name##_choice_to_id (int value)                                               \
  {                                                                                                \
    return pal_##name##_to_id ((Type) value);                                                      \
  }                                                                                                \
  static gboolean name##_choice_from_id (const char *id, int *value)                               \
  {                                                                                                \
    Type choice;                                                                                   \
    if (!pal_##name##_from_id (id, &choice))                                                       \
      return FALSE;                                                                                \
    *value = (int) choice;                                                                         \
    return TRUE;                                                                                   \
  }                                                                                                \
  static const PalChoice name##_choice = { name##_choice_to_id, name##_choice_from_id, count,      \
                                           null_too };

/* clang-format off */
DEFINE_CHOICE (side, PalSide, PAL_SIDE_N, TRUE)
DEFINE_CHOICE (view, PalView, PAL_VIEW_N, FALSE)
DEFINE_CHOICE (figure, PalFigure, PAL_FIGURE_N, FALSE)
DEFINE_CHOICE (source, PalSource, PAL_SOURCE_CLIENT + 1, FALSE)
DEFINE_CHOICE (concern, PalConcern, PAL_CONCERN_BASELINE + 1, FALSE)
DEFINE_CHOICE (alert_level, PalAlertLevel, PAL_ALERT_STOP + 1, FALSE)

#define FIELD(Struct, key, TYPE, RULE, member)                                                     \
  { key, PAL_FIELD_##TYPE, PAL_FIELD_##RULE, G_STRUCT_OFFSET (Struct, member), NULL, NULL, 0 }
#define CHOICE(Struct, key, name, RULE, member)                                                    \
  { key, PAL_FIELD_CHOICE, PAL_FIELD_##RULE, G_STRUCT_OFFSET (Struct, member), NULL,               \
    &name##_choice, 0 }
#define NESTED(Struct, key, TYPE, set, member)                                                     \
  { key, PAL_FIELD_##TYPE, PAL_FIELD_OPTIONAL, G_STRUCT_OFFSET (Struct, member), &set, NULL, 0 }
#define GROUPED(key, set)                                                                          \
  { key, PAL_FIELD_RECORD, PAL_FIELD_OPTIONAL, 0, &set, NULL, 0 }
#define GROUPED_IF(Struct, key, set, member)                                                       \
  { key, PAL_FIELD_RECORD, PAL_FIELD_OPTIONAL, 0, &set, NULL, G_STRUCT_OFFSET (Struct, member) }
#define DEFINE_SET(symbol, name, size, on_one_line)                                                \
  static const PalFieldSet symbol                                                                  \
      = { name, size, on_one_line, symbol##_list, G_N_ELEMENTS (symbol##_list) };

static const PalField arrow_fields_list[] = {
  FIELD (PalMarkPoint, "x", DECIMAL, REQUIRED, to_x),
  FIELD (PalMarkPoint, "y", DECIMAL, REQUIRED, to_y),
};
DEFINE_SET (arrow_fields, "arrow", 0, TRUE)

static const PalField point_fields_list[] = {
  CHOICE (PalMarkPoint, "view", view, REQUIRED, view),
  FIELD (PalMarkPoint, "x", DECIMAL, REQUIRED, x),
  FIELD (PalMarkPoint, "y", DECIMAL, REQUIRED, y),
  GROUPED_IF (PalMarkPoint, "to", arrow_fields, refers),
};
DEFINE_SET (point_fields, "point", sizeof (PalMarkPoint), TRUE)

static const PalField mark_fields_list[] = {
  FIELD (PalMark, "region", TEXT, REQUIRED, region),
  CHOICE (PalMark, "side", side, OPTIONAL, side),
  FIELD (PalMark, "kind", TEXT, ALWAYS, kind),
  FIELD (PalMark, "before", COUNT, OPTIONAL, before),
  FIELD (PalMark, "after", COUNT, OPTIONAL, after),
  NESTED (PalMark, "points", VALUES, point_fields, points),
  FIELD (PalMark, "techniques", WORDS, OPTIONAL, techniques),
  FIELD (PalMark, "minutes", COUNT, OPTIONAL, minutes),
  FIELD (PalMark, "responses", WORDS, OPTIONAL, responses),
  CHOICE (PalMark, "source", source, OPTIONAL, source),
  FIELD (PalMark, "carried", FLAG, OPTIONAL, carried),
  CHOICE (PalMark, "concern", concern, OPTIONAL, concern),
  FIELD (PalMark, "note", TEXT, OPTIONAL, note),
};
DEFINE_SET (mark_fields, "mark", sizeof (PalMark), TRUE)

static const PalField test_fields_list[] = {
  FIELD (PalTestResult, "test", TEXT, REQUIRED, test),
  CHOICE (PalTestResult, "side", side, OPTIONAL, side),
  FIELD (PalTestResult, "value", NUMBER, REQUIRED, value),
  FIELD (PalTestResult, "note", TEXT, OPTIONAL, note),
};
DEFINE_SET (test_fields, "test", sizeof (PalTestResult), TRUE)

static const PalField stroke_fields_list[] = {
  CHOICE (PalStroke, "view", view, REQUIRED, view),
  FIELD (PalStroke, "points", STROKE, REQUIRED, points),
};
DEFINE_SET (stroke_fields, "stroke", sizeof (PalStroke), TRUE)

static const PalField amendment_fields_list[] = {
  FIELD (PalAmendment, "at", TIME, REQUIRED, at),
  FIELD (PalAmendment, "author", TEXT, OPTIONAL, author),
  FIELD (PalAmendment, "reason", TEXT, OPTIONAL, reason),
  FIELD (PalAmendment, "text", TEXT, REQUIRED, text),
};
DEFINE_SET (amendment_fields, "amendment", sizeof (PalAmendment), TRUE)

static const PalField consent_fields_list[] = {
  FIELD (PalConsent, "at", TIME, REQUIRED, at),
  FIELD (PalConsent, "region", TEXT, REQUIRED, region),
  FIELD (PalConsent, "given", FLAG, REQUIRED, given),
  FIELD (PalConsent, "wording", TEXT, OPTIONAL, wording),
};
DEFINE_SET (consent_fields, "consent", sizeof (PalConsent), TRUE)

static const PalField area_fields_list[] = {
  FIELD (PalAreaTime, "group", TEXT, REQUIRED, group),
  FIELD (PalAreaTime, "minutes", COUNT, OPTIONAL, minutes),
};
DEFINE_SET (area_fields, "area", sizeof (PalAreaTime), TRUE)

static const PalField screening_fields_list[] = {
  FIELD (PalVisit, "at", TIME, OPTIONAL, screened_at),
  FIELD (PalVisit, "red_flags", WORDS, OPTIONAL, red_flags),
};
DEFINE_SET (screening_fields, "screening", 0, TRUE)

static const PalField sided_region_fields_list[] = {
  FIELD (PalSidedRegion, "region", TEXT, REQUIRED, region),
  CHOICE (PalSidedRegion, "side", side, OPTIONAL, side),
};
DEFINE_SET (sided_region_fields, "sided_region", sizeof (PalSidedRegion), TRUE)

static const PalField complaint_fields_list[] = {
  FIELD (PalVisit, "text", TEXT, OPTIONAL, complaint_text),
  NESTED (PalVisit, "regions", VALUES, sided_region_fields, complaint_regions),
};
DEFINE_SET (complaint_fields, "complaint", 0, TRUE)

static const PalField state_fields_list[] = {
  FIELD (PalVisit, "sleep_hours", NUMBER, OPTIONAL, state.sleep_hours),
  FIELD (PalVisit, "sleep_quality", COUNT, OPTIONAL, state.sleep_quality),
  FIELD (PalVisit, "stress", COUNT, OPTIONAL, state.stress),
  FIELD (PalVisit, "rest_days", COUNT, OPTIONAL, state.rest_days),
  FIELD (PalVisit, "recovery_sessions", COUNT, OPTIONAL, state.recovery_sessions),
  FIELD (PalVisit, "days_since_hard", COUNT, OPTIONAL, state.days_since_hard),
  FIELD (PalVisit, "pain_at_rest", COUNT, OPTIONAL, state.pain_at_rest),
  FIELD (PalVisit, "pain_in_training", COUNT, OPTIONAL, state.pain_in_training),
  FIELD (PalVisit, "nutrition", TEXT, OPTIONAL, state.nutrition),
  FIELD (PalVisit, "breathing", TEXT, OPTIONAL, state.breathing),
  FIELD (PalVisit, "symptoms", WORDS, OPTIONAL, state.symptoms),
  FIELD (PalVisit, "terrain", WORDS, OPTIONAL, state.terrain),
  FIELD (PalVisit, "shoes", TEXT, OPTIONAL, state.shoes),
  FIELD (PalVisit, "next_race", DATE, OPTIONAL, state.next_race),
};
DEFINE_SET (state_fields, "state", 0, TRUE)

static const PalField notes_fields_list[] = {
  FIELD (PalVisit, "subjective", TEXT, OPTIONAL, notes[PAL_NOTE_SUBJECTIVE]),
  FIELD (PalVisit, "objective", TEXT, OPTIONAL, notes[PAL_NOTE_OBJECTIVE]),
  FIELD (PalVisit, "assessment", TEXT, OPTIONAL, notes[PAL_NOTE_ASSESSMENT]),
  FIELD (PalVisit, "plan", TEXT, OPTIONAL, notes[PAL_NOTE_PLAN]),
};
DEFINE_SET (notes_fields, "notes", 0, FALSE)

static const PalField summary_text_fields_list[] = {
  FIELD (PalSummaryText, "block", TEXT, REQUIRED, block),
  FIELD (PalSummaryText, "text", TEXT, OPTIONAL, text),
  FIELD (PalSummaryText, "made", TEXT, OPTIONAL, made),
};
DEFINE_SET (summary_text_fields, "summary_text", sizeof (PalSummaryText), TRUE)

static const PalField visit_fields_list[] = {
  FIELD (PalVisit, "id", ID, REQUIRED, id),
  FIELD (PalVisit, "at", TIME, REQUIRED, at),
  FIELD (PalVisit, "minutes", COUNT, OPTIONAL, minutes),
  FIELD (PalVisit, "type", TEXT, OPTIONAL, type),
  FIELD (PalVisit, "room", TEXT, OPTIONAL, room),
  FIELD (PalVisit, "therapist", TEXT, OPTIONAL, therapist),
  FIELD (PalVisit, "signed", FLAG, ALWAYS, is_signed),
  FIELD (PalVisit, "signed_at", TIME, OPTIONAL, signed_at),
  FIELD (PalVisit, "signed_by", TEXT, OPTIONAL, signed_by),
  FIELD (PalVisit, "alerts_seen", TIME, OPTIONAL, alerts_seen),
  GROUPED ("screening", screening_fields),
  GROUPED ("complaint", complaint_fields),
  FIELD (PalVisit, "request", TEXT, OPTIONAL, request),
  NESTED (PalVisit, "request_areas", LIST, area_fields, request_areas),
  FIELD (PalVisit, "examined", GROUPS, OPTIONAL, examined),
  GROUPED ("state", state_fields),
  GROUPED ("notes", notes_fields),
  FIELD (PalVisit, "advice", TEXT, OPTIONAL, advice),
  FIELD (PalVisit, "home_care", WORDS, OPTIONAL, home_care),
  FIELD (PalVisit, "next_weeks", COUNT, OPTIONAL, next_weeks),
  FIELD (PalVisit, "check_next", WORDS, OPTIONAL, check_next),
  NESTED (PalVisit, "consents", LIST, consent_fields, consents),
  NESTED (PalVisit, "marks", LIST, mark_fields, marks),
  NESTED (PalVisit, "tests", LIST, test_fields, tests),
  NESTED (PalVisit, "ink", LIST, stroke_fields, ink),
  NESTED (PalVisit, "amendments", LIST, amendment_fields, amendments),
  NESTED (PalVisit, "summary_texts", LIST, summary_text_fields, summary_texts),
};

const PalFieldSet pal_visit_fields
    = { "visit", sizeof (PalVisit), FALSE, visit_fields_list, G_N_ELEMENTS (visit_fields_list) };

static const PalField snippet_fields_list[] = {
  FIELD (PalSnippet, "code", TEXT, REQUIRED, code),
  FIELD (PalSnippet, "text", TEXT, REQUIRED, text),
};
DEFINE_SET (snippet_fields, "snippet", sizeof (PalSnippet), TRUE)

static const PalField signature_fields_list[] = {
  FIELD (PalSignature, "therapist", TEXT, REQUIRED, therapist),
  FIELD (PalSignature, "png", TEXT, REQUIRED, png),
};
DEFINE_SET (signature_fields, "signature", sizeof (PalSignature), TRUE)

static const PalField settings_fields_list[] = {
  FIELD (PalPracticeSettings, "name", TEXT, OPTIONAL, name),
  FIELD (PalPracticeSettings, "contact", TEXT, OPTIONAL, contact),
  FIELD (PalPracticeSettings, "therapist", TEXT, OPTIONAL, therapist),
  FIELD (PalPracticeSettings, "skips_consent", FLAG, OPTIONAL, skips_consent),
  NESTED (PalPracticeSettings, "snippets", LIST, snippet_fields, snippets),
  FIELD (PalPracticeSettings, "summary_left_out", WORDS, OPTIONAL, summary_left_out),
  FIELD (PalPracticeSettings, "logo", TEXT, OPTIONAL, logo),
  NESTED (PalPracticeSettings, "signatures", LIST, signature_fields, signatures),
};

const PalFieldSet pal_settings_fields = { "practice", sizeof (PalPracticeSettings), FALSE,
                                          settings_fields_list,
                                          G_N_ELEMENTS (settings_fields_list) };

static const PalField alert_fields_list[] = {
  FIELD (PalAlert, "text", TEXT, REQUIRED, text),
  CHOICE (PalAlert, "level", alert_level, ALWAYS, level),
};
DEFINE_SET (alert_fields, "alert", sizeof (PalAlert), TRUE)

static const PalField event_fields_list[] = {
  FIELD (PalEvent, "date", DATE, REQUIRED, date),
  FIELD (PalEvent, "name", TEXT, OPTIONAL, name),
};
DEFINE_SET (event_fields, "event", sizeof (PalEvent), TRUE)

static const PalField shoes_fields_list[] = {
  FIELD (PalShoes, "model", TEXT, REQUIRED, model),
  FIELD (PalShoes, "since", DATE, OPTIONAL, since),
  FIELD (PalShoes, "km", DECIMAL, OPTIONAL, km),
};
DEFINE_SET (shoes_fields, "shoes", sizeof (PalShoes), TRUE)

static const PalField baseline_fields_list[] = {
  FIELD (PalBaselineWord, "region", TEXT, REQUIRED, region),
  CHOICE (PalBaselineWord, "side", side, OPTIONAL, side),
  FIELD (PalBaselineWord, "confirmed", FLAG, REQUIRED, confirmed),
  FIELD (PalBaselineWord, "since", DATE, OPTIONAL, since),
};
DEFINE_SET (baseline_fields, "baseline", sizeof (PalBaselineWord), TRUE)

static const PalField check_fields_list[] = {
  FIELD (PalCheckNext, "region", TEXT, REQUIRED, region),
  CHOICE (PalCheckNext, "side", side, OPTIONAL, side),
  FIELD (PalCheckNext, "since", DATE, OPTIONAL, since),
};
DEFINE_SET (check_fields, "check_next", sizeof (PalCheckNext), TRUE)

static const PalField run_fields_list[] = {
  FIELD (PalRun, "date", DATE, REQUIRED, date),
  FIELD (PalRun, "km", DECIMAL, OPTIONAL, km),
  FIELD (PalRun, "minutes", COUNT, OPTIONAL, minutes),
  FIELD (PalRun, "effort", NUMBER, OPTIONAL, effort),
  FIELD (PalRun, "terrain", TEXT, OPTIONAL, terrain),
  FIELD (PalRun, "shoes", TEXT, OPTIONAL, shoes),
};
DEFINE_SET (run_fields, "run", sizeof (PalRun), TRUE)

static const PalField week_fields_list[] = {
  FIELD (PalTrainingWeek, "week", WEEK, REQUIRED, monday),
  FIELD (PalTrainingWeek, "km", DECIMAL, OPTIONAL, km),
  FIELD (PalTrainingWeek, "longest_km", DECIMAL, OPTIONAL, longest_km),
  FIELD (PalTrainingWeek, "minutes", COUNT, OPTIONAL, minutes),
  FIELD (PalTrainingWeek, "sessions", COUNT, OPTIONAL, sessions),
  FIELD (PalTrainingWeek, "effort", NUMBER, OPTIONAL, effort),
  FIELD (PalTrainingWeek, "terrain", WORDS, OPTIONAL, terrain),
  FIELD (PalTrainingWeek, "shoes", TEXT, OPTIONAL, shoes),
};
DEFINE_SET (week_fields, "training_week", sizeof (PalTrainingWeek), TRUE)

static const PalField client_fields_list[] = {
  FIELD (PalClient, "id", ID, REQUIRED, id),
  FIELD (PalClient, "given", TEXT, OPTIONAL, given),
  FIELD (PalClient, "family", TEXT, OPTIONAL, family),
  FIELD (PalClient, "born", DATE, OPTIONAL, born),
  CHOICE (PalClient, "figure", figure, ALWAYS, figure),
  FIELD (PalClient, "language", TEXT, OPTIONAL, language),
  FIELD (PalClient, "phone", TEXT, OPTIONAL, phone),
  FIELD (PalClient, "email", TEXT, OPTIONAL, email),
  FIELD (PalClient, "sport", TEXT, OPTIONAL, sport),
  FIELD (PalClient, "level", TEXT, OPTIONAL, level),
  FIELD (PalClient, "squad", TEXT, OPTIONAL, squad),
  FIELD (PalClient, "goal", TEXT, OPTIONAL, goal),
  FIELD (PalClient, "history", TEXT, OPTIONAL, history),
  FIELD (PalClient, "preferences", TEXT, OPTIONAL, preferences),
  FIELD (PalClient, "summary_left_out", GROUPS, OPTIONAL, summary_left_out),
  NESTED (PalClient, "alerts", LIST, alert_fields, alerts),
  NESTED (PalClient, "events", LIST, event_fields, events),
  NESTED (PalClient, "shoes", LIST, shoes_fields, shoes),
  NESTED (PalClient, "baseline", LIST, baseline_fields, baseline),
  NESTED (PalClient, "check_next", LIST, check_fields, check_next),
  NESTED (PalClient, "runs", LIST, run_fields, runs),
  NESTED (PalClient, "training_weeks", LIST, week_fields, training_weeks),
  { "visits", PAL_FIELD_VISITS, PAL_FIELD_ALWAYS, 0, &pal_visit_fields, NULL, 0 },
};
/* clang-format on */

const PalFieldSet pal_client_fields = { "client", sizeof (PalClient), FALSE, client_fields_list,
                                        G_N_ELEMENTS (client_fields_list) };

static gboolean
is_any_present (const PalFieldSet *set, gconstpointer record)
{
  for (guint i = 0; i < set->n_fields; i++)
    if (pal_field_is_present (&set->fields[i], record))
      return TRUE;
  return FALSE;
}

static void
clear_field (const PalField *field, gpointer record)
{
  switch (field->type)
    {
    case PAL_FIELD_COUNT:
      PAL_FIELD_AT (int, record, field) = PAL_UNSET;
      break;
    case PAL_FIELD_NUMBER:
    case PAL_FIELD_DECIMAL:
      PAL_FIELD_AT (double, record, field) = field->rule == PAL_FIELD_REQUIRED ? 0 : PAL_UNSET;
      break;
    case PAL_FIELD_DATE:
    case PAL_FIELD_WEEK:
      PAL_FIELD_AT (PalDate, record, field) = PAL_NO_DATE;
      break;
    case PAL_FIELD_TIME:
      PAL_FIELD_AT (PalTime, record, field) = PAL_NO_TIME;
      break;
    case PAL_FIELD_RECORD:
      pal_field_set_clear_record (field->set, record);
      break;
    case PAL_FIELD_TEXT:
    case PAL_FIELD_ID:
    case PAL_FIELD_WORDS:
    case PAL_FIELD_GROUPS:
    case PAL_FIELD_FLAG:
    case PAL_FIELD_CHOICE:
    case PAL_FIELD_LIST:
    case PAL_FIELD_VALUES:
    case PAL_FIELD_STROKE:
    case PAL_FIELD_VISITS:
      break; /* zero already says so */
    }
}

const PalField *
pal_field_set_find (const PalFieldSet *self, const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].key, key) == 0)
      return &self->fields[i];
  return NULL;
}

void
pal_field_set_clear_record (const PalFieldSet *self, gpointer record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);

  for (guint i = 0; i < self->n_fields; i++)
    clear_field (&self->fields[i], record);
}

gboolean
pal_field_is_present (const PalField *self, gconstpointer record)
{
  const char *text;
  char **words;
  gpointer list;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  if (self->rule != PAL_FIELD_OPTIONAL)
    return TRUE;
  switch (self->type)
    {
    case PAL_FIELD_TEXT:
    case PAL_FIELD_ID:
      text = PAL_FIELD_AT (char *, record, self);
      return text != NULL && *text != 0;
    case PAL_FIELD_WORDS:
      words = PAL_FIELD_AT (char **, record, self);
      return words != NULL && words[0] != NULL;
    case PAL_FIELD_GROUPS:
      return PAL_FIELD_AT (char **, record, self) != NULL;
    case PAL_FIELD_COUNT:
      return PAL_FIELD_AT (int, record, self) != PAL_UNSET;
    case PAL_FIELD_NUMBER:
    case PAL_FIELD_DECIMAL:
      return PAL_FIELD_AT (double, record, self) != PAL_UNSET;
    case PAL_FIELD_FLAG:
      return PAL_FIELD_AT (gboolean, record, self);
    case PAL_FIELD_DATE:
    case PAL_FIELD_WEEK:
      return PAL_FIELD_AT (PalDate, record, self) != PAL_NO_DATE;
    case PAL_FIELD_TIME:
      return PAL_FIELD_AT (PalTime, record, self) != PAL_NO_TIME;
    case PAL_FIELD_CHOICE:
      /* The first value of every enumeration is the one told by absence. */
      return PAL_FIELD_AT (int, record, self) != 0;
    case PAL_FIELD_RECORD:
      return self->present != 0 ? G_STRUCT_MEMBER (gboolean, record, self->present)
                                : is_any_present (self->set, record);
    case PAL_FIELD_LIST:
      list = PAL_FIELD_AT (gpointer, record, self);
      return list != NULL && ((GPtrArray *) list)->len > 0;
    case PAL_FIELD_VALUES:
    case PAL_FIELD_STROKE:
      list = PAL_FIELD_AT (gpointer, record, self);
      return list != NULL && ((GArray *) list)->len > 0;
    case PAL_FIELD_VISITS:
      return TRUE;
    }
  return FALSE;
}
