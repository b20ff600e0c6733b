/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of several rooms share: the shipped atlas and words, a made-up runner, a folder that
 * goes away, waiting on the main loop. No gtk. */

#pragma once

#include "atlas/pal-atlas.h"
#include "atlas/pal-vocabulary.h"
#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/** kit_get_atlas: Returns: (transfer none): the shipped atlas, loaded once a program. */
PalAtlas *kit_get_atlas (void);

/** kit_get_vocabulary: Returns: (transfer none): the shipped words, loaded once a program. */
PalVocabulary *kit_get_vocabulary (void);

/* The runner's ids, the same in every run. */
#define KIT_RUNNER_ID "5a000000-0000-4000-8000-000000000001"

/**
 * kit_runner_new:
 * @n_visits: at most 200; every second Monday from 2025-09-01 at 09:00 UTC, the last one a draft
 *
 * A made-up runner with the story the product is about: the left calf and shin tire, the left
 * iliotibial band is tight at every visit, whatever the complaint, the tensor fasciae latae follows
 * from the third visit on, low back and outer knee complain from the fifth on. The upper body is
 * examined at every second visit. With runs, training weeks, shoes, an alert and a race.
 * The same for the same number, to the last byte.
 *
 * Returns: (transfer full): the client and visits, valid
 */
PalClientFile *kit_runner_new (guint n_visits);

/**
 * kit_busy_client_new:
 *
 * Somebody seen every week, 25 marks at each visit all over the body, so that every region and side
 * has its row. For benchmarks; the same in every run but for the ids.
 *
 * Returns: (transfer full): the client and visits, valid
 */
PalClientFile *kit_busy_client_new (guint n_visits);

/** kit_visit_id_new: Returns: (transfer full): the id of the runner's visit @i, from 0. */
char *kit_visit_id_new (guint i);

/**
 * kit_mark:
 *
 * Puts a mark on @visit, whose group counts as examined then. For arranging tests.
 */
void kit_mark (PalVisit *visit, const char *region, PalSide side, const char *kind, int before);

/** kit_words_new: Returns: (transfer full): the list of @words, which are separated by a space. */
char **kit_words_new (const char *words);

/** KitPredicate: Returns: whether what was waited for has happened. */
typedef gboolean (*KitPredicate) (gpointer data);

/**
 * kit_wait_until:
 *
 * Runs the main loop until @predicate holds. Never sleeps longer than it must.
 *
 * Returns: %FALSE when @timeout_ms went by before it did
 */
gboolean kit_wait_until (KitPredicate predicate, gpointer data, guint timeout_ms);

/** KitFolder: the path of a folder of our own that is deleted with all it holds. */
typedef char KitFolder;

/** kit_folder_new: Returns: (transfer full): an empty folder in the system's temporary place. */
KitFolder *kit_folder_new (void);
void kit_folder_free (KitFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KitFolder, kit_folder_free)

/**
 * kit_assert_refused:
 * @done: what the function under test returned
 * @error: (transfer full): what it left
 * @domain: the domain expected
 * @start: how the message must begin, as in "marks[2].side: "
 *
 * Asserts a refusal in one clear line.
 */
void kit_assert_refused (gboolean done, GError *error, GQuark domain, int code, const char *start);

G_END_DECLS
