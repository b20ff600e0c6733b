/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of a brief in their order, and as text. Its page is in pal-brief-document.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-brief-private.h"
#include "report/pal-words.h"

/* A plan may be a book; the rest of it is in the visit record. */
#define MAX_PLAN_CHARS 420

static void
section_free (PalBriefSection *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
pal_brief_free (PalBrief *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->last, pal_visit_unref);
  g_clear_pointer (&self->client, pal_client_unref);
  g_free (self);
}

/* Sections
 * ----------------------------------------------------------------------------------------- */

static void
write_alerts (const PalBriefSource *source, GPtrArray *lines)
{
  const GPtrArray *alerts = source->file->client->alerts;

  for (guint level = 0; level < 2; level++)
    for (guint i = 0; i < alerts->len; i++)
      {
        const PalAlert *alert = alerts->pdata[i];
        gboolean stop = alert->level == PAL_ALERT_STOP;

        /* What forbids comes before what warns. */
        if (stop != (level == 0))
          continue;
        g_ptr_array_add (lines,
                         g_strdup_printf (C_ ("alert", "%1$s: %2$s"),
                                          stop ? C_ ("alert", "Stop") : C_ ("alert", "Caution"),
                                          alert->text));
      }
}

static PalDate
find_event (const PalClientFile *file, const PalVisit *last, PalDate today, const char **name)
{
  PalDate date = PAL_NO_DATE;

  *name = NULL;
  if (last != NULL && last->state.next_race != PAL_NO_DATE && last->state.next_race >= today)
    date = last->state.next_race;
  for (guint i = 0; i < file->client->events->len; i++)
    {
      const PalEvent *event = file->client->events->pdata[i];
      if (event->date == PAL_NO_DATE || event->date < today ||
          (date != PAL_NO_DATE && event->date > date))
        continue;
      date = event->date;
      *name = event->name;
    }
  return date;
}

static char *
create_event_line (const char *name, PalDate date, PalDate today)
{
  int days = date - today;
  g_autofree char *day = pal_date_format_display (date);

  if (days == 0)
    /* Translators: %s is a race. */
    return g_strdup_printf (_ ("%s is today."), name);
  /* Translators: %1$s is a race, %2$d a number of days, %3$s a date. */
  return g_strdup_printf (ngettext ("%1$s in %2$d day, on %3$s.", "%1$s in %2$d days, on %3$s.",
                                    (gulong) days),
                          name, days, day);
}

static void
write_event (const PalBriefSource *source, GPtrArray *lines)
{
  const char *goal = source->file->client->goal, *name;
  PalDate date = find_event (source->file, source->last, source->today, &name);

  if (date != PAL_NO_DATE)
    g_ptr_array_add (lines,
                     create_event_line (name != NULL ? name : _ ("Race"), date, source->today));
  if (goal != NULL && *goal != '\0')
    /* Translators: %s is what the client trains for, in their words. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("Goal: %s"), goal));
}

/* The first lines of a note, on one line. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);
  const char *end, *space;

  g_strdelimit (line, "\n\r\t", ' ');
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= MAX_PLAN_CHARS)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, MAX_PLAN_CHARS);
  space = g_strrstr_len (line, end - line, " ");
  return g_strdup_printf ("%.*s …", (int) ((space != NULL ? space : end) - line), line);
}

static void
write_preferences (const PalBriefSource *source, GPtrArray *lines)
{
  const char *words = source->file->client->preferences;
  g_autofree char *line = words != NULL ? shorten (words) : NULL;

  if (line != NULL && *line != '\0')
    g_ptr_array_add (lines, g_steal_pointer (&line));
}

static char *
create_when (const PalBriefSource *source)
{
  PalDate day = pal_time_get_local_date (source->last->at);
  int ago = source->today - day;
  g_autofree char *date = pal_date_format_display (day);
  g_autofree char *since = NULL;

  if (ago < 0)
    since = g_strdup (date);
  else if (ago == 0)
    /* Translators: %s is a date. */
    since = g_strdup_printf (_ ("%s, today"), date);
  else
    /* Translators: %1$s is a date, %2$d a number of days. */
    since = g_strdup_printf (ngettext ("%1$s, %2$d day ago", "%1$s, %2$d days ago", (gulong) ago),
                             date, ago);
  if (source->last->therapist == NULL)
    return g_steal_pointer (&since);
  /* Translators: %1$s is when the last visit was, %2$s who charted it. */
  return g_strdup_printf (_ ("%1$s, charted by %2$s."), since, source->last->therapist);
}

