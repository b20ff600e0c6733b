/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings as a table for spreadsheets and statistics. One way only: what comes back in is the
 * `palpate-practice` format. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * pal_csv_append_header:
 *
 * Appends the line of column names: client, given, family, visit, date, time, therapist, signed,
 * region, name, side, kind, before, after, minutes, techniques, responses, source, carried, note.
 *
 * The file is UTF-8 without a byte order mark, separated by commas, lines ending in CR LF, quoted
 * as in RFC 4180. Date and time are UTC. Several techniques or responses are separated by
 * semicolons. Absent values are empty. A text that begins with =, +, -, @, a tab or a line break
 * gets an apostrophe in front, so that no spreadsheet takes it for a formula.
 */
void pal_csv_append_header (GString *out);

/**
 * pal_csv_append_client:
 *
 * Appends one line for each mark of each visit; a visit without marks gets a line of its own with
 * the columns from region on left empty, so that visits can be counted.
 */
void pal_csv_append_client (GString *out, const PalClientFile *file, PalAtlas *atlas);

G_END_DECLS
