/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clients as values: making, copying, comparing and freeing them and their parts. Checking is in
 * pal-client-validate.c. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-client.h"

#include "record/pal-record-private.h"
#include "record/pal-visit.h"

#include <glib/gi18n-lib.h>

/* Parts --------------------------------------------------------------------------------------- */

void
pal_alert_free (PalAlert *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

static gpointer
copy_alert (gconstpointer source, gpointer data)
{
  const PalAlert *alert = source;
  PalAlert *copy = g_memdup2 (alert, sizeof *alert);

  copy->text = g_strdup (alert->text);
  return copy;
}

static gboolean
is_same_alert (gconstpointer first, gconstpointer second)
{
  const PalAlert *a = first, *b = second;

  return a->level == b->level && g_strcmp0 (a->text, b->text) == 0;
}

void
pal_run_free (PalRun *self)
{
  if (self == NULL)
    return;

  g_free (self->terrain);
  g_free (self->shoes);
  g_free (self);
}

static gpointer
copy_run (gconstpointer source, gpointer data)
{
  const PalRun *run = source;
  PalRun *copy = g_memdup2 (run, sizeof *run);

  copy->terrain = g_strdup (run->terrain);
  copy->shoes = g_strdup (run->shoes);
  return copy;
}

static gboolean
is_same_run (gconstpointer first, gconstpointer second)
{
  const PalRun *a = first, *b = second;

  return a->date == b->date && a->km == b->km && a->minutes == b->minutes &&
         a->effort == b->effort && g_strcmp0 (a->terrain, b->terrain) == 0 &&
         g_strcmp0 (a->shoes, b->shoes) == 0;
}

void
pal_training_week_free (PalTrainingWeek *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->terrain);
  g_free (self->shoes);
  g_free (self);
}

static gpointer
copy_training_week (gconstpointer source, gpointer data)
{
  const PalTrainingWeek *week = source;
  PalTrainingWeek *copy = g_memdup2 (week, sizeof *week);

  copy->terrain = g_strdupv (week->terrain);
  copy->shoes = g_strdup (week->shoes);
  return copy;
}

static gboolean
is_same_training_week (gconstpointer first, gconstpointer second)
{
  const PalTrainingWeek *a = first, *b = second;

  return a->monday == b->monday && a->km == b->km && a->longest_km == b->longest_km &&
         a->minutes == b->minutes && a->sessions == b->sessions && a->effort == b->effort &&
         pal_strv_equal0 (a->terrain, b->terrain) && g_strcmp0 (a->shoes, b->shoes) == 0;
}

void
pal_shoes_free (PalShoes *self)
{
  if (self == NULL)
    return;

  g_free (self->model);
  g_free (self);
}

static gpointer
copy_shoes (gconstpointer source, gpointer data)
{
  const PalShoes *shoes = source;
  PalShoes *copy = g_memdup2 (shoes, sizeof *shoes);

  copy->model = g_strdup (shoes->model);
  return copy;
}

static gboolean
is_same_shoes (gconstpointer first, gconstpointer second)
{
  const PalShoes *a = first, *b = second;

  return a->since == b->since && a->km == b->km && g_strcmp0 (a->model, b->model) == 0;
}

