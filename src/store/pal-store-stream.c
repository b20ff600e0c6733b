/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole practice read once from end to end for statistics. One statement a table, each in the
 * order of clients and visits, walked side by side like the tapes of old: nothing is looked up and
 * never more than one client is held. Marks come with the visits, as digests; only a visit that has
 * none is asked for its own. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-mark-digest.h"
#include "store/pal-record-rows.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"

/* The parts of visits, with the keys of client and visit before them. */
#define OF_VISITS(table, columns)                                                                  \
  "select owner, visit_key, " columns " from (select client as owner, key as visit_key, "          \
  "at as visit_at from visits) cross join " table " on visit = visit_key "                         \
  "order by owner, visit_at, visit_key, position"

#define ALL_VISITS                                                                                 \
  "select client, key, id, at, therapist, is_signed, complaint, examined, terrain, shoes, "        \
  "next_race, numbers from visits left join mark_digests on visit = key order by client, at, key"
#define DIGEST_COLUMN 11

#define MARKS_OF_VISIT                                                                             \
  "select region, kind, side, severity_before, severity_after, source, carried from marks "        \
  "where visit = ?1 order by position"

/* A statement, and the client its present row belongs to; at its end that of nobody. */
typedef struct
{
  PalStatement *statement;
  gint64 owner;
} Tape;

#define NOBODY G_MAXINT64
#define MAX_PARTS 16

typedef struct
{
  PalDatabase *database;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalMarkWords *words;
  GArray *visit_keys;
  GPtrArray *spare; /* visits of the client before, to be used again */
  Tape clients, visits, complaints;
  const PalPart *parts;
  guint n_parts;
  Tape of_parts[MAX_PARTS];
} Stream;

static void
clear_stream (Stream *self)
{
  Tape *const tapes[] = { &self->clients, &self->visits, &self->complaints };

  for (guint i = 0; i < G_N_ELEMENTS (tapes); i++)
    g_clear_pointer (&tapes[i]->statement, pal_statement_release);
  for (guint i = 0; i < self->n_parts; i++)
    g_clear_pointer (&self->of_parts[i].statement, pal_statement_release);
  g_clear_pointer (&self->words, pal_mark_words_free);
  g_array_unref (self->visit_keys);
  g_ptr_array_unref (self->spare);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stream, clear_stream)

static gboolean
wind (Stream *self, Tape *tape, GError **error)
{
  gboolean row = FALSE;

  if (!pal_database_step (self->database, tape->statement, &row, error))
    return FALSE;
  tape->owner = row ? sqlite3_column_int64 (tape->statement, 0) : NOBODY;
  return TRUE;
}

static gboolean
put_in (Stream *self, Tape *tape, const char *sql, GError **error)
{
  tape->statement = pal_database_query (self->database, error, sql, "");
  return tape->statement != NULL && wind (self, tape, error);
}

static gboolean
start (Stream *self, GError **error)
{
  self->words = pal_mark_words_new (self->database, self->atlas, self->vocabulary, error);
  if (self->words == NULL)
    return FALSE;
  self->parts = pal_client_get_parts (&self->n_parts);
  g_assert (self->n_parts <= MAX_PARTS);
  for (guint i = 0; i < self->n_parts; i++)
    if (!put_in (self, &self->of_parts[i], self->parts[i].of_all, error))
      return FALSE;
  return put_in (self, &self->clients,
                 "select key, revision, id, " PAL_CLIENT_COLUMNS " from clients order by key",
                 error) &&
         put_in (self, &self->visits, ALL_VISITS, error) &&
         put_in (self, &self->complaints, OF_VISITS ("complaint_regions", "region, side"), error);
}

static PalClient *
read_client (Stream *self, gint64 key, GError **error)
{
  g_autoptr (PalClient) client = pal_client_new (NULL, NULL);
  PalReader reader = { self->clients.statement, 1 };

  client->revision = (guint64) pal_reader_int (&reader);
  g_free (client->id);
  client->id = pal_reader_text (&reader);
  pal_client_read_row (client, &reader);
  for (guint i = 0; i < self->n_parts; i++)
    while (self->of_parts[i].owner == key)
      {
        PalReader part = { self->of_parts[i].statement, 1 };

        self->parts[i].read (client, &part);
        if (!wind (self, &self->of_parts[i], error))
          return NULL;
      }
  return g_steal_pointer (&client);
}

/* Unless somebody has kept it, a visit of the client before will do. */
static PalVisit *
take_visit (Stream *self, char *id, const char *client)
{
  while (self->spare->len > 0)
    {
      PalVisit *visit = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);

      if (g_atomic_ref_count_compare (&visit->ref_count, 1))
        {
          pal_visit_renew (visit, id, client);
          return visit;
        }
      pal_visit_unref (visit);
    }
  return pal_visit_new_with_id (id, client);
}

static PalVisit *
read_visit (Stream *self, const char *client, gint64 *key)
{
  PalReader reader = { self->visits.statement, 1 };

  *key = pal_reader_int (&reader);
  PalVisit *visit = take_visit (self, pal_reader_text (&reader), client);
  visit->at = pal_reader_int (&reader);
  visit->therapist = pal_reader_text (&reader);
  visit->is_signed = pal_reader_int (&reader) != 0;
  visit->complaint_text = pal_reader_text (&reader);
  g_strfreev (visit->examined);
  visit->examined = pal_reader_list (&reader);
  visit->state.terrain = pal_reader_list (&reader);
  visit->state.shoes = pal_reader_text (&reader);
  visit->state.next_race = (PalDate) pal_reader_number (&reader, PAL_NO_DATE);
  return visit;
}

