/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of names. They stand in files: a name is never used for another text. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-client-words.h"

#include "record/pal-visit.h"

static const struct
{
  const char *id;
  gsize offset;
  glong max_chars;
} words[] = {
  { "given", offsetof (PalClient, given), PAL_MAX_NAME_CHARS },
  { "family", offsetof (PalClient, family), PAL_MAX_NAME_CHARS },
  { "phone", offsetof (PalClient, phone), PAL_MAX_NAME_CHARS },
  { "email", offsetof (PalClient, email), PAL_MAX_NAME_CHARS },
  { "sport", offsetof (PalClient, sport), PAL_MAX_NAME_CHARS },
  { "squad", offsetof (PalClient, squad), PAL_MAX_NAME_CHARS },
  { "goal", offsetof (PalClient, goal), PAL_MAX_TEXT_CHARS },
  { "preferences", offsetof (PalClient, preferences), PAL_MAX_TEXT_CHARS },
  { "history", offsetof (PalClient, history), PAL_MAX_TEXT_CHARS },
};

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

static char **
find (PalClient *self, const char *id, glong *max_chars)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, id))
      {
        *max_chars = words[i].max_chars;
        return &G_STRUCT_MEMBER (char *, self, words[i].offset);
      }
  return NULL;
}

char **
pal_client_words_peek (PalClient *self, const char *id)
{
  glong max_chars;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find (self, id, &max_chars);
}

gboolean
pal_client_words_put (PalClient *self, const char *id, const char *text)
{
  glong max_chars;
  char **where;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  where = find (self, id, &max_chars);
  if (where == NULL || (text != NULL && g_utf8_strlen (text, -1) > max_chars))
    return FALSE;
  if (is_blank (text) && ((where == &self->given && is_blank (self->family)) ||
                          (where == &self->family && is_blank (self->given))))
    return FALSE;
  pal_visit_set_text (where, text);
  return TRUE;
}
