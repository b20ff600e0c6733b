/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of pal-words-matrix.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-insight.h"
#include "report/pal-words-matrix.h"
#include "report/pal-words-private.h"

const char *
pal_words_matrix_cell (PalMatrixCell cell)
{
  switch (cell)
    {
    case PAL_MATRIX_UNKNOWN:
      return C_ ("cell", "Not examined");
    case PAL_MATRIX_CLEAR:
    case PAL_MATRIX_MILD:
    case PAL_MATRIX_MODERATE:
    case PAL_MATRIX_SEVERE:
      return pal_severity_get_name ((int) cell - PAL_MATRIX_CLEAR);
    case PAL_MATRIX_CARRIED:
      return C_ ("cell", "Carried over");
    case PAL_MATRIX_N_CELLS:
      break;
    }
  g_return_val_if_reached ("");
}

char *
pal_words_matrix_name (const PalMatrixLine *line)
{
  return line->structure != NULL ? pal_words_structure (line->structure, line->side)
                                 : pal_region_dup_label (line->region, line->side);
}

char *
pal_words_matrix_end (const PalMatrixLine *line, guint n_visits)
{
  if (line->row != NULL)
    {
      g_autofree char *words = pal_words_row (line->row);
      if (line->row->baseline == PAL_BASELINE_CONFIRMED)
        /* Translators: %s is what was seen of a region that is confirmed as a baseline. */
        return g_strdup_printf (_ ("%s · baseline"), words);
      return g_steal_pointer (&words);
    }
  guint n_known = 0;
  for (guint i = 0; i < n_visits; i++)
    n_known += line->cells[i] == PAL_MATRIX_CLEAR;
  if (n_known == 0)
    return g_strdup (_ ("not examined"));
  return g_strdup_printf (ngettext ("clear at %u visit", "clear at %u visits", n_known), n_known);
}

char *
pal_words_matrix_row (const PalMatrixLine *line, guint n_visits)
{
  g_autofree char *end = pal_words_matrix_end (line, n_visits);
  if (line->row == NULL)
    {
      g_autofree char *capital = pal_words_capitalise (end);
      return g_strdup_printf (C_ ("sentence", "%s."), capital);
    }
  /* Translators: %1$s is a class such as "Persistent", %2$s what was seen. */
  g_autofree char *seen =
      g_strdup_printf (_ ("%1$s, %2$s."), pal_words_class (line->row->course), end);
  g_autofree char *confidence = pal_words_confidence (line->row);
  g_autofree char *hands = pal_words_new_hands (line->row);
  const char *lines[] = { seen, line->row->course != PAL_CLASS_TOO_FEW ? confidence : hands,
                          line->row->course != PAL_CLASS_TOO_FEW ? hands : NULL, NULL };
  return g_strjoinv ("\n", (char **) lines);
}

char *
pal_words_matrix_spot (const PalMatrixLine *line, PalMatrixCell cell, const PalVisit *visit)
{
  g_autofree char *name = pal_words_matrix_name (line);
  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (visit->at));
  const char *state = visit->is_signed ? C_ ("visit", "signed") : C_ ("visit", "draft");
  if (visit->therapist == NULL || *visit->therapist == '\0')
    /* Translators: 1: region, 2: day, 3: what was found, 4: signed or draft. */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s (%4$s)"), name, day, pal_words_matrix_cell (cell),
                            state);
  /* Translators: 1: region, 2: day, 3: what was found, 4: signed or draft, 5: a name. */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s (%4$s, charted by %5$s)"), name, day,
                          pal_words_matrix_cell (cell), state, visit->therapist);
}
