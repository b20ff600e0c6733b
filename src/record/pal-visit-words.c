/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of names. They stand in files: a name is never used for another text or number. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-visit-words.h"

#include <math.h>
#include <string.h>

#define MARK_PREFIX "mark:"
#define MINUTES_PREFIX "minutes:"
#define AREA_PREFIX "request:"
#define TEST_PREFIX "test:"
#define SUMMARY_PREFIX "summary:"
#define MADE_PREFIX "summary-made:"
#define AMENDMENT_PREFIX "amendment-"

/* Nobody works on one place, or asks to be worked on there, for longer. */
#define MAX_PLACE_MINUTES 240
/* As pal_visit_validate() takes them. */
#define MIN_TEST -180
#define MAX_TEST 360

static const struct
{
  const char *id;
  gsize offset;
} words[] = {
  { "room", offsetof (PalVisit, room) },
  { "therapist", offsetof (PalVisit, therapist) },
  { "complaint", offsetof (PalVisit, complaint_text) },
  { "request", offsetof (PalVisit, request) },
  { "nutrition", offsetof (PalVisit, state.nutrition) },
  { "shoes", offsetof (PalVisit, state.shoes) },
  { "subjective", offsetof (PalVisit, notes[PAL_NOTE_SUBJECTIVE]) },
  { "objective", offsetof (PalVisit, notes[PAL_NOTE_OBJECTIVE]) },
  { "assessment", offsetof (PalVisit, notes[PAL_NOTE_ASSESSMENT]) },
  { "plan", offsetof (PalVisit, notes[PAL_NOTE_PLAN]) },
  { "advice", offsetof (PalVisit, advice) },
};

/* @is_double: hours, the others are whole; @from_one: 0 is the same as nothing. */
static const struct
{
  const char *id;
  gsize offset;
  double max;
  gboolean is_double;
  gboolean from_one;
} numbers[] = {
  { "minutes", offsetof (PalVisit, minutes), PAL_MAX_MINUTES, FALSE, FALSE },
  { "sleep-hours", offsetof (PalVisit, state.sleep_hours), 24, TRUE, FALSE },
  { "sleep-quality", offsetof (PalVisit, state.sleep_quality), 10, FALSE, FALSE },
  { "stress", offsetof (PalVisit, state.stress), 10, FALSE, FALSE },
  { "rest-days", offsetof (PalVisit, state.rest_days), 7, FALSE, FALSE },
  { "recovery-sessions", offsetof (PalVisit, state.recovery_sessions), 50, FALSE, FALSE },
  { "pain-at-rest", offsetof (PalVisit, state.pain_at_rest), 10, FALSE, FALSE },
  { "pain-in-training", offsetof (PalVisit, state.pain_in_training), 10, FALSE, FALSE },
  { "days-since-hard", offsetof (PalVisit, state.days_since_hard), 3650, FALSE, FALSE },
  { "next-weeks", offsetof (PalVisit, next_weeks), PAL_MAX_NEXT_WEEKS, FALSE, TRUE },
};

const char *
pal_visit_words_find_id (gsize offset)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].offset == offset)
      return words[i].id;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].offset == offset)
      return numbers[i].id;
  return NULL;
}

double
pal_visit_words_get_max (const char *id)
{
  g_return_val_if_fail (id != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].id, id))
      return numbers[i].max;
  return g_str_has_prefix (id, MINUTES_PREFIX) || g_str_has_prefix (id, AREA_PREFIX)
             ? MAX_PLACE_MINUTES
             : 0;
}

const char *
pal_visit_words_get_note_id (PalNoteSection section)
{
  g_return_val_if_fail ((guint) section < PAL_NOTE_N, NULL);

  return pal_visit_words_find_id (offsetof (PalVisit, notes) + (guint) section * sizeof (char *));
}

static char *
dup_mark_id (const char *prefix, const PalMark *mark)
{
  return g_strdup_printf ("%s%s:%d:%s:%d", prefix, mark->region, (int) mark->side, mark->kind,
                          (int) mark->source);
}