static void
read_mark (Stream *self, PalStatement *statement, GArray *marks, guint place)
{
  PalReader reader = { statement, 2 };
  const PalRegion *region =
      pal_atlas_find_region (self->atlas, (const char *) sqlite3_column_text (statement, 0));
  const PalTerm *kind = pal_vocabulary_find (self->vocabulary, PAL_TERMS_KIND,
                                             (const char *) sqlite3_column_text (statement, 1));
  PalMarkNumbers mark = { .visit = place };

  if (region == NULL || kind == NULL)
    return;
  mark.region = (guint16) region->index;
  mark.kind = (guint16) kind->index;
  mark.side = (guint8) pal_reader_int (&reader);
  mark.before = (gint8) pal_reader_number (&reader, PAL_UNSET);
  mark.after = (gint8) pal_reader_number (&reader, PAL_UNSET);
  mark.source = (guint8) pal_reader_int (&reader);
  mark.carried = pal_reader_int (&reader) != 0;
  g_array_append_val (marks, mark);
}

static gboolean
read_marks_of_visit (Stream *self, gint64 key, GArray *marks, guint place, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error, MARKS_OF_VISIT, "i", key);
  gboolean row = TRUE;

  while (statement != NULL && row)
    {
      if (!pal_database_step (self->database, statement, &row, error))
        return FALSE;
      if (row)
        read_mark (self, statement, marks, place);
    }
  return statement != NULL;
}

static gboolean
read_marks (Stream *self, gint64 key, GArray *marks, guint place, GError **error)
{
  PalStatement *statement = self->visits.statement;

  if (sqlite3_column_type (statement, DIGEST_COLUMN) == SQLITE_NULL)
    return read_marks_of_visit (self, key, marks, place, error);

  const guint8 *bytes = sqlite3_column_blob (statement, DIGEST_COLUMN);
  const gsize length = (gsize) sqlite3_column_bytes (statement, DIGEST_COLUMN);
  if (pal_mark_words_unpack (self->words, bytes, length, place, marks))
    return TRUE;
  pal_store_set_error (error, PAL_STORE_ERROR_CORRUPT, pal_database_get_path (self->database), 0);
  return FALSE;
}

static gboolean
read_visits (Stream *self, PalHistory *history, gint64 client, GError **error)
{
  g_array_set_size (self->visit_keys, 0);
  while (self->visits.owner == client)
    {
      const guint place = history->visits->len;
      gint64 key;

      g_ptr_array_add (history->visits, read_visit (self, history->client->id, &key));
      g_array_append_val (self->visit_keys, key);
      if (!read_marks (self, key, history->marks, place, error) ||
          !wind (self, &self->visits, error))
        return FALSE;
    }
  return TRUE;
}

/* Parts come in the order of the visits: @place only ever moves on. */
static gboolean
find_visit (Stream *self, Tape *tape, guint *place, GError **error)
{
  gint64 key = sqlite3_column_int64 (tape->statement, 1);

  while (*place < self->visit_keys->len && g_array_index (self->visit_keys, gint64, *place) != key)
    (*place)++;
  if (*place < self->visit_keys->len)
    return TRUE;
  pal_store_set_error (error, PAL_STORE_ERROR_CORRUPT, pal_database_get_path (self->database), 0);
  return FALSE;
}

static gboolean
read_complaints (Stream *self, PalHistory *history, gint64 client, GError **error)
{
  guint place = 0;

  while (self->complaints.owner == client)
    {
      PalReader reader = { self->complaints.statement, 2 };
      PalSidedRegion item;

      if (!find_visit (self, &self->complaints, &place, error))
        return FALSE;
      item.region = pal_reader_text (&reader);
      item.side = (PalSide) pal_reader_int (&reader);
      g_array_append_val (((PalVisit *) history->visits->pdata[place])->complaint_regions, item);
      if (!wind (self, &self->complaints, error))
        return FALSE;
    }
  return TRUE;
}

static PalHistory *
read_history (Stream *self, GError **error)
{
  gint64 key = self->clients.owner;
  g_autoptr (PalClient) client = read_client (self, key, error);
  g_autoptr (PalHistory) history = client != NULL ? pal_history_new (client) : NULL;

  if (history == NULL || !read_visits (self, history, key, error) ||
      !read_complaints (self, history, key, error))
    return NULL;
  return g_steal_pointer (&history);
}

gboolean
pal_store_foreach_history (PalStore *self,
                           PalAtlas *atlas,
                           PalVocabulary *vocabulary,
                           PalHistoryFunc func,
                           gpointer data,
                           GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_auto (Stream) stream = {
    .visit_keys = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .spare = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref),
  };

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  stream.database = pal_store_get_database (self);
  stream.atlas = atlas;
  stream.vocabulary = vocabulary;
  if (!pal_transaction_begin_read (&transaction, stream.database, error) || !start (&stream, error))
    return FALSE;
  while (stream.clients.owner != NOBODY)
    {
      g_autoptr (PalHistory) history = read_history (&stream, error);

      if (history == NULL || !func (history, data, error) ||
          !wind (&stream, &stream.clients, error))
        return FALSE;
      g_ptr_array_extend_and_steal (stream.spare, g_steal_pointer (&history->visits));
      history->visits = g_ptr_array_new ();
    }
  return TRUE;
}
