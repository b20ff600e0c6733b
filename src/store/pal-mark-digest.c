/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Packing and unpacking the digests of pal-mark-digest.h. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "record/pal-history.h"
#include "store/pal-mark-digest.h"
#include "store/pal-row.h"

#define BYTES_A_MARK 6
#define SOURCE_BIT 2
#define CARRIED_BIT 3

/* Packing ---------------------------------------------------------------------------------------
 */

static guint8
pack_severities (gint64 before, gint64 after)
{
  return (guint8) ((before + 1) | (after + 1) << 4);
}

static void
pack_number (guint8 *bytes, gint64 number)
{
  bytes[0] = (guint8) (number & 0xff);
  bytes[1] = (guint8) (number >> 8);
}

/* The row under @statement. */
static void
pack_mark (PalStatement *statement, GByteArray *bytes)
{
  PalReader reader = { statement, 0 };
  guint8 packed[BYTES_A_MARK];

  pack_number (packed, pal_reader_int (&reader));
  pack_number (packed + 2, pal_reader_int (&reader));
  packed[4] = (guint8) pal_reader_int (&reader);
  packed[4] |= (guint8) (pal_reader_int (&reader) << SOURCE_BIT);
  packed[4] |= (guint8) (pal_reader_int (&reader) << CARRIED_BIT);

  const gint64 before = pal_reader_number (&reader, PAL_UNSET);
  packed[5] = pack_severities (before, pal_reader_number (&reader, PAL_UNSET));
  g_byte_array_append (bytes, packed, sizeof packed);
}

/* Each word that has no number yet gets the next one. Some hundred regions and kinds: the table is
 * two pages and stays in memory. */
static gboolean
number_words (PalDatabase *database, gint64 visit, GError **error)
{
  return pal_database_run (database, error,
                           "insert into mark_words (word) "
                           "select region from marks where visit = ?1 "
                           "union select kind from marks where visit = ?1 "
                           "except select word from mark_words",
                           "i", visit);
}

static gboolean
write_digest (PalDatabase *database, gint64 visit, const GByteArray *bytes, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error,
                          "insert into mark_digests (visit, numbers) values (?1, ?2)", "i", visit);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  /* A visit without marks has an empty one, so that nobody looks for its marks again. */
  sqlite3_bind_blob (statement, 2, bytes->len > 0 ? (const void *) bytes->data : "",
                     (int) bytes->len, SQLITE_STATIC);
  return pal_database_step (database, statement, &row, error);
}

static gboolean
make_digest (PalDatabase *database, gint64 visit, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = TRUE;

  if (!number_words (database, visit, error))
    return FALSE;
  statement =
      pal_database_query (database, error,
                          "select r.number, k.number, side, source, carried, severity_before, "
                          "severity_after from marks "
                          "join mark_words r on r.word = region join mark_words k on k.word = kind "
                          "where visit = ?1 order by position",
                          "i", visit);
  while (statement != NULL && row)
    {
      if (!pal_database_step (database, statement, &row, error))
        return FALSE;
      if (row)
        pack_mark (statement, bytes);
    }
  return statement != NULL && write_digest (database, visit, bytes, error);
}

gboolean
pal_mark_digest_keep (PalDatabase *database, gint64 visit, GError **error)
{
  gint64 is_there = 0;

  if (!pal_database_read_int (database, &is_there, error,
                              "select exists (select 1 from mark_digests where visit = ?1)", "i",
                              visit))
    return FALSE;
  return is_there || make_digest (database, visit, error);
}

gboolean
pal_mark_digest_keep_all (PalDatabase *database, GError **error)
{
  gboolean row = TRUE;
  gint64 last = 0;

  /* From one to the next, because rows appear in a table that is being walked. */
  while (row)
    {
      g_autoptr (PalStatement) statement =
          pal_database_query (database, error,
                              "select key from visits where key > ?1 and not exists "
                              "(select 1 from mark_digests where visit = key) order by key limit 1",
                              "i", last);

      if (statement == NULL || !pal_database_step (database, statement, &row, error))
        return FALSE;
      if (row)
        last = sqlite3_column_int64 (statement, 0);
      if (row && !make_digest (database, last, error))
        return FALSE;
    }
  return TRUE;
}

