/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding text for comparison, and counting the typing errors between two. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-search-private.h"

#include <string.h>

/* Longer texts than this, and there are none in the catalogue, get their table from the heap. */
#define MAX_CHARS 80

char *
pal_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  g_autofree char *again = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) plain = g_string_sized_new (strlen (again));

  for (const char *p = again; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, c);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Apostrophes join ("runner's" is "runners"), everything else that is no letter divides. */
static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

char *
pal_text_squash (const char *text)
{
  g_autofree char *folded = pal_text_fold (text);
  g_autoptr (GString) squashed = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (squashed, c);
      else if (!is_apostrophe (c) && squashed->len > 0 && squashed->str[squashed->len - 1] != ' ')
        g_string_append_c (squashed, ' ');
    }
  if (squashed->len > 0 && squashed->str[squashed->len - 1] == ' ')
    g_string_truncate (squashed, squashed->len - 1);

  return g_string_free (g_steal_pointer (&squashed), FALSE);
}

void
pal_folded_init (PalFolded *self, const char *squashed)
{
  glong n = 0;

  self->chars = g_utf8_to_ucs4_fast (squashed, -1, &n);
  self->n = (guint) n;
  self->letters = 0;
  for (guint i = 0; i < self->n; i++)
    self->letters |= 1u << (self->chars[i] % 32);
}

void
pal_folded_clear (PalFolded *self)
{
  g_clear_pointer (&self->chars, g_free);
  self->n = 0;
}

guint
pal_folded_tolerance (guint n)
{
  if (n < 4)
    return 0;

  return n < 8 ? 1 : 2;
}

/* One row of the table of Damerau's distance with neighbouring letters swapped (optimal string
 * alignment): @two is the row before @one. Returns the least number in the row. */
static guint
fill_row (const PalFolded *a, const PalFolded *b, guint i, guint *two, guint *one, guint *row)
{
  guint least = i;

  row[0] = i;
  for (guint j = 1; j <= b->n; j++)
    {
      guint change = one[j - 1] + (a->chars[i - 1] != b->chars[j - 1] ? 1 : 0);

      row[j] = MIN (change, MIN (one[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a->chars[i - 1] == b->chars[j - 2] &&
          a->chars[i - 2] == b->chars[j - 1])
        row[j] = MIN (row[j], two[j - 2] + 1);
      least = MIN (least, row[j]);
    }

  return least;
}

static guint
measure_distance (const PalFolded *a, const PalFolded *b, guint limit)
{
  guint small[3 * (MAX_CHARS + 1)];
  g_autofree guint *large = b->n > MAX_CHARS ? g_new (guint, 3 * (b->n + 1)) : NULL;
  guint *two = large != NULL ? large : small;
  guint *one = two + b->n + 1;
  guint *row = one + b->n + 1;
  guint least_before = 0;

  for (guint j = 0; j <= b->n; j++)
    one[j] = j;
  for (guint i = 1; i <= a->n; i++)
    {
      guint least = fill_row (a, b, i, two, one, row);

      /* A swap reaches back two rows, so both must be beyond. */
      if (least > limit && least_before > limit)
        return limit + 1;
      least_before = least;

      guint *spare = two;
      two = one;
      one = row;
      row = spare;
    }

  return MIN (one[b->n], limit + 1);
}

guint
pal_folded_distance (const PalFolded *a, const PalFolded *b, guint limit)
{
  guint longer = MAX (a->n, b->n);
  guint shorter = MIN (a->n, b->n);

  if (longer - shorter > limit)
    return limit + 1;
  /* One error makes at most two letters differ. */
  if ((guint) __builtin_popcount (a->letters ^ b->letters) > 2 * MIN (limit, 16))
    return limit + 1;

  return measure_distance (a, b, limit);
}

guint
pal_text_distance (const char *a, const char *b, guint limit)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  PalFolded one;
  PalFolded other;

  limit = MIN (limit, G_MAXUINT - 1);
  pal_folded_init (&one, a);
  pal_folded_init (&other, b);
  guint distance = pal_folded_distance (&one, &other, limit);
  pal_folded_clear (&one);
  pal_folded_clear (&other);

  return distance;
}