char *
pal_visit_words_dup_mark_id (const PalMark *mark)
{
  g_return_val_if_fail (mark != NULL, NULL);

  return dup_mark_id (MARK_PREFIX, mark);
}

char *
pal_visit_words_dup_mark_minutes_id (const PalMark *mark)
{
  g_return_val_if_fail (mark != NULL, NULL);

  return dup_mark_id (MINUTES_PREFIX, mark);
}

char *
pal_visit_words_dup_area_id (const char *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return g_strconcat (AREA_PREFIX, group, NULL);
}

char *
pal_visit_words_dup_test_id (const char *test, PalSide side)
{
  g_return_val_if_fail (test != NULL, NULL);

  return g_strdup_printf (TEST_PREFIX "%d:%s", (int) side, test);
}

char *
pal_visit_words_dup_summary_id (PalSummaryBlock block)
{
  return g_strconcat (SUMMARY_PREFIX, pal_summary_block_to_id (block), NULL);
}

char *
pal_visit_words_dup_summary_made_id (PalSummaryBlock block)
{
  return g_strconcat (MADE_PREFIX, pal_summary_block_to_id (block), NULL);
}

gboolean
pal_visit_words_outlive_signature (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return g_str_has_prefix (id, SUMMARY_PREFIX) || g_str_has_prefix (id, MADE_PREFIX) ||
         g_str_has_prefix (id, AMENDMENT_PREFIX);
}

static PalMark *
find_mark (PalVisit *self, const char *prefix, const char *id)
{
  for (guint i = 0; g_str_has_prefix (id, prefix) && i < self->marks->len; i++)
    {
      PalMark *mark = g_ptr_array_index (self->marks, i);
      g_autofree char *mark_id = dup_mark_id (prefix, mark);

      if (g_str_equal (mark_id, id))
        return mark;
    }
  return NULL;
}

char **
pal_visit_words_peek (PalVisit *self, const char *id)
{
  PalMark *mark;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, id))
      return &G_STRUCT_MEMBER (char *, self, words[i].offset);
  mark = find_mark (self, MARK_PREFIX, id);
  return mark != NULL ? &mark->note : NULL;
}

gboolean
pal_visit_words_read_number (
    const char *text, double min, double max, gboolean whole, double *number)
{
  g_autofree char *plain = NULL;
  const char *digits;
  char *end;
  double read;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  plain = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  if (*plain == '\0' || g_str_equal (plain, "–"))
    {
      *number = PAL_UNSET;
      return TRUE;
    }
  digits = plain;
  if (min < 0 && (*plain == '-' || g_str_has_prefix (plain, "−")))
    digits = g_utf8_next_char (plain);
  /* Neither "1e3" nor "inf", which the C library would take. */
  if (strspn (digits, "0123456789.") != strlen (digits) || strpbrk (digits, "0123456789") == NULL)
    return FALSE;
  read = g_ascii_strtod (digits, &end);
  if (digits != plain)
    read = -read;
  if (*end != '\0' || read < min || read > max || (whole && floor (read) != read))
    return FALSE;
  *number = read;
  return TRUE;
}

/* Numbers -------------------------------------------------------------------------------------- */

static gboolean
put_number (PalVisit *self, guint which, const char *text)
{
  double number;

  if (!pal_visit_words_read_number (text, 0, numbers[which].max, !numbers[which].is_double,
                                    &number))
    return FALSE;
  if (numbers[which].from_one && number < 1)
    number = PAL_UNSET;
  if (numbers[which].is_double)
    G_STRUCT_MEMBER (double, self, numbers[which].offset) = number;
  else
    G_STRUCT_MEMBER (int, self, numbers[which].offset) = (int) number;
  return TRUE;
}

