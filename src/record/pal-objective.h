/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The objective section in step with the map: a line for each finding, made anew from the marks
 * whenever it is shown, and never stored. What the therapist typed is kept apart, so no line that
 * is made can ever overwrite a word of theirs. */

#pragma once

#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * pal_objective_dup_findings:
 *
 * What the therapist found, in the order of the marks: "Left ITB, middle third: tight, severe →
 * mild after stripping". What the client says is subjective, and what was carried over and not
 * confirmed is not found yet: both are left out.
 *
 * Returns: (transfer full): lines without a last line end; empty when nothing was found
 */
char *pal_objective_dup_findings (const PalVisit *visit,
                                  PalAtlas *atlas,
                                  PalVocabulary *vocabulary);

/**
 * pal_objective_dup_unsaid:
 * @findings: lines of pal_objective_dup_findings()
 * @typed: (nullable): the objective note as it is stored
 *
 * Returns: (transfer full): the findings that do not stand in the note as a line of their own
 */
char *pal_objective_dup_unsaid (const char *findings, const char *typed);

/**
 * pal_objective_merge:
 * @findings: lines of pal_objective_dup_findings()
 * @typed: (nullable): the objective note as it is stored
 *
 * The whole section for paper and clipboard: the findings, an empty line, the note. A finding that
 * stands in the note as a line of its own, typed or pasted, is not said twice; it stays where the
 * therapist put it. @typed is never changed.
 *
 * Returns: (transfer full): empty when both are
 */
char *pal_objective_merge (const char *findings, const char *typed);

G_END_DECLS
