/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs about single records: clients, visits, chart, compare. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl.h"

#include <glib/gi18n-lib.h>

#include "insight/pal-compare.h"
#include "record/pal-shorthand.h"

static void
json_time (PalJsonWriter *writer, const char *key, PalTime time)
{
  g_autofree char *text = time != PAL_NO_TIME ? pal_time_format (time) : NULL;
  pal_json_writer_text (writer, key, text);
}

static void
print_clients_json (GPtrArray *rows)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PalJsonWriter writer;
  pal_json_writer_init (&writer, out);
  pal_json_writer_begin_object (&writer, NULL, FALSE);
  pal_json_writer_begin_array (&writer, "clients", FALSE);
  for (guint i = 0; i < rows->len; i++)
    {
      const PalClientRow *row = g_ptr_array_index (rows, i);
      g_autofree char *born = row->born != PAL_NO_DATE ? pal_date_format (row->born) : NULL;
      pal_json_writer_begin_object (&writer, NULL, TRUE);
      pal_json_writer_text (&writer, "id", row->id);
      pal_json_writer_text (&writer, "given", row->given);
      pal_json_writer_text (&writer, "family", row->family);
      pal_json_writer_text (&writer, "born", born);
      pal_json_writer_text (&writer, "figure", pal_figure_to_id (row->figure));
      pal_json_writer_count (&writer, "visits", row->n_visits);
      pal_json_writer_count (&writer, "unsigned", row->n_unsigned);
      json_time (&writer, "last_visit", row->last_visit_at);
      pal_json_writer_end (&writer);
    }
  pal_json_writer_end (&writer);
  pal_json_writer_end (&writer);
  ctl_print (out);
}

int
ctl_clients (Ctl *self, char **argv)
{
  int status;
  if (!ctl_parse (self, argv, "", NULL, 0, 0, &status))
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  if (ctl_open (self, PAL_STORE_OPEN_READ_ONLY, &error))
    rows = pal_store_list_clients (self->store, &error);
  if (rows == NULL)
    return ctl_refuse (error);
  if (self->json)
    {
      print_clients_json (rows);
      return CTL_OK;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const PalClientRow *row = g_ptr_array_index (rows, i);
      g_print ("%s  %s %s  %u\n", row->id, row->given != NULL ? row->given : "",
               row->family != NULL ? row->family : "", row->n_visits);
    }
  return CTL_OK;
}

static void
json_mark (PalJsonWriter *writer, const PalMark *mark)
{
  pal_json_writer_begin_object (writer, NULL, TRUE);
  pal_json_writer_text (writer, "region", mark->region);
  ctl_json_side (writer, mark->side);
  pal_json_writer_text (writer, "kind", mark->kind);
  if (mark->before != PAL_UNSET)
    pal_json_writer_count (writer, "before", mark->before);
  if (mark->after != PAL_UNSET)
    pal_json_writer_count (writer, "after", mark->after);
  if (mark->techniques != NULL)
    pal_json_writer_words (writer, "techniques", mark->techniques);
  if (mark->minutes != PAL_UNSET)
    pal_json_writer_count (writer, "minutes", mark->minutes);
  if (mark->source == PAL_SOURCE_CLIENT)
    pal_json_writer_text (writer, "source", pal_source_to_id (mark->source));
  if (mark->carried)
    pal_json_writer_flag (writer, "carried", TRUE);
  if (mark->note != NULL)
    pal_json_writer_text (writer, "note", mark->note);
  pal_json_writer_end (writer);
}

