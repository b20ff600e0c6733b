/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the snippets and expanding them. About 170: a plain list is searched at each blank. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-snippets.h"

#include "atlas/pal-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PalSnippets
{
  gatomicrefcount ref_count;
  GPtrArray *items; /* PalSnippet; the practice's own first */
};

PalSnippet *
pal_snippet_new_own (const char *code, const char *text)
{
  PalSnippet *self = g_new0 (PalSnippet, 1);

  self->code = g_strdup (code);
  self->text = g_strdup (text);
  self->own = TRUE;
  return self;
}

void
pal_snippet_free (PalSnippet *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static void
read_array (PalSnippets *self,
            PalJson *json,
            const char *key,
            const char *code,
            const char *name,
            const char *text)
{
  JsonArray *array = pal_json_array (json, json->root, key);

  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      gsize mark = pal_json_enter (json, key, i);
      JsonObject *object = pal_json_object_at (json, array, i);
      PalSnippet *snippet = g_new0 (PalSnippet, 1);

      snippet->code = pal_json_string (json, object, code);
      snippet->text = pal_json_string (json, object, text);
      snippet->is_abbreviation = name == NULL;
      if (name != NULL)
        snippet->name = pal_json_string (json, object, name);
      g_ptr_array_add (self->items, snippet);
      pal_json_leave (json, mark);
    }
}

PalSnippets *
pal_snippets_new (GError **error)
{
  g_autoptr (PalSnippets) self = g_new0 (PalSnippets, 1);
  g_autoptr (PalJson) json =
      pal_json_open_resource ("findings.json", PAL_ATLAS_ERROR_BAD_CATALOGUE);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_snippet_free);
  read_array (self, json, "snippets", "code", "name", "text");
  read_array (self, json, "abbreviations", "abbr", NULL, "expansion");
  if (!pal_json_finish (json, error))
    return NULL;
  return g_steal_pointer (&self);
}

PalSnippets *
pal_snippets_ref (PalSnippets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
pal_snippets_unref (PalSnippets *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

guint
pal_snippets_get_n (PalSnippets *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->items->len;
}

const PalSnippet *
pal_snippets_get (PalSnippets *self, guint index)
{
  g_return_val_if_fail (index < pal_snippets_get_n (self), NULL);
  return g_ptr_array_index (self->items, index);
}

/* Own texts are kept in lines, so a line break within one is written as backslash and n. */
static char *
unescape_breaks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (at[0] == '\\' && at[1] == 'n')
        {
          g_string_append_c (out, '\n');
          at++;
        }
      else
        g_string_append_c (out, *at);
    }
  return g_string_free (out, FALSE);
}

static gboolean
read_line (const char *line, guint number, PalSnippet **snippet, GError **error)
{
  const char *code = *line == ';' ? line + 1 : line;
  const gsize length = strcspn (code, " \t");
  const char *text = code + length + strspn (code + length, " \t");
  const glong n_chars = g_utf8_strlen (code, (gssize) length);

  if (n_chars == 0 || *text == '\0')
    {
      g_set_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_CATALOGUE,
                   /* Translators: %u is the number of a line. */
                   _ ("Line %u needs a code, a space and the text it stands for."), number);
      return FALSE;
    }
  if (n_chars > PAL_MAX_SNIPPET_CODE_CHARS)
    {
      g_set_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_CATALOGUE,
                   /* Translators: 1: the number of a line, 2: a number of characters. */
                   _ ("The code in line %1$u is longer than %2$d characters."), number,
                   PAL_MAX_SNIPPET_CODE_CHARS);
      return FALSE;
    }
  *snippet = g_new0 (PalSnippet, 1);
  (*snippet)->code = g_strndup (code, length);
  (*snippet)->text = unescape_breaks (text);
  (*snippet)->own = TRUE;
  return TRUE;
}

GPtrArray *
pal_snippets_parse_own (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_snippet_free);

  for (guint i = 0; split[i] != NULL; i++)
    {
      PalSnippet *snippet = NULL;

      if (*g_strstrip (split[i]) != '\0' && read_line (split[i], i + 1, &snippet, NULL))
        g_ptr_array_add (own, snippet);
    }
  return own;
}

