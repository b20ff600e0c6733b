/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions of the file and the way from one to the next. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "record/pal-client.h"
#include "record/pal-visit.h"
#include "store/pal-practice-file.h"
#include "store/pal-schema.h"
#include "store/pal-schema-1.h"
#include "store/pal-schema-2.h"
#include "store/pal-schema-3.h"
#include "store/pal-schema-4.h"
#include "store/pal-schema-5.h"
#include "store/pal-schema-6.h"
#include "store/pal-schema-7.h"
#include "store/pal-schema-8.h"
#include "store/pal-schema-8.h"
#include "store/pal-store-error.h"

/* Numbers that stand in files: whoever reorders an enumeration has to translate here. */
G_STATIC_ASSERT (PAL_SIDE_MIDLINE == 0 && PAL_SIDE_LEFT == 1 && PAL_SIDE_RIGHT == 2);
G_STATIC_ASSERT (PAL_VIEW_FRONT == 0 && PAL_VIEW_BACK == 1 && PAL_VIEW_LEFT == 2);
G_STATIC_ASSERT (PAL_VIEW_RIGHT == 3 && PAL_VIEW_SOLES == 4);
G_STATIC_ASSERT (PAL_FIGURE_NEUTRAL == 0 && PAL_FIGURE_FEMALE == 1 && PAL_FIGURE_MALE == 2);
G_STATIC_ASSERT (PAL_SOURCE_THERAPIST == 0 && PAL_SOURCE_CLIENT == 1);
G_STATIC_ASSERT (PAL_CONCERN_UNSET == 0 && PAL_CONCERN_COMPLAINT == 1 && PAL_CONCERN_BASELINE == 2);
G_STATIC_ASSERT (PAL_ALERT_CAUTION == 0 && PAL_ALERT_STOP == 1);
G_STATIC_ASSERT (PAL_TERMS_KIND == 0 && PAL_TERMS_TECHNIQUE == 1 && PAL_TERMS_RESPONSE == 2);
G_STATIC_ASSERT (PAL_TERMS_VISIT_TYPE == 3 && PAL_TERMS_ACTIVITY_LEVEL == 4);
G_STATIC_ASSERT (PAL_TERMS_TERRAIN == 5 && PAL_TERMS_SYMPTOM == 6 && PAL_TERMS_HOME_CARE == 7);
G_STATIC_ASSERT (PAL_TERMS_TEST == 8 && PAL_TERMS_RED_FLAG == 9);

const PalSchemaStep *
pal_schema_get_steps (guint *n_steps)
{
  static const PalSchemaStep steps[] = { schema_1, schema_2, schema_3, schema_4,
                                         schema_5, schema_6, schema_7, schema_8 };

  *n_steps = G_N_ELEMENTS (steps);
  return steps;
}

gboolean
pal_schema_inspect (PalDatabase *database, guint32 *application_id, guint *version, GError **error)
{
  gint64 id = 0;
  gint64 number = 0;

  if (!pal_database_read_int (database, &id, error, "pragma application_id", "") ||
      !pal_database_read_int (database, &number, error, "pragma user_version", ""))
    return FALSE;
  *application_id = (guint32) id;
  *version = number >= 0 ? (guint) number : G_MAXUINT;
  return TRUE;
}

/* A pragma takes no parameters, so the number is written into it; it is ours. */
static gboolean
set_number (PalDatabase *database, const char *pragma, guint number, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("pragma %s = %u", pragma, number);
  sqlite3 *handle = pal_database_get_handle (database);
  int rc = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    pal_store_set_engine_error (error, handle, rc, pal_database_get_path (database));
  return rc == SQLITE_OK;
}

/* Both numbers live in the first page and roll back with the rest. */
static gboolean
take_step (PalDatabase *database, PalSchemaStep step, guint version, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  sqlite3 *handle = pal_database_get_handle (database);
  guint32 id = 0;
  guint present = 0;
  int rc;

  if (!pal_transaction_begin_write (&transaction, database, error) ||
      !pal_schema_inspect (database, &id, &present, error))
    return FALSE;
  /* Another program opened the same file and was faster. */
  if (present >= version)
    return TRUE;
  rc = sqlite3_exec (handle, step, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    {
      pal_store_set_engine_error (error, handle, rc, pal_database_get_path (database));
      return FALSE;
    }
  return set_number (database, "application_id", PAL_APPLICATION_ID, error) &&
         set_number (database, "user_version", version, error) &&
         pal_transaction_commit (&transaction, error);
}

/* The copy is complete or not there: written under another name, then renamed. */
static gboolean
back_up (PalDatabase *database, guint version, GError **error)
{
  const char *path = pal_database_get_path (database);
  g_autofree char *target = g_strdup_printf ("%s.version-%u.backup", path, version);
  g_autofree char *part = pal_practice_file_new_part (target, error);

  if (part == NULL)
    return FALSE;
  if (!pal_database_run (database, error, "vacuum into ?1", "t", part) ||
      !pal_practice_file_sync (part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, target) != 0)
    {
      pal_store_set_system_error (error, errno, target);
      g_unlink (part);
      return FALSE;
    }
  return pal_practice_file_sync_folder (target, error);
}

gboolean
pal_schema_take_steps (PalDatabase *database,
                       const PalSchemaStep *steps,
                       guint n_steps,
                       GError **error)
{
  guint32 id = 0;
  guint version = 0;

  if (!pal_schema_inspect (database, &id, &version, error))
    return FALSE;
  for (guint i = version; i < n_steps; i++)
    if (!take_step (database, steps[i], i + 1, error))
      return FALSE;
  return TRUE;
}

gboolean
pal_schema_upgrade (PalDatabase *database,
                    const PalSchemaStep *steps,
                    guint n_steps,
                    GError **error)
{
  guint32 id = 0;
  guint version = 0;

  if (!pal_schema_inspect (database, &id, &version, error))
    return FALSE;
  if (version > n_steps)
    {
      pal_store_set_error (error, PAL_STORE_ERROR_TOO_NEW, pal_database_get_path (database), 0);
      return FALSE;
    }
  if (version > 0 && version < n_steps && !back_up (database, version, error))
    return FALSE;
  return pal_schema_take_steps (database, steps, n_steps, error);
}
