/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing whole records: insert, what differs, delete. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-mark-digest.h"
#include "store/pal-records.h"
#include "store/pal-store-error.h"

typedef void (*FillRecord) (gconstpointer record, PalRow *row);

static void
fill_client (gconstpointer record, PalRow *row)
{
  pal_client_fill_row (record, row);
}

static void
fill_visit (gconstpointer record, PalRow *row)
{
  pal_visit_fill_row (record, row);
}

/* Binds the row of @record and runs the statement. */
static gboolean
run_with_row (PalDatabase *database,
              PalStatement *statement,
              gconstpointer record,
              FillRecord fill,
              GError **error)
{
  PalRow row;
  gboolean more;
  gboolean done;

  if (statement == NULL)
    return FALSE;
  pal_row_init (&row);
  fill (record, &row);
  done = pal_row_bind (&row, database, statement, PAL_ROW_FIRST_PLACE, error) &&
         pal_database_step (database, statement, &more, error);
  pal_row_clear (&row);
  return done;
}

static gboolean
insert_rows (PalDatabase *database,
             const PalPart *part,
             gint64 key,
             gconstpointer record,
             guint first,
             GError **error)
{
  g_autoptr (PalStatement) statement = NULL;
  guint n = part->count (record);
  gboolean done = TRUE;

  if (first >= n)
    return TRUE;
  statement = pal_database_query (database, error, part->insert, "i", key);
  for (guint i = first; i < n && statement != NULL && done; i++)
    {
      PalRow row;
      gboolean more;

      pal_row_init (&row);
      part->fill (record, i, &row);
      sqlite3_bind_int64 (statement, 2, i);
      done = pal_row_bind (&row, database, statement, 3, error) &&
             pal_database_step (database, statement, &more, error);
      sqlite3_reset (statement);
      pal_row_clear (&row);
    }
  return done && statement != NULL;
}

static gboolean
insert_parts (PalDatabase *database,
              const PalPart *parts,
              guint n_parts,
              gint64 key,
              gconstpointer record,
              GError **error)
{
  for (guint i = 0; i < n_parts; i++)
    if (!insert_rows (database, &parts[i], key, record, 0, error))
      return FALSE;
  return TRUE;
}

/* Parts are mostly added at the end, so the rows up to the first difference stay and the tail is
 * written anew. */
static guint
count_same_rows (const PalPart *part, gconstpointer before, gconstpointer after)
{
  guint n = MIN (part->count (before), part->count (after));
  guint i = 0;
  gboolean same = TRUE;

  while (i < n && same)
    {
      PalRow a, b;

      pal_row_init (&a);
      pal_row_init (&b);
      part->fill (before, i, &a);
      part->fill (after, i, &b);
      same = pal_row_equal (&a, &b);
      pal_row_clear (&a);
      pal_row_clear (&b);
      if (same)
        i++;
    }
  return i;
}

static void
add_name (GString *names, const char *name)
{
  if (names->len > 0)
    g_string_append_c (names, ' ');
  g_string_append (names, name);
}

static gboolean
update_parts (PalDatabase *database,
              const PalPart *parts,
              guint n_parts,
              gint64 key,
              gconstpointer before,
              gconstpointer after,
              GString *changed,
              GError **error)
{
  for (guint i = 0; i < n_parts; i++)
    {
      guint n_before = parts[i].count (before);
      guint same = count_same_rows (&parts[i], before, after);

      if (same == n_before && same == parts[i].count (after))
        continue;
      if (same < n_before &&
          !pal_database_run (database, error, parts[i].cut, "ii", key, (gint64) same))
        return FALSE;
      if (!insert_rows (database, &parts[i], key, after, same, error))
        return FALSE;
      add_name (changed, parts[i].name);
    }
  return TRUE;
}

static gboolean
is_same_row (gconstpointer before, gconstpointer after, FillRecord fill)
{
  PalRow a, b;
  gboolean same;

  pal_row_init (&a);
  pal_row_init (&b);
  fill (before, &a);
  fill (after, &b);
  same = pal_row_equal (&a, &b);
  pal_row_clear (&a);
  pal_row_clear (&b);
  return same;
}