void
pal_event_free (PalEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

static gpointer
copy_event (gconstpointer source, gpointer data)
{
  const PalEvent *event = source;
  PalEvent *copy = g_memdup2 (event, sizeof *event);

  copy->name = g_strdup (event->name);
  return copy;
}

static gboolean
is_same_event (gconstpointer first, gconstpointer second)
{
  const PalEvent *a = first, *b = second;

  return a->date == b->date && g_strcmp0 (a->name, b->name) == 0;
}

void
pal_baseline_word_free (PalBaselineWord *self)
{
  if (self == NULL)
    return;

  g_free (self->region);
  g_free (self);
}

static gpointer
copy_baseline_word (gconstpointer source, gpointer data)
{
  const PalBaselineWord *word = source;
  PalBaselineWord *copy = g_memdup2 (word, sizeof *word);

  copy->region = g_strdup (word->region);
  return copy;
}

static gboolean
is_same_baseline_word (gconstpointer first, gconstpointer second)
{
  const PalBaselineWord *a = first, *b = second;

  return a->side == b->side && !a->confirmed == !b->confirmed && a->since == b->since &&
         g_strcmp0 (a->region, b->region) == 0;
}

void
pal_check_next_free (PalCheckNext *self)
{
  if (self == NULL)
    return;

  g_free (self->region);
  g_free (self);
}

static gpointer
copy_check_next (gconstpointer source, gpointer data)
{
  const PalCheckNext *check = source;
  PalCheckNext *copy = g_memdup2 (check, sizeof *check);

  copy->region = g_strdup (check->region);
  return copy;
}

static gboolean
is_same_check_next (gconstpointer first, gconstpointer second)
{
  const PalCheckNext *a = first, *b = second;

  return a->side == b->side && a->since == b->since && g_strcmp0 (a->region, b->region) == 0;
}

/* The client ---------------------------------------------------------------------------------- */

PalClient *
pal_client_new (const char *given, const char *family)
{
  PalClient *self = g_new0 (PalClient, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = pal_uuid_new ();
  self->given = g_strdup (given);
  self->family = g_strdup (family);
  self->born = PAL_NO_DATE;
  self->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_alert_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_event_free);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_run_free);
  self->training_weeks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_training_week_free);
  self->shoes = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_shoes_free);
  self->baseline = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_baseline_word_free);
  self->check_next = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_check_next_free);
  return self;
}

PalClient *
pal_client_ref (PalClient *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
pal_client_unref (PalClient *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->given);
  g_free (self->family);
  g_free (self->language);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->sport);
  g_free (self->level);
  g_free (self->squad);
  g_free (self->goal);
  g_free (self->history);
  g_free (self->preferences);
  g_strfreev (self->summary_left_out);
  g_ptr_array_unref (self->alerts);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->runs);
  g_ptr_array_unref (self->training_weeks);
  g_ptr_array_unref (self->shoes);
  g_ptr_array_unref (self->baseline);
  g_ptr_array_unref (self->check_next);
  g_free (self);
}

static void
copy_lists (PalClient *copy, const PalClient *self)
{
  copy->alerts = pal_record_list_copy (self->alerts, copy_alert, (GDestroyNotify) pal_alert_free);
  copy->events = pal_record_list_copy (self->events, copy_event, (GDestroyNotify) pal_event_free);
  copy->runs = pal_record_list_copy (self->runs, copy_run, (GDestroyNotify) pal_run_free);
  copy->training_weeks = pal_record_list_copy (self->training_weeks, copy_training_week,
                                               (GDestroyNotify) pal_training_week_free);
  copy->shoes = pal_record_list_copy (self->shoes, copy_shoes, (GDestroyNotify) pal_shoes_free);
  copy->baseline = pal_record_list_copy (self->baseline, copy_baseline_word,
                                         (GDestroyNotify) pal_baseline_word_free);
  copy->check_next = pal_record_list_copy (self->check_next, copy_check_next,
                                           (GDestroyNotify) pal_check_next_free);
}

PalClient *
pal_client_copy (const PalClient *self)
{
  PalClient *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (self->id);
  copy->given = g_strdup (self->given);
  copy->family = g_strdup (self->family);
  copy->language = g_strdup (self->language);
  copy->phone = g_strdup (self->phone);
  copy->email = g_strdup (self->email);
  copy->sport = g_strdup (self->sport);
  copy->level = g_strdup (self->level);
  copy->squad = g_strdup (self->squad);
  copy->goal = g_strdup (self->goal);
  copy->history = g_strdup (self->history);
  copy->preferences = g_strdup (self->preferences);
  copy->summary_left_out = g_strdupv (self->summary_left_out);
  copy_lists (copy, self);
  return copy;
}

