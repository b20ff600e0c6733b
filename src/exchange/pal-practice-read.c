/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading `palpate-practice`. The file is gone through twice: first for form alone (so that a torn
 * file or a newer version is called that, wherever its keys stand), then for the records. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/pal-json-reader.h"
#include "exchange/pal-practice-load.h"

/* As in store/pal-store.h, which is above this room. */
#define MAX_CLIENTS 100000
#define MAX_VISITS 10000
#define MAX_TERMS 10000

/* Texts -------------------------------------------------------------------------------------- */

static gboolean
check_text (const char *data, gsize length, GError **error)
{
  const char *end;

  if (length == 0)
    {
      g_set_error_literal (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON,
                           _ ("The file is empty."));
      return FALSE;
    }
  if (length > PAL_MAX_FILE_BYTES)
    {
      g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_TOO_LARGE,
                   /* Translators: %u is a number of megabytes */
                   _ ("The file is larger than %u MB, the most that is read."),
                   (guint) (PAL_MAX_FILE_BYTES / (1024 * 1024)));
      return FALSE;
    }
  if (!g_utf8_validate_len (data, length, &end))
    {
      gsize at = (gsize) (end - data);
      g_autofree char *offset = g_strdup_printf ("%" G_GSIZE_FORMAT, at);

      g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON,
                   /* Translators: %1$s counts bytes from the beginning, %2$u is a line number */
                   _ ("The file is not valid UTF-8: see byte %1$s, in line %2$u."), offset,
                   pal_json_line_of (data, at));
      return FALSE;
    }
  return TRUE;
}

/* Form --------------------------------------------------------------------------------------- */

static gboolean
refuse_format (GError **error)
{
  g_set_error_literal (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_WRONG_FORMAT,
                       _ ("The file is JSON, but no palpate-practice file."));
  return FALSE;
}

static gboolean
check_format (gboolean has_format, gboolean has_version, double version, GError **error)
{
  if (!has_format || !has_version || version < 1 || version != floor (version))
    return refuse_format (error);
  if (version > PAL_PRACTICE_VERSION)
    {
      g_set_error (
          error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_WRONG_FORMAT,
          /* Translators: %1$.0f and %2$d are versions of the file format */
          _ ("The file has version %1$.0f of the format, this Palpate reads up to version %2$d; a "
             "newer Palpate can read it."),
          version, PAL_PRACTICE_VERSION);
      return FALSE;
    }
  return TRUE;
}

/* Checks the JSON of the whole file, and which format and version it is. */
static gboolean
check_document (const char *data, gsize length, GError **error)
{
  g_auto (PalJsonReader) json = { 0 };
  gboolean first = TRUE, is_object, has_format = FALSE, has_version = FALSE;
  double version = 0;
  const char *key, *text;
  PalJsonStep step = PAL_JSON_STEP_END;

  pal_json_reader_init (&json, data, length);
  is_object = pal_json_reader_peek (&json) == PAL_JSON_OBJECT;
  if (!(is_object ? pal_json_reader_enter (&json, error) : pal_json_reader_skip (&json, error)))
    return FALSE;
  while (is_object &&
         (step = pal_json_reader_next_member (&json, &first, &key, error)) == PAL_JSON_STEP_MORE)
    {
      gboolean is_format = strcmp (key, "format") == 0;
      gboolean is_version = strcmp (key, "version") == 0;
      PalJsonKind kind = pal_json_reader_peek (&json);
      gboolean ok;

      if (is_format && kind == PAL_JSON_TEXT)
        {
          ok = pal_json_reader_text (&json, &text, error);
          has_format = ok && strcmp (text, PAL_PRACTICE_FORMAT) == 0;
        }
      else if (is_version && kind == PAL_JSON_NUMBER)
        ok = has_version = pal_json_reader_number (&json, &version, error);
      else
        ok = pal_json_reader_skip (&json, error);
      if (!ok)
        return FALSE;
    }
  return step != PAL_JSON_STEP_ERROR && pal_json_reader_finish (&json, error) &&
         check_format (has_format, has_version, version, error);
}

/* Clients and visits ------------------------------------------------------------------------- */

