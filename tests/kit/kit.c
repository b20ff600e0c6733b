/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Surroundings for tests: atlas and words, folders, the main loop, refusals. The made-up runner is
 * in kit-runner.c. */

#define G_LOG_DOMAIN "kit"

#include "config.h"

#include "kit.h"

#include <glib/gstdio.h>
#include <string.h>

PalAtlas *
kit_get_atlas (void)
{
  static PalAtlas *atlas;

  if (atlas == NULL)
    {
      g_autoptr (GError) error = NULL;

      atlas = pal_atlas_new (&error);
      g_assert_no_error (error);
    }
  return atlas;
}

PalVocabulary *
kit_get_vocabulary (void)
{
  static PalVocabulary *vocabulary;

  if (vocabulary == NULL)
    {
      g_autoptr (GError) error = NULL;

      vocabulary = pal_vocabulary_new (&error);
      g_assert_no_error (error);
    }
  return vocabulary;
}

void
kit_mark (PalVisit *visit, const char *region, PalSide side, const char *kind, int before)
{
  pal_visit_put_mark (visit, kit_get_atlas (), pal_mark_new (region, side, kind, before));
}

char **
kit_words_new (const char *words)
{
  return g_strsplit (words, " ", -1);
}

static gboolean
ring_cb (gpointer data)
{
  gboolean *rang = data;

  *rang = TRUE;
  return G_SOURCE_CONTINUE;
}

gboolean
kit_wait_until (KitPredicate predicate, gpointer data, guint timeout_ms)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) timeout_ms * 1000;
  gboolean rang = FALSE;
  /* Some things happen outside the main loop, in a file or another program: look now and then. */
  guint bell = g_timeout_add (10, ring_cb, &rang);
  gboolean holds;

  while (!(holds = predicate (data)) && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (bell);
  return holds;
}

KitFolder *
kit_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("palpate-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
delete_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = NULL;
      const char *name;

      /* A test may have taken the right to write away. */
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          delete_tree (child);
        }
    }
  g_remove (path);
}

void
kit_folder_free (KitFolder *self)
{
  if (self == NULL)
    return;

  delete_tree (self);
  g_free (self);
}

void
kit_assert_refused (gboolean done, GError *error, GQuark domain, int code, const char *start)
{
  g_autoptr (GError) owned = error;

  g_assert_false (done);
  g_assert_error (owned, domain, code);
  if (!g_str_has_prefix (owned->message, start))
    g_error ("“%s” does not begin with “%s”", owned->message, start);
  g_assert_null (strchr (owned->message, '\n'));
}