/* Unpacking -------------------------------------------------------------------------------------
 */

#define NOT_KNOWN G_MAXUINT16

struct _PalMarkWords
{
  guint n;
  guint16 *regions;
  guint16 *kinds;
};

static void
add_word (PalMarkWords *self, guint number, const char *word, PalAtlas *atlas, PalVocabulary *terms)
{
  const PalRegion *region = pal_atlas_find_region (atlas, word);
  const PalTerm *kind = pal_vocabulary_find (terms, PAL_TERMS_KIND, word);

  self->regions[number] = region != NULL ? (guint16) region->index : NOT_KNOWN;
  self->kinds[number] = kind != NULL ? (guint16) kind->index : NOT_KNOWN;
}

PalMarkWords *
pal_mark_words_new (PalDatabase *database,
                    PalAtlas *atlas,
                    PalVocabulary *vocabulary,
                    GError **error)
{
  g_autoptr (PalMarkWords) self = g_new0 (PalMarkWords, 1);
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = TRUE;
  gint64 n = 0;

  if (!pal_database_read_int (database, &n, error,
                              "select ifnull (max (number) + 1, 0) from mark_words", ""))
    return NULL;
  self->n = (guint) n;
  self->regions = g_new (guint16, self->n);
  self->kinds = g_new (guint16, self->n);
  for (guint i = 0; i < self->n; i++)
    self->regions[i] = self->kinds[i] = NOT_KNOWN;
  statement = pal_database_query (database, error, "select number, word from mark_words", "");
  while (statement != NULL && row)
    {
      if (!pal_database_step (database, statement, &row, error))
        return NULL;
      if (row)
        add_word (self, (guint) sqlite3_column_int (statement, 0),
                  (const char *) sqlite3_column_text (statement, 1), atlas, vocabulary);
    }
  return statement != NULL ? g_steal_pointer (&self) : NULL;
}

void
pal_mark_words_free (PalMarkWords *self)
{
  if (self == NULL)
    return;
  g_free (self->regions);
  g_free (self->kinds);
  g_free (self);
}

/* Returns FALSE for numbers that no digest of ours holds. */
static gboolean
unpack_mark (const PalMarkWords *self, const guint8 *packed, PalMarkNumbers *mark)
{
  const guint region = packed[0] | (guint) packed[1] << 8;
  const guint kind = packed[2] | (guint) packed[3] << 8;

  if (region >= self->n || kind >= self->n)
    return FALSE;
  mark->region = self->regions[region];
  mark->kind = self->kinds[kind];
  mark->side = packed[4] & 3;
  mark->source = packed[4] >> SOURCE_BIT & 1;
  mark->carried = packed[4] >> CARRIED_BIT & 1;
  mark->before = (gint8) ((packed[5] & 15) - 1);
  mark->after = (gint8) ((packed[5] >> 4) - 1);
  return mark->side < PAL_SIDE_N;
}

gboolean
pal_mark_words_unpack (
    const PalMarkWords *self, const guint8 *bytes, gsize length, guint visit, GArray *marks)
{
  const guint n = (guint) (length / BYTES_A_MARK);
  guint n_known = marks->len;

  /* Made larger once and not for every mark. */
  g_array_set_size (marks, marks->len + n);
  for (guint i = 0; i < n; i++)
    {
      PalMarkNumbers *mark = &g_array_index (marks, PalMarkNumbers, n_known);

      mark->visit = visit;
      if (!unpack_mark (self, bytes + (gsize) i * BYTES_A_MARK, mark))
        return FALSE;
      n_known += mark->region != NOT_KNOWN && mark->kind != NOT_KNOWN;
    }
  g_array_set_size (marks, n_known);
  return length % BYTES_A_MARK == 0;
}