/* A record that breaks a rule of its own: the rule's message begins with the path within it. */
static gboolean
adopt_error (PalLoad *load, GError *cause, GError **error)
{
  g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID, "%s%s%s", load->path->str,
               load->path->len > 0 ? "." : "", cause->message);
  return FALSE;
}

static gboolean
note_id (PalLoad *load, GHashTable *ids, const char *id, GError **error)
{
  if (g_hash_table_add (ids, (gpointer) id))
    return TRUE;
  return pal_load_refuse_at (load, "id", error, _ ("another record of this file has this id"));
}

static gboolean
read_visit (PalLoad *load, GError **error)
{
  PalVisit *visit = pal_visit_new (NULL, PAL_NO_TIME);
  g_autoptr (GError) cause = NULL;

  /* What a new visit says by itself gives way to what absence means in a file. */
  g_ptr_array_add (load->visits, visit);
  g_clear_pointer (&visit->id, g_free);
  g_clear_pointer (&visit->therapist, g_free);
  g_clear_pointer (&visit->examined, g_strfreev);
  pal_field_set_clear_record (&pal_visit_fields, visit);
  if (!pal_load_record (load, &pal_visit_fields, visit, error))
    return FALSE;
  visit->client = g_strdup ("-");
  if (!pal_visit_validate (visit, load->atlas, load->vocabulary, &cause))
    return adopt_error (load, cause, error);
  return note_id (load, load->visit_ids, visit->id, error);
}

gboolean
pal_load_visits (PalLoad *load, GError **error)
{
  return pal_load_array (load, read_visit, MAX_VISITS, error);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const PalVisit *left = *(PalVisit *const *) a;
  const PalVisit *right = *(PalVisit *const *) b;

  return (left->at > right->at) - (left->at < right->at);
}

static gboolean
read_client (PalLoad *load, GError **error)
{
  PalClientFile *file;
  g_autoptr (PalClient) client = pal_client_new (NULL, NULL);
  g_autoptr (GError) cause = NULL;

  g_clear_pointer (&client->id, g_free);
  pal_field_set_clear_record (&pal_client_fields, client);
  file = pal_client_file_new (client);
  g_ptr_array_add (load->practice->files, file);
  load->visits = file->visits;
  if (!pal_load_record (load, &pal_client_fields, file->client, error))
    return FALSE;
  if (!pal_client_validate (file->client, load->atlas, load->vocabulary, &cause))
    return adopt_error (load, cause, error);
  for (guint i = 0; i < file->visits->len; i++)
    {
      PalVisit *visit = g_ptr_array_index (file->visits, i);

      g_free (visit->client);
      visit->client = g_strdup (file->client->id);
    }
  g_ptr_array_sort (file->visits, compare_visits);
  return note_id (load, load->client_ids, file->client->id, error);
}

/* Own words ---------------------------------------------------------------------------------- */

/* Records may hold the practice's own words and those of the file; the caller's vocabulary stays as
 * it is, for the file may yet be refused. */
static PalVocabulary *
copy_vocabulary (PalVocabulary *vocabulary, GError **error)
{
  g_autoptr (PalVocabulary) copy = pal_vocabulary_new (error);

  for (PalTermList list = PAL_TERMS_KIND; copy != NULL && list < PAL_TERMS_N; list++)
    for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, list); i++)
      {
        const PalTerm *term = pal_vocabulary_get (vocabulary, list, i);

        if (!term->own && !term->retired)
          continue;
        if (!pal_vocabulary_put_own (copy,
                                     &(PalOwnTerm){ list, term->id, term->name, term->has_severity,
                                                    term->retired, term->replaces },
                                     error))
          return NULL;
      }
  return g_steal_pointer (&copy);
}

static gboolean
read_term_list (PalLoad *load, PalOwnTerm *term, const char *text, GError **error)
{
  for (PalTermList list = PAL_TERMS_KIND; list < PAL_TERMS_N; list++)
    if (strcmp (pal_term_list_to_id (list), text) == 0)
      term->list = list;
  return term->list != PAL_TERMS_N ||
         pal_load_refuse (load, error, _ ("there is no such list of words"));
}

/* Returns: (nullable): where the text of that key goes. */
static char **
find_term_text (PalOwnTerm *term, const char *key)
{
  if (strcmp (key, "id") == 0)
    return &term->id;
  if (strcmp (key, "replaces") == 0)
    return &term->replaces;
  return strcmp (key, "name") == 0 ? &term->name : NULL;
}

