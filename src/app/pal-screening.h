/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking about red flags: a list of questions that records what the client said yes to, and when it
 * was asked. It asks and records; it never blocks and never decides. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_SCREENING_ROW (pal_screening_row_get_type ())
G_DECLARE_FINAL_TYPE (PalScreeningRow, pal_screening_row, PAL, SCREENING_ROW, AdwActionRow)

/** pal_screening_row_set_workbench: once; the row says what was asked, and opens the questions. */
void pal_screening_row_set_workbench (PalScreeningRow *self, PalWorkbench *workbench);

/**
 * pal_screening_set_flag:
 * @flag: id of a red flag
 * @yes: whether the client said yes
 *
 * One edit of the open visit; the first answer also records the moment of asking.
 */
gboolean pal_screening_set_flag (PalWorkbench *workbench, const char *flag, gboolean yes);

/** pal_screening_finish: records that all was asked just now, whatever was answered. */
gboolean pal_screening_finish (PalWorkbench *workbench);

G_END_DECLS
