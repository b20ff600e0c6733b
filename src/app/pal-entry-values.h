/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type into fields, to values and back: dates and numbers as they write them. No
 * widgets; every refusal is a sentence to show below the field. */

#pragma once

#include "record/pal-record-types.h"

G_BEGIN_DECLS

/**
 * pal_entry_read_date:
 * @text: "1990-01-31", "31.1.1990", or with slashes in the order of the language; empty for no date
 * @earliest: the first day allowed
 * @latest: the last day allowed
 * @date: (out): %PAL_NO_DATE for empty text
 *
 * Returns: %FALSE with a #PalRecordError when it is no such day or outside the limits
 */
gboolean pal_entry_read_date (
    const char *text, PalDate earliest, PalDate latest, PalDate *date, GError **error);

/**
 * pal_entry_read_number:
 * @text: "42.5" or "42,5"; empty for not recorded
 * @max: the largest allowed; the smallest is 0
 * @whole: whether it must be a whole number
 * @number: (out): %PAL_UNSET for empty text
 */
gboolean pal_entry_read_number (
    const char *text, double max, gboolean whole, double *number, GError **error);

/** pal_entry_format_number: Returns: (transfer full): "42.5" or "42", with the language's point. */
char *pal_entry_format_number (double number);

G_END_DECLS
