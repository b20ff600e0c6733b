/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing `palpate-practice` by the tables of pal-practice-fields.h. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-exchange.h"
#include "exchange/pal-json-writer.h"
#include "exchange/pal-practice-fields.h"
#include "exchange/pal-practice-json.h"

/* Where a record goes: @visits only within a file, @null_sides only outside of one. */
typedef struct
{
  PalJsonWriter *json;
  const GPtrArray *visits;
  gboolean null_sides;
} Out;

static void write_record (const Out *out,
                          const char *key,
                          const PalFieldSet *set,
                          gconstpointer record);

static void
write_list (const Out *out, const PalField *field, const GPtrArray *list)
{
  pal_json_writer_begin_array (out->json, field->key, FALSE);
  for (guint i = 0; list != NULL && i < list->len; i++)
    write_record (out, NULL, field->set, g_ptr_array_index (list, i));
  pal_json_writer_end (out->json);
}

static void
write_values (const Out *out, const PalField *field, const GArray *values)
{
  pal_json_writer_begin_array (out->json, field->key, TRUE);
  for (guint i = 0; values != NULL && i < values->len; i++)
    write_record (out, NULL, field->set, values->data + i * field->set->size);
  pal_json_writer_end (out->json);
}

static void
write_stroke (const Out *out, const char *key, const GArray *points)
{
  pal_json_writer_begin_array (out->json, key, TRUE);
  for (guint i = 0; points != NULL && i + 2 < points->len; i += 3)
    {
      pal_json_writer_begin_array (out->json, NULL, TRUE);
      for (guint k = 0; k < 3; k++)
        pal_json_writer_decimal (out->json, NULL, g_array_index (points, double, i + k));
      pal_json_writer_end (out->json);
    }
  pal_json_writer_end (out->json);
}

static void
write_day (const Out *out, const PalField *field, gconstpointer record)
{
  PalDate date = PAL_FIELD_AT (PalDate, record, field);
  g_autofree char *text =
      field->type == PAL_FIELD_WEEK ? pal_week_format (date) : pal_date_format (date);

  pal_json_writer_text (out->json, field->key, text);
}

static void
write_time (const Out *out, const PalField *field, gconstpointer record)
{
  g_autofree char *text = pal_time_format (PAL_FIELD_AT (PalTime, record, field));

  pal_json_writer_text (out->json, field->key, text);
}

static void
write_text (const Out *out, const PalField *field, gconstpointer record)
{
  const char *text = PAL_FIELD_AT (char *, record, field);

  pal_json_writer_text (out->json, field->key, text != NULL ? text : "");
}

static void
write_choice (const Out *out, const PalField *field, gconstpointer record)
{
  pal_json_writer_text (out->json, field->key,
                        field->choice->to_id (PAL_FIELD_AT (int, record, field)));
}

static void
write_field (const Out *out, const PalField *field, gconstpointer record)
{
  switch (field->type)
    {
    case PAL_FIELD_TEXT:
    case PAL_FIELD_ID:
      write_text (out, field, record);
      break;
    case PAL_FIELD_WORDS:
    case PAL_FIELD_GROUPS:
      pal_json_writer_words (out->json, field->key, PAL_FIELD_AT (char **, record, field));
      break;
    case PAL_FIELD_COUNT:
      pal_json_writer_count (out->json, field->key, PAL_FIELD_AT (int, record, field));
      break;
    case PAL_FIELD_NUMBER:
      pal_json_writer_number (out->json, field->key, PAL_FIELD_AT (double, record, field));
      break;
    case PAL_FIELD_DECIMAL:
      pal_json_writer_decimal (out->json, field->key, PAL_FIELD_AT (double, record, field));
      break;
    case PAL_FIELD_FLAG:
      pal_json_writer_flag (out->json, field->key, PAL_FIELD_AT (gboolean, record, field));
      break;
    case PAL_FIELD_DATE:
    case PAL_FIELD_WEEK:
      write_day (out, field, record);
      break;
    case PAL_FIELD_TIME:
      write_time (out, field, record);
      break;
    case PAL_FIELD_CHOICE:
      write_choice (out, field, record);
      break;
    case PAL_FIELD_RECORD:
      write_record (out, field->key, field->set, record);
      break;
    case PAL_FIELD_LIST:
      write_list (out, field, PAL_FIELD_AT (GPtrArray *, record, field));
      break;
    case PAL_FIELD_VALUES:
      write_values (out, field, PAL_FIELD_AT (GArray *, record, field));
      break;
    case PAL_FIELD_STROKE:
      write_stroke (out, field->key, PAL_FIELD_AT (GArray *, record, field));
      break;
    case PAL_FIELD_VISITS:
      if (out->visits != NULL)
        write_list (out, field, out->visits);
      break;
    }
}

