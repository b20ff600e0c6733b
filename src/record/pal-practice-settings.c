/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings of a practice: between the store's names and one struct, checked and joined. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-practice-settings.h"

#include "record/pal-record-private.h"
#include "record/pal-summary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const setting_names[] = { PAL_SETTING_PRACTICE_NAME,
                                             PAL_SETTING_PRACTICE_CONTACT,
                                             PAL_SETTING_THERAPIST,
                                             PAL_SETTING_ASK_CONSENT,
                                             PAL_SETTING_SNIPPETS,
                                             PAL_SETTING_SUMMARY_LEFT_OUT,
                                             NULL };

void
pal_signature_free (PalSignature *self)
{
  if (self == NULL)
    return;
  g_free (self->therapist);
  g_free (self->png);
  g_free (self);
}

gboolean
pal_practice_image_check (const char *key, const char *png, GError **error)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autofree guint8 *bytes = NULL;
  gsize length = 0;

  if (png == NULL)
    return TRUE;
  if (strlen (png) / 4 * 3 > PAL_MAX_IMAGE_BYTES + 2)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                            g_strdup (_ ("the picture is too large to be kept.")));
  bytes = g_base64_decode (png, &length);
  if (length <= sizeof magic || memcmp (bytes, magic, sizeof magic) != 0)
    return pal_record_fail (error, PAL_RECORD_ERROR_NOT_UNDERSTOOD, key,
                            g_strdup (_ ("this is no picture in the form PNG.")));
  return TRUE;
}

PalPracticeSettings *
pal_practice_settings_new (void)
{
  PalPracticeSettings *self = g_new0 (PalPracticeSettings, 1);

  self->snippets = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_snippet_free);
  self->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_signature_free);
  return self;
}

void
pal_practice_settings_free (PalPracticeSettings *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->contact);
  g_free (self->therapist);
  g_ptr_array_unref (self->snippets);
  g_strfreev (self->summary_left_out);
  g_free (self->logo);
  g_ptr_array_unref (self->signatures);
  g_free (self);
}

gboolean
pal_practice_settings_is_empty (const PalPracticeSettings *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->name == NULL && self->contact == NULL && self->therapist == NULL &&
         !self->skips_consent && self->snippets->len == 0 &&
         (self->summary_left_out == NULL || self->summary_left_out[0] == NULL) &&
         self->logo == NULL && self->signatures->len == 0;
}

static gboolean
check_snippet (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalSnippet *snippet = element;

  if (!pal_check_text ("code", snippet->code, PAL_MAX_SNIPPET_CODE_CHARS, error) ||
      !pal_check_text ("text", snippet->text, PAL_MAX_TEXT_CHARS, error))
    return FALSE;
  if (snippet->code == NULL || strpbrk (snippet->code, "; \t\r\n") != NULL)
    return pal_record_fail (error, PAL_RECORD_ERROR_NOT_UNDERSTOOD, "code",
                            g_strdup (_ (
                                "a code is one word of letters and digits, without a semicolon.")));
  if (snippet->text == NULL || snippet->text[strspn (snippet->text, " \t\r\n")] == '\0')
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "text",
                            g_strdup (_ ("some text is needed here.")));
  return TRUE;
}

static gboolean
check_signature (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalSignature *signature = element;

  if (signature->therapist == NULL || *signature->therapist == '\0')
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "therapist",
                            g_strdup (_ ("some text is needed here.")));
  return pal_check_text ("therapist", signature->therapist, PAL_MAX_NAME_CHARS, error) &&
         pal_practice_image_check ("png", signature->png != NULL ? signature->png : "", error);
}

gboolean
pal_practice_settings_validate (const PalPracticeSettings *self, GError **error)
{
  g_autofree char *lines = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!pal_check_text ("name", self->name, PAL_MAX_NAME_CHARS, error) ||
      !pal_check_text ("contact", self->contact, PAL_MAX_TEXT_CHARS, error) ||
      !pal_check_text ("therapist", self->therapist, PAL_MAX_NAME_CHARS, error) ||
      !pal_check_list ("snippets", self->snippets, check_snippet, NULL, NULL, error) ||
      !pal_check_summary_blocks ("summary_left_out", self->summary_left_out, error) ||
      !pal_practice_image_check ("logo", self->logo, error) ||
      !pal_check_list ("signatures", self->signatures, check_signature, NULL, NULL, error))
    return FALSE;
  lines = pal_practice_settings_dup (self, PAL_SETTING_SNIPPETS);
  if (self->snippets->len > PAL_MAX_OWN_SNIPPETS)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "snippets",
                            g_strdup (_ ("these are more snippets than are kept.")));
  return pal_check_text ("snippets", lines, PAL_MAX_TEXT_CHARS, error);
}

