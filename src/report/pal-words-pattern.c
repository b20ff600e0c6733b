/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of pal-words-pattern.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-words-pattern.h"

#include <glib/gi18n-lib.h>

char *
pal_words_pattern_name (const PalPatternRow *row)
{
  if (row->side == PAL_SIDE_LEFT)
    /* Translators: %s is the name of a pattern, as in "ITB chain, left". */
    return g_strdup_printf (_ ("%s, left"), pal_chain_get_name (row->chain));
  /* Translators: %s is the name of a pattern, as in "ITB chain, right". */
  return g_strdup_printf (_ ("%s, right"), pal_chain_get_name (row->chain));
}

const char *
pal_words_link_last (const PalPatternLink *link)
{
  switch (link->last)
    {
    case PAL_LINK_UNKNOWN:
      return _ ("not examined last time");
    case PAL_LINK_CLEAR:
      return _ ("clear last time");
    case PAL_LINK_SEEN:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

char *
pal_words_factors (const PalChain *chain)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < chain->links->len; i++)
    {
      const PalChainLink *link = g_ptr_array_index (chain->links, i);
      if (link->factor == NULL)
        continue;
      const char *plain = pal_chain_link_get_plain (link);
      const char *name = pal_chain_link_get_name (link);
      g_ptr_array_add (parts,
                       plain != NULL ? g_strdup_printf ("%s (%s)", name, plain) : g_strdup (name));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  g_autofree char *list = g_strjoinv ("; ", (char **) parts->pdata);
  /* Translators: %s is a list, as in "Shoes (worn out or new); Ground (camber, downhill)". */
  return g_strdup_printf (_ ("Worth asking about beside it, not counted: %s"), list);
}

char *
pal_words_absent (guint n, gboolean beside_others)
{
  if (!beside_others)
    return g_strdup_printf (ngettext ("%u pattern was looked for and is not to be seen",
                                      "%u patterns were looked for and are not to be seen", n),
                            n);
  return g_strdup_printf (ngettext ("%u other pattern was looked for and is not to be seen",
                                    "%u other patterns were looked for and are not to be seen", n),
                          n);
}

char *
pal_words_absent_row (const PalPatternRow *left, const PalPatternRow *right)
{
  const PalPatternRow *any = left != NULL ? left : right;
  const char *name;

  g_return_val_if_fail (any != NULL, NULL);

  name = pal_chain_get_name (any->chain);
  if (left != NULL && right != NULL)
    /* Translators: %1$s is a pattern; places of the body seen on the left, on the right, of all. */
    return g_strdup_printf (_ ("%1$s: %2$u of %4$u places seen left, %3$u right"), name,
                            left->n_seen, right->n_seen, left->n_links);
  if (left != NULL)
    /* Translators: %1$s is a pattern. */
    return g_strdup_printf (_ ("%1$s: %2$u of %3$u places seen left"), name, left->n_seen,
                            left->n_links);
  /* Translators: %1$s is a pattern. */
  return g_strdup_printf (_ ("%1$s: %2$u of %3$u places seen right"), name, right->n_seen,
                          right->n_links);
}
