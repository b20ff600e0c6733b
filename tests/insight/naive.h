/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures once more, written down from the rules as they are told, slowly and without any of
 * the code under test: strings, lists and plain loops over the records. */

#pragma once

#include "atlas/pal-chains.h"
#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

#define NAIVE_MAX_VISITS 64

/**
 * NaiveVisits:
 *
 * The visits up to a day, in order of time.
 */
typedef struct
{
  const PalVisit *at[NAIVE_MAX_VISITS];
  guint n;
} NaiveVisits;

/** NaiveSubject: regions that count together on one side, for one kind (%NULL: any). */
typedef struct
{
  const char *regions[16];
  guint n_regions;
  PalSide side;
  const char *kind;
  PalSource source;
} NaiveSubject;

/** NaiveRow: what is told of a subject; NAN and %PAL_NO_DATE where nothing can be. */
typedef struct
{
  guint examined, marked, streak, clear, all_examined, all_marked;
  PalDate first, last, since;
  double mean, burden, trend, confidence, response, held;
  const char *course;
  gboolean baseline;
  int last_severity;
  char *visits; /* ids of the marked visits, each followed by a space */
} NaiveRow;

void naive_row_clear (NaiveRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NaiveRow, naive_row_clear)

/** naive_sort: Returns: the visits of @file up to @at. */
NaiveVisits naive_sort (const PalClientFile *file, PalDate at);

/** naive_severity: Returns: 0 … 3, or -1 when unknown. */
int naive_severity (const PalVisit *visit, const NaiveSubject *subject);

/** naive_measure: the row of @subject. */
NaiveRow naive_measure (const NaiveVisits *visits, const NaiveSubject *subject);

/** NaivePattern: what is told of a chain on one side. */
typedef struct
{
  gboolean present;
  guint n_links, n_seen, n_visits, of_visits;
  guint seen[32], looked_at[32];
  int last[32]; /* -1 unknown, 0 clear, 1 seen */
} NaivePattern;

NaivePattern naive_find_pattern (const NaiveVisits *visits, const PalChain *chain, PalSide side);

/** naive_spikes: Returns: (transfer full): "2026-02-22 35.0 13.3 30-100 " … */
char *naive_spikes (const PalClient *client, PalDate at);

/** naive_interval: Returns: (transfer full): "2 finding volume ", by the rows of @regions. */
char *naive_interval (const PalClientFile *file, const NaiveVisits *visits, PalDate at);

G_END_DECLS