static gboolean
has_same_texts (const PalClient *a, const PalClient *b)
{
  return g_strcmp0 (a->given, b->given) == 0 && g_strcmp0 (a->family, b->family) == 0 &&
         g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->phone, b->phone) == 0 &&
         g_strcmp0 (a->email, b->email) == 0 && g_strcmp0 (a->sport, b->sport) == 0 &&
         g_strcmp0 (a->level, b->level) == 0 && g_strcmp0 (a->squad, b->squad) == 0 &&
         g_strcmp0 (a->goal, b->goal) == 0 && g_strcmp0 (a->history, b->history) == 0 &&
         g_strcmp0 (a->preferences, b->preferences) == 0 &&
         pal_strv_equal0 (a->summary_left_out, b->summary_left_out);
}

gboolean
pal_client_equal (const PalClient *a, const PalClient *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->id, b->id) == 0 && a->born == b->born && a->figure == b->figure &&
         has_same_texts (a, b) && pal_record_list_equal (a->alerts, b->alerts, is_same_alert) &&
         pal_record_list_equal (a->events, b->events, is_same_event) &&
         pal_record_list_equal (a->runs, b->runs, is_same_run) &&
         pal_record_list_equal (a->training_weeks, b->training_weeks, is_same_training_week) &&
         pal_record_list_equal (a->shoes, b->shoes, is_same_shoes) &&
         pal_record_list_equal (a->baseline, b->baseline, is_same_baseline_word) &&
         pal_record_list_equal (a->check_next, b->check_next, is_same_check_next);
}

char *
pal_client_dup_name (const PalClient *self)
{
  gboolean has_given, has_family;

  g_return_val_if_fail (self != NULL, NULL);

  has_given = self->given != NULL && *self->given != '\0';
  has_family = self->family != NULL && *self->family != '\0';
  if (has_given && has_family)
    /* Translators: a person's full name. 1: given name, 2: family name. Change the order with the
     * numbers: "%2$s %1$s". */
    return g_strdup_printf (C_ ("full name", "%1$s %2$s"), self->given, self->family);

  return g_strdup (has_given ? self->given : has_family ? self->family : "");
}

int
pal_client_get_age (const PalClient *self, PalDate today)
{
  int year, month, day, born_year, born_month, born_day;

  g_return_val_if_fail (self != NULL, PAL_UNSET);

  if (self->born == PAL_NO_DATE || today == PAL_NO_DATE || today < self->born)
    return PAL_UNSET;

  pal_date_get_ymd (today, &year, &month, &day);
  pal_date_get_ymd (self->born, &born_year, &born_month, &born_day);
  if (month < born_month || (month == born_month && day < born_day))
    year--;
  return year - born_year;
}

const char *
pal_alert_level_to_id (PalAlertLevel level)
{
  switch (level)
    {
    case PAL_ALERT_CAUTION:
      return "caution";
    case PAL_ALERT_STOP:
      return "stop";
    }
  g_return_val_if_reached (NULL);
}

gboolean
pal_alert_level_from_id (const char *id, PalAlertLevel *level)
{
  if (g_strcmp0 (id, "caution") == 0)
    *level = PAL_ALERT_CAUTION;
  else if (g_strcmp0 (id, "stop") == 0)
    *level = PAL_ALERT_STOP;
  else
    return FALSE;
  return TRUE;
}

PalClientFile *
pal_client_file_new (PalClient *client)
{
  PalClientFile *self;

  g_return_val_if_fail (client != NULL, NULL);

  self = g_new0 (PalClientFile, 1);
  self->client = pal_client_ref (client);
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  return self;
}

void
pal_client_file_free (PalClientFile *self)
{
  if (self == NULL)
    return;

  pal_client_unref (self->client);
  g_ptr_array_unref (self->visits);
  g_free (self);
}
