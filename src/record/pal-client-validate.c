/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Checking clients: every fact within its limits, every id known, with the path of what is wrong.
 */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-client.h"

#include "record/pal-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SESSIONS 100
#define MAX_LANGUAGE_CHARS 35

/* Text of spaces is no name. */
static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
check_needed_date (const char *key, PalDate date, GError **error)
{
  if (date == PAL_NO_DATE)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                            g_strdup (_ ("a date is needed here.")));

  return pal_check_date (key, date, error);
}

static gboolean
check_needed_text (const char *key, const char *text, glong max_chars, GError **error)
{
  if (is_blank (text))
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                            g_strdup (_ ("some text is needed here.")));

  return pal_check_text (key, text, max_chars, error);
}

static gboolean
check_alert (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalAlert *alert = element;

  if (alert->level != PAL_ALERT_CAUTION && alert->level != PAL_ALERT_STOP)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "level",
                            g_strdup (_ ("there is no such level of an alert.")));

  return check_needed_text ("text", alert->text, PAL_MAX_TEXT_CHARS, error);
}

static gboolean
check_event (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalEvent *event = element;

  return check_needed_date ("date", event->date, error) &&
         pal_check_text ("name", event->name, PAL_MAX_NAME_CHARS, error);
}

static gboolean
check_run (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalRun *run = element;

  return check_needed_date ("date", run->date, error) &&
         pal_check_double ("km", run->km, 0, PAL_MAX_KM, error) &&
         pal_check_int ("minutes", run->minutes, 0, PAL_MAX_TRAINING_MINUTES, error) &&
         pal_check_double ("effort", run->effort, 0, 10, error) &&
         pal_check_term (vocabulary, PAL_TERMS_TERRAIN, "terrain", run->terrain, error) &&
         pal_check_text ("shoes", run->shoes, PAL_MAX_NAME_CHARS, error);
}

static gboolean
check_training_week (gconstpointer element,
                     PalAtlas *atlas,
                     PalVocabulary *vocabulary,
                     GError **error)
{
  const PalTrainingWeek *week = element;

  if (!check_needed_date ("week", week->monday, error))
    return FALSE;
  if (!pal_date_is_monday (week->monday))
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "week",
                            g_strdup (_ ("a training week begins on a Monday.")));

  return pal_check_double ("km", week->km, 0, PAL_MAX_KM, error) &&
         pal_check_double ("longest_km", week->longest_km, 0, PAL_MAX_KM, error) &&
         pal_check_int ("minutes", week->minutes, 0, PAL_MAX_TRAINING_MINUTES, error) &&
         pal_check_int ("sessions", week->sessions, 0, MAX_SESSIONS, error) &&
         pal_check_double ("effort", week->effort, 0, 10, error) &&
         pal_check_terms (vocabulary, PAL_TERMS_TERRAIN, "terrain", week->terrain, error) &&
         pal_check_text ("shoes", week->shoes, PAL_MAX_NAME_CHARS, error);
}

static gboolean
check_shoes (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalShoes *shoes = element;

  return check_needed_text ("model", shoes->model, PAL_MAX_NAME_CHARS, error) &&
         pal_check_date ("since", shoes->since, error) &&
         pal_check_double ("km", shoes->km, 0, PAL_MAX_SHOES_KM, error);
}

static gboolean
check_baseline_word (gconstpointer element,
                     PalAtlas *atlas,
                     PalVocabulary *vocabulary,
                     GError **error)
{
  const PalBaselineWord *word = element;

  return pal_check_sided_region (atlas, word->region, word->side, error) &&
         pal_check_date ("since", word->since, error);
}

static gboolean
check_check_next (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalCheckNext *check = element;

  return pal_check_sided_region (atlas, check->region, check->side, error) &&
         pal_check_date ("since", check->since, error);
}

static gboolean
check_language (const char *language, GError **error)
{
  gsize length;

  if (language == NULL)
    return TRUE;

  length = strspn (language, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_@.");
  if (length == 0 || length > MAX_LANGUAGE_CHARS || language[length] != '\0')
    {
      g_autofree char *quoted = pal_record_quote (language);

      return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "language",
                              /* Translators: %s is what was found; leave de and pt_BR as is */
                              g_strdup_printf (_ ("“%s” is not the code of a language, such as "
                                                  "“de” or “pt_BR”."),
                                               quoted));
    }
  return TRUE;
}

static gboolean
check_names (const PalClient *self, GError **error)
{
  if (is_blank (self->given) && is_blank (self->family))
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "given",
                            g_strdup (_ ("a client needs a given name or a family name.")));

  return pal_check_text ("given", self->given, PAL_MAX_NAME_CHARS, error) &&
         pal_check_text ("family", self->family, PAL_MAX_NAME_CHARS, error);
}

static gboolean
check_facts (const PalClient *self, PalVocabulary *vocabulary, GError **error)
{
  if ((guint) self->figure >= PAL_FIGURE_N)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "figure",
                            g_strdup (_ ("there is no such figure.")));

  return pal_check_id ("id", self->id, error) && check_names (self, error) &&
         pal_check_date ("born", self->born, error) && check_language (self->language, error) &&
         pal_check_text ("phone", self->phone, PAL_MAX_NAME_CHARS, error) &&
         pal_check_text ("email", self->email, PAL_MAX_NAME_CHARS, error) &&
         pal_check_text ("sport", self->sport, PAL_MAX_NAME_CHARS, error) &&
         pal_check_term (vocabulary, PAL_TERMS_ACTIVITY_LEVEL, "level", self->level, error) &&
         pal_check_text ("squad", self->squad, PAL_MAX_NAME_CHARS, error) &&
         pal_check_text ("goal", self->goal, PAL_MAX_TEXT_CHARS, error) &&
         pal_check_text ("history", self->history, PAL_MAX_TEXT_CHARS, error) &&
         pal_check_text ("preferences", self->preferences, PAL_MAX_TEXT_CHARS, error) &&
         pal_check_summary_blocks ("summary_left_out", self->summary_left_out, error);
}

gboolean
pal_client_validate (const PalClient *self,
                     PalAtlas *atlas,
                     PalVocabulary *vocabulary,
                     GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check_facts (self, vocabulary, error) &&
         pal_check_list ("alerts", self->alerts, check_alert, atlas, vocabulary, error) &&
         pal_check_list ("events", self->events, check_event, atlas, vocabulary, error) &&
         pal_check_list ("runs", self->runs, check_run, atlas, vocabulary, error) &&
         pal_check_list ("training_weeks", self->training_weeks, check_training_week, atlas,
                         vocabulary, error) &&
         pal_check_list ("shoes", self->shoes, check_shoes, atlas, vocabulary, error) &&
         pal_check_list ("baseline", self->baseline, check_baseline_word, atlas, vocabulary,
                         error) &&
         pal_check_list ("check_next", self->check_next, check_check_next, atlas, vocabulary,
                         error);
}