static void
add_line (GPtrArray *lines, const char *format, const char *text)
{
  g_autofree char *shown = text != NULL && *text != '\0' ? shorten (text) : NULL;

  if (shown != NULL)
    g_ptr_array_add (lines, g_strconcat (format, " ", shown, NULL));
}

static void
write_last (const PalBriefSource *source, GPtrArray *lines)
{
  const PalVisit *last = source->last;
  g_autofree char *next = NULL;

  if (last == NULL)
    {
      g_ptr_array_add (lines, g_strdup (_ ("No visits yet.")));
      return;
    }
  g_ptr_array_add (lines, create_when (source));
  add_line (lines, _ ("Came for:"), last->complaint_text);
  add_line (lines, _ ("Planned:"), last->notes[PAL_NOTE_PLAN]);
  add_line (lines, _ ("Asked to do:"), last->advice);
  next = pal_words_next_visit (last);
  add_line (lines, _ ("Next visit was to be"), next);
}

/* Making
 * ------------------------------------------------------------------------------------------- */

typedef void (*WriteSection) (const PalBriefSource *source, GPtrArray *lines);

static void
add_section (PalBrief *self,
             const PalBriefSource *source,
             const char *id,
             const char *heading,
             WriteSection write)
{
  PalBriefSection *section = g_new0 (PalBriefSection, 1);

  section->id = id;
  section->heading = heading;
  section->lines = g_ptr_array_new_with_free_func (g_free);
  write (source, section->lines);
  if (section->lines->len > 0)
    g_ptr_array_add (self->sections, section);
  else
    section_free (section);
}

PalBrief *
pal_brief_new (const PalClientFile *file,
               const PalInsights *insights,
               PalAtlas *atlas,
               PalVocabulary *vocabulary,
               PalDate today)
{
  guint n = file->visits->len;
  PalBriefSource source = { .file = file,
                            .insights = insights,
                            .atlas = atlas,
                            .vocabulary = vocabulary,
                            .last = n > 0 ? file->visits->pdata[n - 1] : NULL,
                            .before = n > 1 ? file->visits->pdata[n - 2] : NULL,
                            .today = today };
  PalBrief *self = g_new0 (PalBrief, 1);

  g_return_val_if_fail (file != NULL && insights != NULL, NULL);

  self->client = pal_client_ref (file->client);
  self->last = n > 0 ? pal_visit_ref (file->visits->pdata[n - 1]) : NULL;
  self->today = today;
  self->event_date = find_event (file, source.last, today, &self->event_name);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  add_section (self, &source, "alerts", _ ("Alerts"), write_alerts);
  add_section (self, &source, "event", _ ("Training for"), write_event);
  add_section (self, &source, "preferences", _ ("Preferences"), write_preferences);
  add_section (self, &source, "check", _ ("Check first"), pal_brief_write_check);
  add_section (self, &source, "last", _ ("Last time"), write_last);
  add_section (self, &source, "recurring", _ ("Keeps coming back"), pal_brief_write_recurring);
  add_section (self, &source, "changed", _ ("What changed"), pal_brief_write_changed);
  add_section (self, &source, "load", _ ("Training"), pal_brief_write_load);
  add_section (self, &source, "recovery", _ ("Sleep and rest"), pal_brief_write_recovery);
  add_section (self, &source, "patterns", _ ("Patterns and sides"), pal_brief_write_patterns);
  return self;
}

char *
pal_brief_to_text (const PalBrief *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = pal_client_dup_name (self->client);

  g_string_append_printf (text, "%s\n", name);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const PalBriefSection *section = self->sections->pdata[i];

      g_string_append_printf (text, "\n%s\n", section->heading);
      for (guint k = 0; k < section->lines->len; k++)
        g_string_append_printf (text, "  %s\n", (const char *) section->lines->pdata[k]);
    }
  return g_string_free (text, FALSE);
}
