/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that are printed: the practice's logo and the signatures of those who work there. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-audit.h"
#include "store/pal-row.h"
#include "store/pal-store-private.h"

/* The logo is nobody's. */
#define NOBODY ""

char *
pal_store_get_image (PalStore *self, const char *therapist)
{
  g_autoptr (PalStatement) statement = NULL;
  PalDatabase *database;
  gboolean row = FALSE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  database = pal_store_get_database (self);
  statement = pal_database_query (database, NULL, "select png from images where therapist = ?1",
                                  "t", therapist != NULL ? therapist : NOBODY);
  if (statement == NULL || !pal_database_step (database, statement, &row, NULL) || !row)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

static gboolean
write_image (PalStore *self, const char *therapist, const char *png, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  const char *whose = therapist != NULL ? therapist : NOBODY;
  gboolean done;

  if (png != NULL)
    done = pal_database_run (database, error,
                             "insert into images (therapist, png) values (?1, ?2) on conflict "
                             "(therapist) do update set png = excluded.png",
                             "tt", whose, png);
  else
    done =
        pal_database_run (database, error, "delete from images where therapist = ?1", "t", whose);
  return done && pal_audit_append (database, pal_store_get_actor (self), PAL_AUDIT_SETTING,
                                   therapist != NULL ? "signature" : "logo", "", error);
}

gboolean
pal_store_set_image (PalStore *self, const char *therapist, const char *png, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (therapist == NULL || *therapist != '\0', FALSE);

  return pal_practice_image_check (therapist != NULL ? "signature" : "logo", png, error) &&
         pal_transaction_begin_write (&transaction, pal_store_get_database (self), error) &&
         write_image (self, therapist, png, error) && pal_transaction_commit (&transaction, error);
}

static void
put_image (PalPracticeSettings *settings, char *therapist, char *png)
{
  PalSignature *signature;

  if (*therapist == '\0')
    {
      g_free (therapist);
      g_free (settings->logo);
      settings->logo = png;
      return;
    }
  signature = g_new0 (PalSignature, 1);
  *signature = (PalSignature){ therapist, png };
  g_ptr_array_add (settings->signatures, signature);
}

gboolean
pal_store_read_images (PalStore *self, PalPracticeSettings *settings, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, "select therapist, png from images order by therapist",
                          "");
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      PalReader reader = { statement, 0 };
      char *therapist;

      if (!pal_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      therapist = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      reader.column = 1;
      put_image (settings, therapist, pal_reader_text (&reader));
    }
}

gboolean
pal_store_write_images (PalStore *self,
                        const PalPracticeSettings *before,
                        const PalPracticeSettings *after,
                        GError **error)
{
  if (g_strcmp0 (before->logo, after->logo) != 0 && !write_image (self, NULL, after->logo, error))
    return FALSE;
  /* Signatures come along only where there were none. */
  for (guint i = before->signatures->len; i < after->signatures->len; i++)
    {
      const PalSignature *signature = after->signatures->pdata[i];

      if (!write_image (self, signature->therapist, signature->png, error))
        return FALSE;
    }
  return TRUE;
}
