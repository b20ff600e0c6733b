/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which client is meant by a few letters. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas/pal-search.h"
#include "ctl/ctl.h"

#define MAX_NAMED 3

/* How well a client fits, best first. */
typedef enum
{
  FIT_ID,
  FIT_FULL_NAME,
  FIT_NAME,
  FIT_BEGINNING,
  FIT_NONE
} Fit;

static char *
join_names (const char *first, const char *second)
{
  g_autofree char *joined =
      g_strdup_printf ("%s %s", first != NULL ? first : "", second != NULL ? second : "");

  return pal_text_fold (g_strstrip (joined));
}

static Fit
rate_client (const PalClientRow *row, const char *words, const char *folded)
{
  g_autofree char *given = pal_text_fold (row->given != NULL ? row->given : "");
  g_autofree char *family = pal_text_fold (row->family != NULL ? row->family : "");
  g_autofree char *western = join_names (row->given, row->family);
  g_autofree char *eastern = join_names (row->family, row->given);

  if (strcmp (row->id, words) == 0)
    return FIT_ID;
  if (*folded == '\0')
    return FIT_NONE;
  if (strcmp (western, folded) == 0 || strcmp (eastern, folded) == 0)
    return FIT_FULL_NAME;
  if (strcmp (given, folded) == 0 || strcmp (family, folded) == 0)
    return FIT_NAME;
  if (g_str_has_prefix (western, folded) || g_str_has_prefix (eastern, folded) ||
      g_str_has_prefix (row->id, words))
    return FIT_BEGINNING;
  return FIT_NONE;
}

static void
refuse_several (const char *words, const GPtrArray *found, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < MAX_NAMED; i++)
    {
      const PalClientRow *row = g_ptr_array_index (found, i);
      g_autofree char *name = g_strdup_printf ("%s %s", row->given != NULL ? row->given : "",
                                               row->family != NULL ? row->family : "");

      g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "", g_strstrip (name), row->id);
    }
  if (found->len > MAX_NAMED)
    g_string_append (names, ", …");
  g_set_error (error, CTL_ERROR, CTL_ERROR_UNKNOWN,
               /* Translators: %1$s is what was typed, %2$s a list of clients */
               _ ("“%1$s” may be any of these clients: %2$s."), words, names->str);
}

char *
ctl_find_client (CtlCall *call, const char *words, GError **error)
{
  g_autoptr (GPtrArray) rows = pal_store_list_clients (call->store, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *folded = NULL;
  Fit best = FIT_NONE;

  if (rows == NULL)
    return NULL;
  folded = pal_text_fold (words);
  g_strstrip (folded);
  for (guint i = 0; i < rows->len; i++)
    {
      Fit fit = rate_client (g_ptr_array_index (rows, i), words, folded);

      if (fit < best)
        g_ptr_array_set_size (found, 0);
      best = MIN (best, fit);
      if (fit == best && fit != FIT_NONE)
        g_ptr_array_add (found, g_ptr_array_index (rows, i));
    }
  if (found->len == 1)
    return g_strdup (((PalClientRow *) g_ptr_array_index (found, 0))->id);
  if (found->len > 1)
    refuse_several (words, found, error);
  else
    g_set_error (error, CTL_ERROR, CTL_ERROR_UNKNOWN,
                 /* Translators: %s is what was typed */
                 _ ("There is no client “%s”."), words);
  return NULL;
}
