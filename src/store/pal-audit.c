/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain of the audit trail. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include <string.h>

#include "store/pal-audit.h"
#include "store/pal-row.h"

#define HASH_BYTES 32

typedef struct
{
  gint64 seq;
  guint8 hash[HASH_BYTES];
} Link;

/* The hash before, seq and moment as eight little-endian bytes, then each text with its length in
 * front, so that no two rows share bytes. */
static void
compute_link (const Link *before, Link *link, gint64 at, const char *const *texts, guint n_texts)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = HASH_BYTES;

  g_checksum_update (checksum, before->hash, HASH_BYTES);
  pal_checksum_feed_int (checksum, link->seq);
  pal_checksum_feed_int (checksum, at);
  for (guint i = 0; i < n_texts; i++)
    pal_checksum_feed (checksum, texts[i], strlen (texts[i]));
  g_checksum_get_digest (checksum, link->hash, &length);
}

static void
read_hash (PalStatement *statement, int column, guint8 *hash)
{
  if (sqlite3_column_bytes (statement, column) == HASH_BYTES)
    memcpy (hash, sqlite3_column_blob (statement, column), HASH_BYTES);
}

/* The last row; all zero before the first. */
static gboolean
find_last (PalDatabase *database, Link *last, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, "select seq, hash from audit order by seq desc limit 1",
                          "");
  gboolean row = FALSE;

  memset (last, 0, sizeof *last);
  if (statement == NULL || !pal_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    {
      last->seq = sqlite3_column_int64 (statement, 0);
      read_hash (statement, 1, last->hash);
    }
  return TRUE;
}

gboolean
pal_audit_append (PalDatabase *database,
                  const char *actor,
                  const char *what,
                  const char *record,
                  const char *body,
                  GError **error)
{
  const char *texts[] = { actor, what, record, body };
  gint64 at = g_get_real_time () / G_USEC_PER_SEC;
  Link last;
  Link link;

  if (!find_last (database, &last, error))
    return FALSE;
  link.seq = last.seq + 1;
  compute_link (&last, &link, at, texts, G_N_ELEMENTS (texts));
  return pal_database_run (database, error,
                           "insert into audit (seq, at, actor, what, record, body, hash) values "
                           "(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                           "iittttb", link.seq, at, actor, what, record, body, link.hash);
}

static PalAuditEntry *
read_entry (PalStatement *statement)
{
  PalReader reader = { statement, 0 };
  guint8 hash[HASH_BYTES] = { 0 };
  PalAuditEntry *entry = g_new0 (PalAuditEntry, 1);

  entry->seq = pal_reader_int (&reader);
  entry->at = pal_reader_int (&reader);
  entry->actor = pal_reader_text (&reader);
  entry->what = pal_reader_text (&reader);
  entry->record = pal_reader_text (&reader);
  read_hash (statement, reader.column, hash);
  for (guint i = 0; i < PAL_AUDIT_SEAL_BYTES; i++)
    g_snprintf (entry->seal + 2 * i, 3, "%02x", hash[i]);
  return entry;
}

GPtrArray *
pal_audit_list (PalDatabase *database, const char *record, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_audit_entry_free);
  g_autoptr (PalStatement) statement = pal_database_query (
      database, error,
      "select seq, at, actor, what, record, hash from audit where record = ?1 order by seq", "t",
      record);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!pal_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }
}

static gboolean
is_next_link (PalStatement *statement, Link *last)
{
  const char *texts[4];
  guint8 stored[HASH_BYTES] = { 0 };
  Link link;

  link.seq = sqlite3_column_int64 (statement, 0);
  for (int i = 0; i < 4; i++)
    {
      texts[i] = (const char *) sqlite3_column_text (statement, 2 + i);
      if (texts[i] == NULL)
        return FALSE;
    }
  read_hash (statement, 6, stored);
  compute_link (last, &link, sqlite3_column_int64 (statement, 1), texts, 4);
  if (link.seq != last->seq + 1 || memcmp (link.hash, stored, HASH_BYTES) != 0)
    return FALSE;
  *last = link;
  return TRUE;
}

gboolean
pal_audit_verify (PalDatabase *database, gboolean *sound, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error,
                          "select seq, at, actor, what, record, body, hash from audit order by seq",
                          "");
  Link last = { 0 };
  gboolean row = TRUE;
  gint64 n_written = 0;

  *sound = TRUE;
  if (statement == NULL)
    return FALSE;
  while (row && *sound)
    {
      if (!pal_database_step (database, statement, &row, error))
        return FALSE;
      if (row)
        *sound = is_next_link (statement, &last);
    }
  if (!*sound)
    return TRUE;
  /* The engine's own count tells when rows are missing at the end. */
  if (!pal_database_read_int (
          database, &n_written, error,
          "select coalesce ((select seq from sqlite_sequence where name = 'audit'), 0)", ""))
    return FALSE;
  *sound = n_written == last.seq;
  return TRUE;
}
