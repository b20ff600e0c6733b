/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In and out: the `palpate-practice` format, version 1. Parses to records and checks everything;
 * the store then takes all or nothing. Other formats have headers of their own. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "record/pal-client.h"
#include "record/pal-practice-settings.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

#define PAL_EXCHANGE_ERROR (pal_exchange_error_quark ())

/**
 * PalExchangeError:
 * @PAL_EXCHANGE_ERROR_NOT_READABLE: a folder, a missing file, no permission
 * @PAL_EXCHANGE_ERROR_TOO_LARGE: beyond the limits of file, clients or visits
 * @PAL_EXCHANGE_ERROR_NOT_JSON: truncated, invalid UTF-8 or no JSON
 * @PAL_EXCHANGE_ERROR_WRONG_FORMAT: not this format, or a newer version of it
 * @PAL_EXCHANGE_ERROR_INVALID: a value is wrong; the message starts with its path
 */
typedef enum
{
  PAL_EXCHANGE_ERROR_NOT_READABLE,
  PAL_EXCHANGE_ERROR_TOO_LARGE,
  PAL_EXCHANGE_ERROR_NOT_JSON,
  PAL_EXCHANGE_ERROR_WRONG_FORMAT,
  PAL_EXCHANGE_ERROR_INVALID
} PalExchangeError;

GQuark pal_exchange_error_quark (void);

#define PAL_MAX_FILE_BYTES (256 * 1024 * 1024)

/**
 * PalPractice:
 * @terms: (element-type PalOwnTerm): the practice's own words, which its records may hold
 * @files: (element-type PalClientFile): every client with their visits, in file order
 * @settings: what the file says about the practice as a whole; never %NULL
 * @warnings: (element-type utf8): unknown keys that were left out, with their paths
 */
typedef struct
{
  GPtrArray *files;
  GPtrArray *warnings;
  GPtrArray *terms;
  PalPracticeSettings *settings;
} PalPractice;

void pal_practice_free (PalPractice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalPractice, pal_practice_free)

/**
 * pal_practice_read_file:
 *
 * Reads and checks a whole file.
 *
 * Returns: (transfer full): the practice, or %NULL with a #PalExchangeError
 */
PalPractice *pal_practice_read_file (const char *path,
                                     PalAtlas *atlas,
                                     PalVocabulary *vocabulary,
                                     GError **error);

/** pal_practice_read_data: as pal_practice_read_file(); @length in bytes. */
PalPractice *pal_practice_read_data (
    const char *data, gsize length, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error);

/**
 * PalPracticeWriter:
 *
 * Writes the format client by client, so that a large practice never lies in memory. Key order,
 * number format and white space are fixed: the same records give the same bytes.
 */
typedef struct _PalPracticeWriter PalPracticeWriter;

PalPracticeWriter *pal_practice_writer_new (GOutputStream *stream, GError **error);
/** pal_practice_writer_add_settings: writes what is set for the practice as a whole; once, and
 * before the words. No part of a file that holds one client alone. */
gboolean pal_practice_writer_add_settings (PalPracticeWriter *self,
                                           const PalPracticeSettings *settings,
                                           GError **error);
/** pal_practice_writer_add_terms: writes what @vocabulary holds beyond the shipped words; once, and
 * before the first client. */
gboolean pal_practice_writer_add_terms (PalPracticeWriter *self,
                                        PalVocabulary *vocabulary,
                                        GError **error);
gboolean pal_practice_writer_add (PalPracticeWriter *self,
                                  const PalClientFile *file,
                                  GError **error);
/** pal_practice_writer_finish: writes the end; the stream stays open. Frees nothing. */
gboolean pal_practice_writer_finish (PalPracticeWriter *self, GError **error);
void pal_practice_writer_free (PalPracticeWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalPracticeWriter, pal_practice_writer_free)

/**
 * pal_practice_shift:
 * @days: added to every date and moment of @self, may be negative
 *
 * Moves a made-up practice in time so that it ends near today. Weeks stay weeks when @days is a
 * multiple of seven.
 */
void pal_practice_shift (PalPractice *self, int days);

G_END_DECLS