static void
json_visit (PalJsonWriter *writer, const PalVisit *visit)
{
  pal_json_writer_begin_object (writer, NULL, FALSE);
  pal_json_writer_text (writer, "id", visit->id);
  json_time (writer, "at", visit->at);
  pal_json_writer_text (writer, "therapist", visit->therapist);
  pal_json_writer_flag (writer, "signed", visit->is_signed);
  if (visit->examined != NULL)
    pal_json_writer_words (writer, "examined", visit->examined);
  pal_json_writer_begin_object (writer, "notes", FALSE);
  for (int i = 0; i < PAL_NOTE_N; i++)
    {
      if (visit->notes[i] != NULL)
        pal_json_writer_text (writer, pal_note_section_to_id (i), visit->notes[i]);
    }
  pal_json_writer_end (writer);
  pal_json_writer_begin_array (writer, "marks", FALSE);
  for (guint i = 0; i < visit->marks->len; i++)
    json_mark (writer, g_ptr_array_index (visit->marks, i));
  pal_json_writer_end (writer);
  pal_json_writer_end (writer);
}

static void
print_visits_json (GPtrArray *visits)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PalJsonWriter writer;
  pal_json_writer_init (&writer, out);
  pal_json_writer_begin_object (&writer, NULL, FALSE);
  pal_json_writer_begin_array (&writer, "visits", FALSE);
  for (guint i = 0; i < visits->len; i++)
    json_visit (&writer, g_ptr_array_index (visits, i));
  pal_json_writer_end (&writer);
  pal_json_writer_end (&writer);
  ctl_print (out);
}

int
ctl_visits (Ctl *self, char **argv)
{
  int status;
  if (!ctl_parse (self, argv, "CLIENT", NULL, 1, 1, &status))
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalClientFile) file = NULL;
  if (ctl_open (self, PAL_STORE_OPEN_READ_ONLY, &error))
    file = ctl_load_client (self, self->arguments[0], &error);
  if (file == NULL)
    return ctl_refuse (error);
  if (self->json)
    {
      print_visits_json (file->visits);
      return CTL_OK;
    }
  for (guint i = 0; i < file->visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (file->visits, i);
      g_autofree char *at = pal_time_format (visit->at);
      g_print ("%s  %s  %s\n", visit->id, at, visit->is_signed ? _ ("signed") : _ ("draft"));
      for (guint j = 0; j < visit->marks->len; j++)
        {
          g_autofree char *line = pal_mark_dup_line (g_ptr_array_index (visit->marks, j),
                                                     self->atlas, self->vocabulary);
          g_print ("  %s\n", line);
        }
    }
  return CTL_OK;
}

/* Charting ---------------------------------------------------------------------------------------
 */

static PalVisit *
make_visit (Ctl *self, const char *client, const char *at, GError **error)
{
  PalTime time = pal_time_now ();
  if (at != NULL && (!pal_time_parse (at, &time) || !pal_time_is_sane (time)))
    {
      g_set_error (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE,
                   _ ("“%s” is no moment such as 2026-03-01T10:00:00Z."), at);
      return NULL;
    }
  PalVisit *visit = pal_visit_new (client, time);
  pal_visit_set_text (&visit->therapist, pal_store_get_actor (self->store));
  return visit;
}

/* A typed 0 says: looked at, and clear. */
static void
put_marks (Ctl *self, PalVisit *visit, GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (marks, i);
      const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
      if (mark->before == 0)
        pal_visit_set_examined (visit, self->atlas,
                                pal_atlas_get_group (self->atlas, region->group)->id, TRUE);
      else
        pal_visit_put_mark (visit, self->atlas, pal_mark_copy (mark));
    }
}

static int
chart (Ctl *self, const char *at, GError **error)
{
  g_auto (GStrv) notes = NULL;
  g_autoptr (GPtrArray) marks =
      pal_shorthand_read (self->arguments[1], self->atlas, self->vocabulary, &notes, error);
  if (marks == NULL || !ctl_open (self, PAL_STORE_OPEN_DEFAULT, error))
    return CTL_REFUSED;
  g_autofree char *client = ctl_find_client (self, self->arguments[0], error);
  if (client == NULL)
    return CTL_REFUSED;
  g_autoptr (PalVisit) visit = make_visit (self, client, at, error);
  if (visit == NULL)
    return CTL_REFUSED;
  put_marks (self, visit, marks);
  if (!pal_visit_validate (visit, self->atlas, self->vocabulary, error))
    return CTL_REFUSED;
  g_autoptr (PalChange) change = pal_change_new_visit (NULL, visit, _ ("Chart a visit"), NULL);
  if (!pal_store_apply (self->store, change, error))
    return CTL_REFUSED;
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    g_printerr ("palpatectl: %s\n", notes[i]);
  g_print ("%s\n", visit->id);
  return CTL_OK;
}