/* The row of a record goes with its revision; most edits touch a part and leave the row alone. */
static gboolean
update_row (PalDatabase *database,
            const char *sql_revision,
            const char *sql_row,
            gint64 key,
            guint64 revision,
            gconstpointer before,
            gconstpointer after,
            FillRecord fill,
            GString *changed,
            GError **error)
{
  g_autoptr (PalStatement) statement = NULL;

  if (!pal_database_run (database, error, sql_revision, "ii", key, (gint64) revision))
    return FALSE;
  if (is_same_row (before, after, fill))
    return TRUE;
  add_name (changed, "record");
  statement = pal_database_query (database, error, sql_row, "i", key);
  return run_with_row (database, statement, after, fill, error);
}

static void
take_key (PalDatabase *database, gint64 *key)
{
  if (*key == 0)
    *key = sqlite3_last_insert_rowid (pal_database_get_handle (database));
}

static PalStatement *
begin_insert (PalDatabase *database,
              const char *sql,
              gint64 key,
              const char *id,
              guint64 revision,
              GError **error)
{
  PalStatement *statement =
      pal_database_query (database, error, sql, "iti", key, id, (gint64) revision);

  /* Null lets the engine choose the next key. */
  if (statement != NULL && key == 0)
    sqlite3_bind_null (statement, 1);
  return statement;
}

gboolean
pal_records_insert_client (
    PalDatabase *database, const PalClient *client, guint64 revision, gint64 *key, GError **error)
{
  g_autoptr (PalStatement) statement =
      begin_insert (database,
                    "insert into clients (key, id, revision, " PAL_CLIENT_COLUMNS
                    ") values (?1, ?2, ?3, " PAL_CLIENT_PLACES ")",
                    *key, client->id, revision, error);
  guint n_parts;
  const PalPart *parts = pal_client_get_parts (&n_parts);

  if (!run_with_row (database, statement, client, fill_client, error))
    return FALSE;
  take_key (database, key);
  return insert_parts (database, parts, n_parts, *key, client, error);
}

gboolean
pal_records_insert_visit (PalDatabase *database,
                          const PalVisit *visit,
                          gint64 client_key,
                          guint64 revision,
                          gint64 *key,
                          GError **error)
{
  g_autoptr (PalStatement) statement =
      begin_insert (database,
                    "insert into visits (key, id, revision, client, " PAL_VISIT_COLUMNS
                    ") values (?1, ?2, ?3, ?4, " PAL_VISIT_PLACES ")",
                    *key, visit->id, revision, error);
  guint n_parts;
  const PalPart *parts = pal_visit_get_parts (&n_parts);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 4, client_key);
  if (!run_with_row (database, statement, visit, fill_visit, error))
    return FALSE;
  take_key (database, key);
  return insert_parts (database, parts, n_parts, *key, visit, error) &&
         pal_mark_digest_keep (database, *key, error);
}

gboolean
pal_records_update_client (PalDatabase *database,
                           gint64 key,
                           const PalClient *before,
                           const PalClient *after,
                           guint64 revision,
                           GString *changed,
                           GError **error)
{
  guint n_parts;
  const PalPart *parts = pal_client_get_parts (&n_parts);

  return update_row (database, "update clients set revision = ?2 where key = ?1",
                     "update clients set (" PAL_CLIENT_COLUMNS ") = (" PAL_CLIENT_PLACES
                     ") where key = ?1",
                     key, revision, before, after, fill_client, changed, error) &&
         update_parts (database, parts, n_parts, key, before, after, changed, error);
}

gboolean
pal_records_update_visit (PalDatabase *database,
                          gint64 key,
                          const PalVisit *before,
                          const PalVisit *after,
                          guint64 revision,
                          GString *changed,
                          GError **error)
{
  guint n_parts;
  const PalPart *parts = pal_visit_get_parts (&n_parts);

  return update_row (database, "update visits set revision = ?2 where key = ?1",
                     "update visits set (" PAL_VISIT_COLUMNS ") = (" PAL_VISIT_PLACES
                     ") where key = ?1",
                     key, revision, before, after, fill_visit, changed, error) &&
         update_parts (database, parts, n_parts, key, before, after, changed, error) &&
         pal_mark_digest_keep (database, key, error);
}

gboolean
pal_records_delete_client (PalDatabase *database, gint64 key, GError **error)
{
  return pal_database_run (database, error, "delete from clients where key = ?1", "i", key);
}

gboolean
pal_records_delete_visit (PalDatabase *database, gint64 key, GError **error)
{
  return pal_database_run (database, error, "delete from visits where key = ?1", "i", key);
}