static void
write_record (const Out *out, const char *key, const PalFieldSet *set, gconstpointer record)
{
  pal_json_writer_begin_object (out->json, key, set->on_one_line);
  for (guint i = 0; i < set->n_fields; i++)
    {
      const PalField *field = &set->fields[i];

      if (pal_field_is_present (field, record))
        write_field (out, field, record);
      else if (out->null_sides && field->choice != NULL && field->choice->nullable)
        pal_json_writer_null (out->json, field->key);
    }
  pal_json_writer_end (out->json);
}

void
pal_practice_json_visit (PalJsonWriter *writer, const char *key, const PalVisit *visit)
{
  const Out out = { .json = writer, .null_sides = TRUE };

  g_return_if_fail (writer != NULL);
  g_return_if_fail (visit != NULL);

  write_record (&out, key, &pal_visit_fields, visit);
}

void
pal_practice_json_client (PalJsonWriter *writer, const char *key, const PalClient *client)
{
  const Out out = { .json = writer, .null_sides = TRUE };

  g_return_if_fail (writer != NULL);
  g_return_if_fail (client != NULL);

  write_record (&out, key, &pal_client_fields, client);
}

/* Files -------------------------------------------------------------------------------------- */

struct _PalPracticeWriter
{
  GOutputStream *stream;
  GString *text;
  PalJsonWriter json;
  gboolean in_clients;
};

static gboolean
flush (PalPracticeWriter *self, GError **error)
{
  gboolean ok =
      g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, error);

  g_string_truncate (self->text, 0);
  return ok;
}

PalPracticeWriter *
pal_practice_writer_new (GOutputStream *stream, GError **error)
{
  g_autoptr (PalPracticeWriter) self = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (PalPracticeWriter, 1);
  self->stream = g_object_ref (stream);
  self->text = g_string_new (NULL);
  pal_json_writer_init (&self->json, self->text);
  pal_json_writer_begin_object (&self->json, NULL, FALSE);
  pal_json_writer_text (&self->json, "format", PAL_PRACTICE_FORMAT);
  pal_json_writer_count (&self->json, "version", PAL_PRACTICE_VERSION);
  if (!flush (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
begin_clients (PalPracticeWriter *self)
{
  if (!self->in_clients)
    pal_json_writer_begin_array (&self->json, "clients", FALSE);
  self->in_clients = TRUE;
}

static void
write_term (PalPracticeWriter *self, PalTermList list, const PalTerm *term)
{
  pal_json_writer_begin_object (&self->json, NULL, TRUE);
  pal_json_writer_text (&self->json, "list", pal_term_list_to_id (list));
  pal_json_writer_text (&self->json, "id", term->id);
  pal_json_writer_text (&self->json, "name", term->name);
  if (term->own && term->has_severity)
    pal_json_writer_flag (&self->json, "has_severity", TRUE);
  if (term->retired)
    pal_json_writer_flag (&self->json, "retired", TRUE);
  if (term->replaces != NULL)
    pal_json_writer_text (&self->json, "replaces", term->replaces);
  pal_json_writer_end (&self->json);
}

gboolean
pal_practice_writer_add_settings (PalPracticeWriter *self,
                                  const PalPracticeSettings *settings,
                                  GError **error)
{
  Out out = { 0 };

  g_return_val_if_fail (self != NULL && !self->in_clients, FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);

  out.json = &self->json;
  if (!pal_practice_settings_is_empty (settings))
    write_record (&out, "practice", &pal_settings_fields, settings);
  return flush (self, error);
}

gboolean
pal_practice_writer_add_terms (PalPracticeWriter *self, PalVocabulary *vocabulary, GError **error)
{
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL && !self->in_clients, FALSE);
  g_return_val_if_fail (vocabulary != NULL, FALSE);

  for (PalTermList list = PAL_TERMS_KIND; list < PAL_TERMS_N; list++)
    for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, list); i++)
      {
        const PalTerm *term = pal_vocabulary_get (vocabulary, list, i);

        if (!term->own && !term->retired)
          continue;
        if (!any)
          pal_json_writer_begin_array (&self->json, "terms", FALSE);
        any = TRUE;
        write_term (self, list, term);
      }
  if (any)
    pal_json_writer_end (&self->json);
  return flush (self, error);
}

gboolean
pal_practice_writer_add (PalPracticeWriter *self, const PalClientFile *file, GError **error)
{
  Out out = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (file != NULL, FALSE);

  begin_clients (self);
  out.json = &self->json;
  out.visits = file->visits;
  write_record (&out, NULL, &pal_client_fields, file->client);
  return flush (self, error);
}

gboolean
pal_practice_writer_finish (PalPracticeWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  begin_clients (self);
  pal_json_writer_end (&self->json);
  pal_json_writer_end (&self->json);
  g_string_append_c (self->text, '\n');
  return flush (self, error);
}

void
pal_practice_writer_free (PalPracticeWriter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self);
}
