/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of two visits (insight, section 3). */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-compare.h"

PalChangeWord
pal_change_word_for (int from, int to)
{
  if (from == 0)
    return to == 0 ? PAL_CHANGE_NONE : PAL_CHANGE_NEW;
  if (to == 0)
    return PAL_CHANGE_GONE;
  if (to > from)
    return PAL_CHANGE_WORSE;
  return to < from ? PAL_CHANGE_BETTER : PAL_CHANGE_SAME;
}