const char *const *
pal_practice_settings_get_names (void)
{
  return setting_names;
}

static char **
find_text (PalPracticeSettings *self, const char *name)
{
  if (strcmp (name, PAL_SETTING_PRACTICE_NAME) == 0)
    return &self->name;
  if (strcmp (name, PAL_SETTING_PRACTICE_CONTACT) == 0)
    return &self->contact;
  if (strcmp (name, PAL_SETTING_THERAPIST) == 0)
    return &self->therapist;
  return NULL;
}

void
pal_practice_settings_put (PalPracticeSettings *self, const char *name, const char *value)
{
  char **text;

  g_return_if_fail (self != NULL && name != NULL);

  text = find_text (self, name);
  if (text != NULL)
    {
      g_free (*text);
      *text = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
    }
  else if (strcmp (name, PAL_SETTING_ASK_CONSENT) == 0)
    self->skips_consent = g_strcmp0 (value, "no") == 0;
  else if (strcmp (name, PAL_SETTING_SNIPPETS) == 0)
    {
      g_ptr_array_unref (self->snippets);
      self->snippets = pal_snippets_parse_own (value);
    }
  else if (strcmp (name, PAL_SETTING_SUMMARY_LEFT_OUT) == 0)
    {
      g_strfreev (self->summary_left_out);
      self->summary_left_out = value != NULL && *value != '\0' ? g_strsplit (value, ",", -1) : NULL;
    }
}

char *
pal_practice_settings_dup (const PalPracticeSettings *self, const char *name)
{
  char **text;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  text = find_text ((PalPracticeSettings *) self, name);
  if (text != NULL)
    return g_strdup (*text);
  if (strcmp (name, PAL_SETTING_ASK_CONSENT) == 0)
    return self->skips_consent ? g_strdup ("no") : NULL;
  if (strcmp (name, PAL_SETTING_SNIPPETS) == 0 && self->snippets->len > 0)
    return pal_snippets_format_own (self->snippets);
  if (strcmp (name, PAL_SETTING_SUMMARY_LEFT_OUT) == 0 && self->summary_left_out != NULL &&
      self->summary_left_out[0] != NULL)
    return g_strjoinv (",", self->summary_left_out);
  return NULL;
}

static gboolean
has_snippet (const PalPracticeSettings *self, const char *code)
{
  for (guint i = 0; i < self->snippets->len; i++)
    {
      const PalSnippet *snippet = g_ptr_array_index (self->snippets, i);

      if (strcmp (snippet->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What is printed for a practice that has nothing of the kind yet. */
static void
take_print (PalPracticeSettings *self, const PalPracticeSettings *other)
{
  if (self->summary_left_out == NULL)
    self->summary_left_out = g_strdupv (other->summary_left_out);
  if (self->logo == NULL)
    self->logo = g_strdup (other->logo);
  for (guint i = 0, n = self->signatures->len == 0 ? other->signatures->len : 0; i < n; i++)
    {
      const PalSignature *signature = g_ptr_array_index (other->signatures, i);
      PalSignature *copy = g_new0 (PalSignature, 1);

      *copy = (PalSignature){ g_strdup (signature->therapist), g_strdup (signature->png) };
      g_ptr_array_add (self->signatures, copy);
    }
}

void
pal_practice_settings_fill_from (PalPracticeSettings *self,
                                 const PalPracticeSettings *other,
                                 gboolean is_new)
{
  const char *const texts[] = { PAL_SETTING_PRACTICE_NAME, PAL_SETTING_PRACTICE_CONTACT,
                                PAL_SETTING_THERAPIST };

  g_return_if_fail (self != NULL && other != NULL);

  if (is_new)
    self->skips_consent = self->skips_consent || other->skips_consent;
  for (guint i = 0; is_new && i < G_N_ELEMENTS (texts); i++)
    {
      char **mine = find_text (self, texts[i]);

      if (*mine == NULL)
        *mine = pal_practice_settings_dup (other, texts[i]);
    }
  if (is_new)
    take_print (self, other);
  for (guint i = 0; i < other->snippets->len; i++)
    {
      const PalSnippet *snippet = g_ptr_array_index (other->snippets, i);

      if (!has_snippet (self, snippet->code))
        g_ptr_array_add (self->snippets, pal_snippet_new_own (snippet->code, snippet->text));
    }
}
