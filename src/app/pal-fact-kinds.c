/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of facts a client has lists of, as tables, and how their fields are read. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-entry-values.h"
#include "app/pal-fact-group.h"

gboolean
pal_field_read (const PalField *field, const char *text, PalFieldValue *value, GError **error)
{
  const PalDate today = pal_time_get_local_date (pal_time_now ());
  const PalDate last = field->type == PAL_FIELD_PAST_DATE ? today : pal_date_new (2200, 12, 31);

  if (field->needed && *text == '\0')
    {
      g_set_error (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE,
                   /* Translators: %s is the name of a field. */
                   _ ("“%s” is needed."), _ (field->title));
      return FALSE;
    }
  switch (field->type)
    {
    case PAL_FIELD_TEXT:
      value->text = *text != '\0' ? text : NULL;
      return TRUE;
    case PAL_FIELD_DATE:
    case PAL_FIELD_PAST_DATE:
      return pal_entry_read_date (text, pal_date_new (1900, 1, 1), last, &value->date, error);
    case PAL_FIELD_NUMBER:
    case PAL_FIELD_COUNT:
      return pal_entry_read_number (text, field->max, field->type == PAL_FIELD_COUNT,
                                    &value->number, error);
    case PAL_FIELD_CHOICE:
      return TRUE;
    }
  return FALSE;
}

/* Joins what was recorded: "42 km · longest 18 km · 4 sessions". */
static void
append_part (GString *line, char *part)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
  g_free (part);
}

/* As append_part(), with a number in the place of the format's %s. */
#define APPEND_NUMBER(line, format, number)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown = pal_entry_format_number (number);                                     \
    append_part (line, g_strdup_printf (format, shown));                                           \
  }                                                                                                \
  G_STMT_END

/* Alerts -----------------------------------------------------------------------------------------
 */

static const char *const levels[] = { N_ ("Caution"), N_ ("Stop"), NULL };

static GPtrArray *
get_alerts (const PalClient *client)
{
  return client->alerts;
}

static char *
dup_alert_title (gconstpointer fact)
{
  return g_strdup (((const PalAlert *) fact)->text);
}

static gpointer
build_alert (const PalFieldValue *values)
{
  PalAlert *alert = g_new0 (PalAlert, 1);

  alert->text = g_strdup (values[0].text);
  alert->level = values[1].choice == 1 ? PAL_ALERT_STOP : PAL_ALERT_CAUTION;
  return alert;
}

static const char *
get_alert_toggle (gconstpointer fact)
{
  return _ (levels[((const PalAlert *) fact)->level == PAL_ALERT_STOP]);
}

static void
toggle_alert (gpointer fact)
{
  PalAlert *alert = fact;

  alert->level = alert->level == PAL_ALERT_STOP ? PAL_ALERT_CAUTION : PAL_ALERT_STOP;
}

const PalFactKind *
pal_fact_alerts (void)
{
  static const PalFactKind kind = {
    .id = "alert",
    .add_title = N_ ("Add an Alert"),
    .add_description = N_ ("Add alert"),
    .remove_description = N_ ("Remove alert"),
    .toggle_description = N_ ("Change alert"),
    .fields = { { .title = N_ ("What to mind"), .type = PAL_FIELD_TEXT, .needed = TRUE },
                { .title = N_ ("Level"), .type = PAL_FIELD_CHOICE, .choices = levels } },
    .n_fields = 2,
    .get = get_alerts,
    .dup_title = dup_alert_title,
    .build = build_alert,
    .get_toggle = get_alert_toggle,
    .toggle = toggle_alert,
  };
  return &kind;
}

/* Training weeks ---------------------------------------------------------------------------------
 */

static GPtrArray *
get_weeks (const PalClient *client)
{
  return client->training_weeks;
}

static char *
dup_week_title (gconstpointer fact)
{
  const PalTrainingWeek *week = fact;
  g_autofree char *monday = pal_date_format_display (week->monday);

  /* Translators: %s is the Monday of a week. */
  return g_strdup_printf (_ ("Week of %s"), monday);
}