static gboolean
put_minutes (int *minutes, const char *text)
{
  double number;

  if (!pal_visit_words_read_number (text, 0, MAX_PLACE_MINUTES, TRUE, &number))
    return FALSE;
  *minutes = number < 1 ? PAL_UNSET : (int) number;
  return TRUE;
}

static gboolean
put_area (PalVisit *self, const char *group, const char *text)
{
  for (guint i = 0; i < self->request_areas->len; i++)
    {
      PalAreaTime *area = g_ptr_array_index (self->request_areas, i);

      if (g_str_equal (area->group, group))
        return put_minutes (&area->minutes, text);
    }
  return FALSE;
}

static guint
find_test (PalVisit *self, const char *test, PalSide side)
{
  guint i = 0;

  for (; i < self->tests->len; i++)
    {
      const PalTestResult *result = g_ptr_array_index (self->tests, i);

      if (result->side == side && g_str_equal (result->test, test))
        break;
    }
  return i;
}

/* @place: "1:hip-flexion", a side and a test. */
static gboolean
put_test (PalVisit *self, const char *place, const char *text)
{
  PalSide side = (PalSide) (place[0] - '0');
  PalTestResult *result;
  double number;
  guint index;

  if ((guint) side >= PAL_SIDE_N || place[1] != ':' || place[2] == '\0' ||
      !pal_visit_words_read_number (text, MIN_TEST, MAX_TEST, FALSE, &number))
    return FALSE;
  index = find_test (self, place + 2, side);
  if (strpbrk (text, "0123456789") == NULL)
    {
      if (index < self->tests->len)
        g_ptr_array_remove_index (self->tests, index);
      return TRUE;
    }
  if (index == self->tests->len)
    {
      result = g_new0 (PalTestResult, 1);
      result->test = g_strdup (place + 2);
      result->side = side;
      g_ptr_array_add (self->tests, result);
    }
  result = g_ptr_array_index (self->tests, index);
  result->value = number;
  return TRUE;
}

/* The client's page ---------------------------------------------------------------------------- */

static gboolean
put_summary (PalVisit *self, const char *id, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const PalSummaryText *old;
  g_autofree char *made = NULL;
  PalSummaryBlock block;

  if (!pal_summary_block_from_id (id, &block))
    return FALSE;
  old = pal_visit_find_summary_text (self, block);
  made = old != NULL ? g_strdup (old->made) : NULL;
  pal_visit_set_summary_text (self, block, stripped, made);
  return TRUE;
}

/* The record's own words, typed again, are not somebody's own. */
static gboolean
put_made (PalVisit *self, const char *id, const char *made)
{
  PalSummaryText *own;
  PalSummaryBlock block;

  if (!pal_summary_block_from_id (id, &block))
    return FALSE;
  own = pal_visit_find_summary_text (self, block);
  if (own == NULL)
    return TRUE;
  if (g_strcmp0 (own->text, made) == 0)
    pal_visit_clear_summary_text (self, block);
  else
    pal_visit_set_text (&own->made, made);
  return TRUE;
}

gboolean
pal_visit_words_put (PalVisit *self, const char *id, const char *text)
{
  const char *typed = text != NULL ? text : "";
  char **where = pal_visit_words_peek (self, id);
  PalMark *mark;

  if (where != NULL)
    {
      pal_visit_set_text (where, text);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].id, id))
      return put_number (self, i, typed);
  if (g_str_has_prefix (id, AREA_PREFIX))
    return put_area (self, id + strlen (AREA_PREFIX), typed);
  if (g_str_has_prefix (id, TEST_PREFIX))
    return put_test (self, id + strlen (TEST_PREFIX), typed);
  if (g_str_has_prefix (id, SUMMARY_PREFIX))
    return put_summary (self, id + strlen (SUMMARY_PREFIX), typed);
  if (g_str_has_prefix (id, MADE_PREFIX))
    return put_made (self, id + strlen (MADE_PREFIX), typed);
  mark = find_mark (self, MINUTES_PREFIX, id);
  return mark != NULL && put_minutes (&mark->minutes, typed);
}
