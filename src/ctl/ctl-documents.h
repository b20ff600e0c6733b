/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What verbs that write documents share: paper, language, day, the file. */

#pragma once

#include "ctl/ctl.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

/** CtlPaper: what the command line says about the pages; one verb a run, so there is one. */
typedef struct
{
  char *language;
  char *size;
  char *date;
  char *out;
  gboolean large;
  gboolean mono;
  /*< private >*/
  char *practice_name;
  char *practice_contact;
  char *logo;
  char *signature;
  char **summary_left_out;
} CtlPaper;

extern CtlPaper ctl_paper;

/* clang-format off */
/** CTL_PAPER_ENTRIES: the options of every document. */
#define CTL_PAPER_ENTRIES                                                                          \
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &ctl_paper.language,                                  \
    N_ ("Language of the pages (default: the client's)"), N_ ("xx") },                             \
  { "paper", 0, 0, G_OPTION_ARG_FILENAME, &ctl_paper.size, N_ ("a4 (default) or letter"),          \
    N_ ("SIZE") },                                                                                 \
  { "large", 0, 0, G_OPTION_ARG_NONE, &ctl_paper.large, N_ ("Large print, 18 points"), NULL },     \
  { "mono", 0, 0, G_OPTION_ARG_NONE, &ctl_paper.mono, N_ ("For a black-and-white printer"),        \
    NULL },                                                                                        \
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &ctl_paper.date,                                          \
    N_ ("The day it is made (default: today)"), N_ ("YYYY-MM-DD") },                               \
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &ctl_paper.out, N_ ("The file to write"),                  \
    N_ ("FILE.pdf") },                                                                             \
  G_OPTION_ENTRY_NULL
/* clang-format on */

/** ctl_paper_check: Returns: CTL_OK, or CTL_USAGE when the options cannot be used. */
CtlStatus ctl_paper_check (CtlCall *call, gboolean needs_out);

/** ctl_paper_open_client: Returns: (transfer full): the client the first argument names. */
PalClientFile *ctl_paper_open_client (CtlCall *call, GError **error);

/** ctl_paper_open_client_with: the same, in a practice that may be written to. */
PalClientFile *ctl_paper_open_client_with (CtlCall *call, PalStoreOpenFlags flags, GError **error);

/**
 * ctl_paper_prepare:
 * @language: (nullable): the client's
 * @setup: (out caller-allocates): good until ctl_paper_finish()
 *
 * Speaks the language of the pages from now on.
 */
void ctl_paper_prepare (CtlCall *call, const char *language, PalReportSetup *setup);

/** ctl_paper_sign: puts the stored signature of @therapist into @setup. @therapist: (nullable) */
void ctl_paper_sign (CtlCall *call, const char *therapist, PalReportSetup *setup);

/**
 * ctl_paper_finish:
 * @document: (transfer full) (nullable): %NULL with @error set
 * @error: what is said when there is no document, or no file
 *
 * Writes the file.
 */
CtlStatus ctl_paper_finish (PalDocument *document, GError **error);

/** ctl_paper_clear: what ctl_paper_prepare() read is no longer needed. */
void ctl_paper_clear (void);

G_END_DECLS