static gboolean
read_term_member (PalLoad *load, PalOwnTerm *term, const char *key, GError **error)
{
  const gboolean is_flag = strcmp (key, "has_severity") == 0 || strcmp (key, "retired") == 0;
  const gboolean is_list = strcmp (key, "list") == 0;
  char **where = find_term_text (term, key);
  const char *text;

  if (is_flag && pal_json_reader_peek (&load->json) != PAL_JSON_FLAG)
    return pal_load_refuse (load, error, _ ("true or false is expected here"));
  if (is_flag)
    return pal_json_reader_flag (&load->json, *key == 'h' ? &term->has_severity : &term->retired,
                                 error);
  if (where == NULL && !is_list)
    {
      pal_load_warn (load);
      return pal_json_reader_skip (&load->json, error);
    }
  if (pal_json_reader_peek (&load->json) != PAL_JSON_TEXT)
    return pal_load_refuse (load, error, _ ("a text in quotes is expected here"));
  if (!pal_json_reader_text (&load->json, &text, error))
    return FALSE;
  if (is_list)
    return read_term_list (load, term, text, error);
  if (*text == 0 ||
      g_utf8_strlen (text, -1) > (*key == 'n' ? PAL_MAX_NAME_CHARS : PAL_MAX_ID_CHARS))
    return pal_load_refuse (load, error, _ ("the text is empty or too long"));
  pal_visit_set_text (where, text);
  return TRUE;
}

static gboolean
read_term (PalLoad *load, GError **error)
{
  PalOwnTerm *term = g_new0 (PalOwnTerm, 1);
  gboolean first = TRUE;
  const char *key;
  PalJsonStep step;

  term->list = PAL_TERMS_N;
  g_ptr_array_add (load->practice->terms, term);
  if (pal_json_reader_peek (&load->json) != PAL_JSON_OBJECT)
    return pal_load_refuse (load, error, _ ("an object in braces is expected here"));
  if (!pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_member (&load->json, &first, &key, error)) ==
         PAL_JSON_STEP_MORE)
    {
      const gsize length = load->path->len;
      gboolean ok;

      pal_load_push_key (load, key);
      ok = read_term_member (load, term, load->path->str + length + 1, error);
      if (!ok)
        return FALSE;
      g_string_truncate (load->path, length);
    }
  if (step != PAL_JSON_STEP_END)
    return FALSE;
  if (term->list == PAL_TERMS_N || term->id == NULL || term->name == NULL)
    return pal_load_refuse (load, error, _ ("list, id and name are needed"));
  if (term->replaces != NULL &&
      pal_vocabulary_find (load->vocabulary, term->list, term->replaces) == NULL)
    return pal_load_refuse_at (load, "replaces", error, _ ("the list has no such word before"));
  return pal_vocabulary_put_own (load->vocabulary, term, error);
}

static gboolean
read_settings (PalLoad *load, GError **error)
{
  PalPracticeSettings *settings = load->practice->settings;
  g_autoptr (GError) cause = NULL;

  if (!pal_practice_settings_is_empty (settings))
    return pal_load_refuse (load, error, _ ("the key is there twice"));
  return pal_load_record (load, &pal_settings_fields, settings, error) &&
         (pal_practice_settings_validate (settings, &cause) || adopt_error (load, cause, error));
}

static gboolean
read_top_member (PalLoad *load, const char *key, GError **error)
{
  gsize length = load->path->len;
  gboolean ok;

  pal_load_push_key (load, key);
  if (strcmp (key, "clients") == 0)
    {
      ok = load->practice->files->len == 0 ||
           pal_load_refuse (load, error, _ ("the key is there twice"));
      ok = ok && pal_load_array (load, read_client, MAX_CLIENTS, error);
    }
  else if (strcmp (key, "terms") == 0)
    ok = pal_load_array (load, read_term, MAX_TERMS, error);
  else if (strcmp (key, "practice") == 0)
    ok = read_settings (load, error);
  else
    {
      if (strcmp (key, "format") != 0 && strcmp (key, "version") != 0)
        pal_load_warn (load);
      ok = pal_json_reader_skip (&load->json, error);
    }
  g_string_truncate (load->path, length);
  return ok;
}

