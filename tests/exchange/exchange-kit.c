/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the exchange share. */

#define G_LOG_DOMAIN "exchange-kit"

#include "config.h"

#include "exchange-kit.h"

#include <string.h>

#include "kit.h"

char *
exchange_kit_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

PalPractice *
exchange_kit_read (const char *text, GError **error)
{
  return pal_practice_read_data (text, strlen (text), kit_get_atlas (), kit_get_vocabulary (),
                                 error);
}

char *
exchange_kit_write (const PalPractice *practice)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPracticeWriter) writer = pal_practice_writer_new (stream, &error);

  g_assert_no_error (error);
  if (practice->settings != NULL)
    g_assert_true (pal_practice_writer_add_settings (writer, practice->settings, &error));
  for (guint i = 0; i < practice->files->len; i++)
    g_assert_true (
        pal_practice_writer_add (writer, g_ptr_array_index (practice->files, i), &error));
  g_assert_true (pal_practice_writer_finish (writer, &error));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
exchange_kit_wrap_client (const char *client)
{
  return g_strdup_printf ("{\"format\": \"palpate-practice\", \"version\": 1, \"clients\": [%s]}",
                          client);
}

char *
exchange_kit_wrap_visit (const char *visit)
{
  g_autofree char *client =
      g_strdup_printf ("{\"id\": \"c\", \"given\": \"A\", \"visits\": [%s]}", visit);

  return exchange_kit_wrap_client (client);
}

char *
exchange_kit_wrap_mark (const char *mark)
{
  g_autofree char *visit =
      g_strdup_printf ("{\"id\": \"v\", \"at\": \"2026-03-01T10:00:00Z\", \"marks\": [%s]}", mark);

  return exchange_kit_wrap_visit (visit);
}