static char *
dup_week_details (gconstpointer fact)
{
  const PalTrainingWeek *week = fact;
  GString *line = g_string_new (NULL);

  if (week->km >= 0)
    APPEND_NUMBER (line, _ ("%s km"), week->km);
  if (week->longest_km >= 0)
    APPEND_NUMBER (line, _ ("longest %s km"), week->longest_km);
  if (week->minutes >= 0)
    append_part (line, g_strdup_printf (_ ("%d min"), week->minutes));
  if (week->sessions >= 0)
    append_part (line,
                 g_strdup_printf (ngettext ("%d session", "%d sessions", (gulong) week->sessions),
                                  week->sessions));
  if (week->effort >= 0)
    APPEND_NUMBER (line, _ ("effort %s of 10"), week->effort);
  return g_string_free (line, FALSE);
}

static gpointer
build_week (const PalFieldValue *values)
{
  PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);
  /* Day 0 was a Thursday. Any day of the week means its Monday. */
  const int weekday = ((values[0].date + 3) % 7 + 7) % 7;

  week->monday = values[0].date - weekday;
  week->km = values[1].number;
  week->longest_km = values[2].number;
  week->sessions = (int) values[3].number;
  week->effort = values[4].number;
  week->minutes = PAL_UNSET;
  return week;
}

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const PalTrainingWeek *one = a, *other = b;

  return one->monday > other->monday ? -1 : one->monday < other->monday;
}

static gboolean
is_same_week (gconstpointer a, gconstpointer b)
{
  return ((const PalTrainingWeek *) a)->monday == ((const PalTrainingWeek *) b)->monday;
}

const PalFactKind *
pal_fact_weeks (void)
{
  static const PalFactKind kind = {
    .id = "week",
    .add_title = N_ ("Add a Training Week"),
    .add_description = N_ ("Add training week"),
    .remove_description = N_ ("Remove training week"),
    .fields = { { .title = N_ ("A day of the week"),
                  .type = PAL_FIELD_DATE,
                  .needed = TRUE,
                  .today = TRUE },
                { .title = N_ ("Distance, km"), .type = PAL_FIELD_NUMBER, .max = PAL_MAX_KM },
                { .title = N_ ("Longest run, km"), .type = PAL_FIELD_NUMBER, .max = PAL_MAX_KM },
                { .title = N_ ("Sessions"), .type = PAL_FIELD_COUNT, .max = 100 },
                { .title = N_ ("Effort, 0 to 10"), .type = PAL_FIELD_NUMBER, .max = 10 } },
    .n_fields = 5,
    .get = get_weeks,
    .dup_title = dup_week_title,
    .dup_details = dup_week_details,
    .build = build_week,
    .compare = compare_weeks,
    .is_same = is_same_week,
  };
  return &kind;
}

/* Runs -------------------------------------------------------------------------------------------
 */

static GPtrArray *
get_runs (const PalClient *client)
{
  return client->runs;
}

static char *
dup_run_title (gconstpointer fact)
{
  return pal_date_format_display (((const PalRun *) fact)->date);
}

static char *
dup_run_details (gconstpointer fact)
{
  const PalRun *run = fact;
  GString *line = g_string_new (NULL);

  if (run->km >= 0)
    APPEND_NUMBER (line, _ ("%s km"), run->km);
  if (run->minutes >= 0)
    append_part (line, g_strdup_printf (_ ("%d min"), run->minutes));
  if (run->effort >= 0)
    APPEND_NUMBER (line, _ ("effort %s of 10"), run->effort);
  if (run->shoes != NULL)
    append_part (line, g_strdup (run->shoes));
  return g_string_free (line, FALSE);
}

static gpointer
build_run (const PalFieldValue *values)
{
  PalRun *run = g_new0 (PalRun, 1);

  run->date = values[0].date;
  run->km = values[1].number;
  run->minutes = (int) values[2].number;
  run->effort = values[3].number;
  run->shoes = g_strdup (values[4].text);
  return run;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PalRun *one = a, *other = b;

  return one->date > other->date ? -1 : one->date < other->date;
}