int
ctl_chart (Ctl *self, char **argv)
{
  g_autofree char *at = NULL;
  const GOptionEntry entries[] = { { "at", 0, 0, G_OPTION_ARG_STRING, &at,
                                     N_ ("When the visit began"), N_ ("TIME") },
                                   G_OPTION_ENTRY_NULL };
  int status;
  if (!ctl_parse (self, argv, "CLIENT SHORTHAND", entries, 2, 2, &status))
    return status;
  g_autoptr (GError) error = NULL;
  status = chart (self, at, &error);
  return error != NULL ? ctl_refuse (error) : status;
}

/* Comparing --------------------------------------------------------------------------------------
 */

static void
print_comparison_json (const PalComparison *comparison)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PalJsonWriter writer;
  pal_json_writer_init (&writer, out);
  pal_json_writer_begin_object (&writer, NULL, FALSE);
  pal_json_writer_begin_array (&writer, "changes", FALSE);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = g_ptr_array_index (comparison->rows, i);
      pal_json_writer_begin_object (&writer, NULL, TRUE);
      pal_json_writer_text (&writer, "region", row->region->id);
      ctl_json_side (&writer, row->side);
      pal_json_writer_text (&writer, "kind", row->kind);
      pal_json_writer_count (&writer, "from", row->from);
      pal_json_writer_count (&writer, "to", row->to);
      pal_json_writer_text (&writer, "change", pal_change_word_to_id (row->change));
      pal_json_writer_end (&writer);
    }
  pal_json_writer_end (&writer);
  pal_json_writer_words (&writer, "not_compared", comparison->not_compared);
  pal_json_writer_rounded (&writer, "similarity", comparison->similarity);
  pal_json_writer_end (&writer);
  ctl_print (out);
}

static void
print_comparison (Ctl *self, const PalComparison *comparison)
{
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = g_ptr_array_index (comparison->rows, i);
      const PalTerm *kind = pal_vocabulary_find (self->vocabulary, PAL_TERMS_KIND, row->kind);
      g_autofree char *label = pal_region_dup_label (row->region, row->side);
      g_print ("%s  %s, %s: %d → %d\n", pal_change_word_get_name (row->change), label,
               kind != NULL ? pal_term_get_name (kind) : row->kind, row->from, row->to);
    }
  for (guint i = 0; comparison->not_compared[i] != NULL; i++)
    g_print (_ ("not compared: %s\n"),
             pal_group_get_name (pal_atlas_find_group (self->atlas, comparison->not_compared[i])));
}

int
ctl_compare (Ctl *self, char **argv)
{
  int status;
  if (!ctl_parse (self, argv, "VISIT VISIT", NULL, 2, 2, &status))
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVisit) from = NULL;
  g_autoptr (PalVisit) to = NULL;
  if (ctl_open (self, PAL_STORE_OPEN_READ_ONLY, &error))
    from = pal_store_get_visit (self->store, self->arguments[0], &error);
  if (from != NULL)
    to = pal_store_get_visit (self->store, self->arguments[1], &error);
  if (to == NULL)
    return ctl_refuse (error);
  if (!g_str_equal (from->client, to->client))
    {
      g_printerr ("%s\n", _ ("palpatectl: the two visits are of different clients; everyone is "
                             "only compared with themselves."));
      return CTL_REFUSED;
    }
  g_autoptr (PalComparison) comparison =
      pal_compare_visits (from, to, self->atlas, self->vocabulary);
  if (self->json)
    print_comparison_json (comparison);
  else
    print_comparison (self, comparison);
  return CTL_OK;
}