static gboolean
read_document (PalLoad *load, GError **error)
{
  gboolean first = TRUE, has_clients = FALSE;
  const char *key;
  PalJsonStep step;

  if (!pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_member (&load->json, &first, &key, error)) ==
         PAL_JSON_STEP_MORE)
    {
      has_clients = has_clients || strcmp (key, "clients") == 0;
      if (!read_top_member (load, key, error))
        return FALSE;
    }
  if (step == PAL_JSON_STEP_END && !has_clients)
    return pal_load_refuse_at (load, "clients", error, _ ("the key is missing"));
  return step == PAL_JSON_STEP_END;
}

/* Files -------------------------------------------------------------------------------------- */

static gboolean
refuse_file (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == EISDIR)
    /* Translators: %s is a file name */
    g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_READABLE,
                 _ ("“%s” is a folder, not a file."), name);
  else if (code == ENOENT)
    g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_READABLE,
                 _ ("There is no file “%s”."), name);
  else
    /* Translators: %1$s is a file name, %2$s the system's reason */
    g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_READABLE,
                 _ ("“%1$s” cannot be read: %2$s."), name, g_strerror (code));
  return FALSE;
}

/* Reads up to one byte more than is allowed, so that also a pipe or a device has an end. */
static gboolean
read_bytes (int fd, GByteArray *bytes, int *code)
{
  for (;;)
    {
      guint8 buffer[64 * 1024];
      gssize n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          *code = errno;
          return FALSE;
        }
      if (n == 0 || bytes->len > PAL_MAX_FILE_BYTES)
        return TRUE;
      g_byte_array_append (bytes, buffer, (guint) n);
    }
}

static GByteArray *
load_file (const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat info = { 0 };
  int code = errno;
  gboolean ok = FALSE;

  if (fd >= 0 && fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    code = EISDIR;
  else if (fd >= 0)
    {
      bytes = g_byte_array_sized_new ((guint) CLAMP (info.st_size, 0, PAL_MAX_FILE_BYTES));
      ok = read_bytes (fd, bytes, &code);
    }
  if (fd >= 0)
    close (fd);
  if (!ok)
    {
      refuse_file (path, code, error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

void
pal_practice_free (PalPractice *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->terms);
  pal_practice_settings_free (self->settings);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

PalPractice *
pal_practice_read_data (
    const char *data, gsize length, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  g_autoptr (PalPractice) practice = NULL;
  g_autoptr (PalVocabulary) known = NULL;
  PalLoad load = { .atlas = atlas, .vocabulary = vocabulary };
  gboolean ok;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (atlas != NULL, NULL);
  g_return_val_if_fail (vocabulary != NULL, NULL);

  /* A byte order mark is no part of JSON, but some editors put one there. */
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!check_text (data, length, error) || !check_document (data, length, error))
    return NULL;
  known = copy_vocabulary (vocabulary, error);
  if (known == NULL)
    return NULL;
  load.vocabulary = known;
  practice = g_new0 (PalPractice, 1);
  practice->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_own_term_free);
  practice->settings = pal_practice_settings_new ();
  practice->files = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
  practice->warnings = g_ptr_array_new_with_free_func (g_free);
  load.practice = practice;
  load.path = g_string_new (NULL);
  load.client_ids = g_hash_table_new (g_str_hash, g_str_equal);
  load.visit_ids = g_hash_table_new (g_str_hash, g_str_equal);
  pal_json_reader_init (&load.json, data, length);
  ok = read_document (&load, error);
  pal_load_finish_warnings (&load);
  pal_json_reader_clear (&load.json);
  g_hash_table_unref (load.client_ids);
  g_hash_table_unref (load.visit_ids);
  g_string_free (load.path, TRUE);
  return ok ? g_steal_pointer (&practice) : NULL;
}

PalPractice *
pal_practice_read_file (const char *path,
                        PalAtlas *atlas,
                        PalVocabulary *vocabulary,
                        GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = load_file (path, error);
  if (bytes == NULL)
    return NULL;
  return pal_practice_read_data ((const char *) bytes->data, bytes->len, atlas, vocabulary, error);
}