const PalFactKind *
pal_fact_runs (void)
{
  static const PalFactKind kind = {
    .id = "run",
    .add_title = N_ ("Add a Run"),
    .add_description = N_ ("Add run"),
    .remove_description = N_ ("Remove run"),
    .fields = { { .title = N_ ("Date"),
                  .type = PAL_FIELD_PAST_DATE,
                  .needed = TRUE,
                  .today = TRUE },
                { .title = N_ ("Distance, km"), .type = PAL_FIELD_NUMBER, .max = PAL_MAX_KM },
                { .title = N_ ("Minutes"), .type = PAL_FIELD_COUNT, .max = PAL_MAX_MINUTES },
                { .title = N_ ("Effort, 0 to 10"), .type = PAL_FIELD_NUMBER, .max = 10 },
                { .title = N_ ("Shoes"), .type = PAL_FIELD_TEXT } },
    .n_fields = 5,
    .get = get_runs,
    .dup_title = dup_run_title,
    .dup_details = dup_run_details,
    .build = build_run,
    .compare = compare_runs,
  };
  return &kind;
}

/* Shoes ------------------------------------------------------------------------------------------
 */

static GPtrArray *
get_shoes (const PalClient *client)
{
  return client->shoes;
}

static char *
dup_shoes_title (gconstpointer fact)
{
  return g_strdup (((const PalShoes *) fact)->model);
}

static char *
dup_shoes_details (gconstpointer fact)
{
  const PalShoes *shoes = fact;
  GString *line = g_string_new (NULL);

  if (shoes->since != PAL_NO_DATE)
    {
      g_autofree char *day = pal_date_format_display (shoes->since);

      /* Translators: %s is a day. */
      append_part (line, g_strdup_printf (_ ("since %s"), day));
    }
  if (shoes->km >= 0)
    APPEND_NUMBER (line, _ ("%s km"), shoes->km);
  return g_string_free (line, FALSE);
}

static gpointer
build_shoes (const PalFieldValue *values)
{
  PalShoes *shoes = g_new0 (PalShoes, 1);

  shoes->model = g_strdup (values[0].text);
  shoes->since = values[1].date;
  shoes->km = values[2].number;
  return shoes;
}

const PalFactKind *
pal_fact_shoes (void)
{
  static const PalFactKind kind = {
    .id = "shoes",
    .add_title = N_ ("Add Shoes"),
    .add_description = N_ ("Add shoes"),
    .remove_description = N_ ("Remove shoes"),
    .fields = { { .title = N_ ("Model"), .type = PAL_FIELD_TEXT, .needed = TRUE },
                { .title = N_ ("Since"), .type = PAL_FIELD_PAST_DATE },
                { .title = N_ ("Distance, km"), .type = PAL_FIELD_NUMBER, .max = 10000 } },
    .n_fields = 3,
    .get = get_shoes,
    .dup_title = dup_shoes_title,
    .dup_details = dup_shoes_details,
    .build = build_shoes,
  };
  return &kind;
}

/* Events -----------------------------------------------------------------------------------------
 */

static GPtrArray *
get_events (const PalClient *client)
{
  return client->events;
}

static char *
dup_event_title (gconstpointer fact)
{
  const PalEvent *event = fact;

  return g_strdup (event->name != NULL ? event->name : _ ("Event"));
}

static char *
dup_event_details (gconstpointer fact)
{
  const PalEvent *event = fact;
  const int days = event->date - pal_time_get_local_date (pal_time_now ());
  g_autofree char *day = pal_date_format_display (event->date);
  g_autofree char *left = NULL;

  if (days < 0)
    return g_steal_pointer (&day);
  if (days == 0)
    left = g_strdup (_ ("today"));
  else
    left = g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  /* Translators: a day and how far away it is: "10 May 2026 · in 19 days". */
  return g_strdup_printf (_ ("%1$s · %2$s"), day, left);
}

static gpointer
build_event (const PalFieldValue *values)
{
  PalEvent *event = g_new0 (PalEvent, 1);

  event->name = g_strdup (values[0].text);
  event->date = values[1].date;
  return event;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const PalEvent *one = a, *other = b;

  return one->date > other->date ? -1 : one->date < other->date;
}

const PalFactKind *
pal_fact_events (void)
{
  static const PalFactKind kind = {
    .id = "event",
    .add_title = N_ ("Add an Event"),
    .add_description = N_ ("Add event"),
    .remove_description = N_ ("Remove event"),
    .fields = { { .title = N_ ("Name"), .type = PAL_FIELD_TEXT, .needed = TRUE },
                { .title = N_ ("Date"), .type = PAL_FIELD_DATE, .needed = TRUE } },
    .n_fields = 2,
    .get = get_events,
    .dup_title = dup_event_title,
    .dup_details = dup_event_details,
    .build = build_event,
    .compare = compare_events,
  };
  return &kind;
}
