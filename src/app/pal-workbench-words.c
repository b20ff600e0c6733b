/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The practice's own words as the workbench hands them to widgets. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/pal-exchange.h"

void
pal_workbench_reload_snippets (PalWorkbench *self)
{
  g_autofree char *own = NULL;
  g_autoptr (GError) error = NULL;

  /* Nobody has asked for them yet. */
  if (self->snippets == NULL)
    return;
  own = pal_store_get_setting (self->store, PAL_SETTING_SNIPPETS);
  if (!pal_snippets_set_own (self->snippets, own, &error))
    pal_workbench_fail (self, error);
}

PalSnippets *
pal_workbench_get_snippets (PalWorkbench *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);

  if (self->snippets != NULL)
    return self->snippets;
  self->snippets = pal_snippets_new (&error);
  if (self->snippets == NULL)
    {
      /* Built into the program: a fault of the build. */
      g_critical ("The snippets cannot be read: %s", error->message);
      return NULL;
    }
  pal_workbench_reload_snippets (self);
  return self->snippets;
}

gboolean
pal_workbench_set_own_snippets (PalWorkbench *self, const char *lines, GError **error)
{
  PalSnippets *snippets;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (lines != NULL, FALSE);

  snippets = pal_workbench_get_snippets (self);
  return snippets != NULL && pal_snippets_set_own (snippets, lines, error) &&
         pal_store_set_setting (self->store, PAL_SETTING_SNIPPETS, lines, error);
}

/* On disk first: what is offered is what a record may hold. */
static gboolean
put_term (PalWorkbench *self, const PalOwnTerm *term)
{
  g_autoptr (GError) error = NULL;

  if (pal_store_put_term (self->store, term, &error) &&
      pal_vocabulary_put_own (self->vocabulary, term, &error))
    return TRUE;
  pal_workbench_fail (self, error);
  return FALSE;
}

static gboolean
is_name_taken (PalWorkbench *self, PalTermList list, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < pal_vocabulary_get_n (self->vocabulary, list); i++)
    {
      const PalTerm *term = pal_vocabulary_get (self->vocabulary, list, i);
      g_autofree char *other = g_utf8_casefold (pal_term_get_name (term), -1);

      if (!term->retired && g_str_equal (other, folded))
        return TRUE;
    }
  return FALSE;
}

/* @replaces: (nullable): the word it is a new name of */
static gboolean
add_term (PalWorkbench *self,
          PalTermList list,
          const char *name,
          gboolean has_severity,
          const char *replaces)
{
  g_autofree char *own = g_strstrip (g_strdup (name));
  g_autofree char *uuid = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (*own == '\0' || g_utf8_strlen (own, -1) > PAL_MAX_NAME_CHARS)
    g_set_error_literal (&error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE,
                         _ ("A word of your own needs a name of at most 200 characters."));
  else if (is_name_taken (self, list, own))
    /* Translators: %s is a word of a list, such as "Stripping". */
    g_set_error (&error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_INCONSISTENT,
                 _ ("“%s” is in the list already."), own);
  if (error != NULL)
    {
      pal_workbench_fail (self, error);
      return FALSE;
    }
  uuid = pal_uuid_new ();
  id = g_strconcat ("own-", uuid, NULL);
  return put_term (self, &(PalOwnTerm){ list, id, own, has_severity, FALSE, (char *) replaces });
}

gboolean
pal_workbench_add_term (PalWorkbench *self,
                        PalTermList list,
                        const char *name,
                        gboolean has_severity)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return add_term (self, list, name, has_severity, NULL);
}

gboolean
pal_workbench_retire_term (PalWorkbench *self, PalTermList list, const char *id, gboolean retired)
{
  const PalTerm *term;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);

  term = pal_vocabulary_find (self->vocabulary, list, id);
  g_return_val_if_fail (term != NULL, FALSE);
  return put_term (self, &(PalOwnTerm){ list, term->id, term->name, term->has_severity, retired,
                                        term->replaces });
}

gboolean
pal_workbench_rename_term (PalWorkbench *self, PalTermList list, const char *id, const char *name)
{
  const PalTerm *term;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);

  term = pal_vocabulary_find (self->vocabulary, list, id);
  g_return_val_if_fail (term != NULL, FALSE);
  return add_term (self, list, name, term->has_severity, term->id) &&
         pal_workbench_retire_term (self, list, id, TRUE);
}