char *
pal_snippets_format_own (const GPtrArray *snippets)
{
  GString *lines = g_string_new (NULL);

  g_return_val_if_fail (snippets != NULL, g_string_free (lines, FALSE));

  for (guint i = 0; i < snippets->len; i++)
    {
      const PalSnippet *snippet = g_ptr_array_index (snippets, i);
      g_auto (GStrv) parts = g_strsplit (snippet->text, "\n", -1);
      g_autofree char *text = g_strjoinv ("\\n", parts);

      g_string_append_printf (lines, "%s%s %s", i > 0 ? "\n" : "", snippet->code, text);
    }
  return g_string_free (lines, FALSE);
}

gboolean
pal_snippets_set_own (PalSnippets *self, const char *lines, GError **error)
{
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_snippet_free);

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; split[i] != NULL; i++)
    {
      PalSnippet *snippet = NULL;

      if (*g_strstrip (split[i]) == '\0')
        continue;
      if (!read_line (split[i], i + 1, &snippet, error))
        return FALSE;
      g_ptr_array_add (own, snippet);
    }
  while (self->items->len > 0 && ((PalSnippet *) g_ptr_array_index (self->items, 0))->own)
    g_ptr_array_remove_index (self->items, 0);
  for (guint i = own->len; i > 0; i--)
    g_ptr_array_insert (self->items, 0, g_ptr_array_steal_index (own, i - 1));
  return TRUE;
}

const PalSnippet *
pal_snippets_find (PalSnippets *self, const char *code)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  /* "PT" and "pt" are two abbreviations: the case decides first. */
  for (guint i = 0; i < self->items->len; i++)
    {
      const PalSnippet *snippet = g_ptr_array_index (self->items, i);

      if (strcmp (snippet->code, code) == 0)
        return snippet;
    }
  folded = g_utf8_casefold (code, -1);
  for (guint i = 0; i < self->items->len; i++)
    {
      const PalSnippet *snippet = g_ptr_array_index (self->items, i);
      g_autofree char *other = g_utf8_casefold (snippet->code, -1);

      if (strcmp (other, folded) == 0)
        return snippet;
    }
  return NULL;
}

const char *
pal_snippet_get_text (const PalSnippet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->own ? self->text : g_dpgettext2 (GETTEXT_PACKAGE, "atlas", self->text);
}

const char *
pal_snippet_get_name (const PalSnippet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name == NULL ? NULL : g_dpgettext2 (GETTEXT_PACKAGE, "atlas", self->name);
}

const char *
pal_snippets_expand (PalSnippets *self, const char *before, guint *n_chars)
{
  const char *semicolon, *previous;
  const PalSnippet *snippet;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (before != NULL && n_chars != NULL, NULL);

  semicolon = strrchr (before, ';');
  if (semicolon == NULL || semicolon[1] == '\0' || strpbrk (semicolon, " \t\n") != NULL)
    return NULL;
  previous = g_utf8_find_prev_char (before, semicolon);
  if (previous != NULL && !g_unichar_isspace (g_utf8_get_char (previous)))
    return NULL;
  snippet = pal_snippets_find (self, semicolon + 1);
  if (snippet == NULL)
    return NULL;
  *n_chars = (guint) g_utf8_strlen (semicolon, -1);
  return pal_snippet_get_text (snippet);
}

gboolean
pal_snippet_find_blank (const char *text, guint from, guint *start, guint *end)
{
  const char *at, *open, *close;

  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, FALSE);

  if (g_utf8_strlen (text, -1) < (glong) from)
    return FALSE;
  at = g_utf8_offset_to_pointer (text, from);
  for (open = strchr (at, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      close = open + strcspn (open, "}\n");
      if (*close != '}')
        continue;
      *start = (guint) g_utf8_pointer_to_offset (text, open);
      *end = (guint) g_utf8_pointer_to_offset (text, close) + 1;
      return TRUE;
    }
  return FALSE;
}
