/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of reports, and paper sizes. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-summary.h"

G_DEFINE_QUARK (pal - report - error - quark, pal_report_error)

gboolean
pal_paper_from_id (const char *id, PalPaper *paper)
{
  g_return_val_if_fail (id != NULL, FALSE);
  if (g_ascii_strcasecmp (id, "a4") == 0)
    *paper = PAL_PAPER_A4;
  else if (g_ascii_strcasecmp (id, "letter") == 0)
    *paper = PAL_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

void
pal_paper_get_size (PalPaper paper, double *width_pt, double *height_pt)
{
  /* ISO 216: 210 × 297 mm; ANSI Letter: 8.5 × 11 in. */
  *width_pt = paper == PAL_PAPER_A4 ? 595.276 : 612.0;
  *height_pt = paper == PAL_PAPER_A4 ? 841.890 : 792.0;
}
