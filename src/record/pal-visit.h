/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit: all that one appointment recorded. A reference-counted snapshot: whoever wants to change
 * one copies it, edits the copy and hands both to a change (store/pal-change.h). So an old visit in
 * somebody's hands never moves, tests write literals, and threads may share it. */

#pragma once

#include "record/pal-mark.h"

G_BEGIN_DECLS

typedef enum
{
  PAL_NOTE_SUBJECTIVE,
  PAL_NOTE_OBJECTIVE,
  PAL_NOTE_ASSESSMENT,
  PAL_NOTE_PLAN,
  PAL_NOTE_N
} PalNoteSection;

/**
 * PalState:
 *
 * The state of the day, as the client tells it. Numbers are %PAL_UNSET and texts %NULL when not
 * recorded. Scales run from 0 to 10.
 */
typedef struct
{
  double sleep_hours;
  int sleep_quality;
  int stress;
  int rest_days;
  int recovery_sessions;
  int days_since_hard;
  int pain_at_rest;
  int pain_in_training;
  char *nutrition;
  char *breathing; /* "full", "restricted" */
  char **symptoms;
  char **terrain;
  char *shoes;
  PalDate next_race;
} PalState;

/** PalTestResult: a simple strength or range test; @test is a vocabulary id; @value 0–5 or °. */
typedef struct
{
  char *test;
  PalSide side;
  double value;
  char *note;
} PalTestResult;

/**
 * PalStroke:
 * @points: (element-type double): x, y, pressure in turns; figure units, pressure 0 … 1
 *
 * Freehand ink on one view. Annotation only: it never enters statistics.
 */
typedef struct
{
  PalView view;
  GArray *points;
} PalStroke;

/** PalAmendment: a dated addition to a signed visit, with its reason and author. */
typedef struct
{
  PalTime at;
  char *author;
  char *reason;
  char *text;
} PalAmendment;

/** PalConsent: consent to work on a sensitive region, as it was asked. */
typedef struct
{
  PalTime at;
  char *region;
  gboolean given;
  char *wording;
} PalConsent;

/** PalAreaTime: how long the client would like to be worked on somewhere; @group is a group id. */
typedef struct
{
  char *group;
  int minutes;
} PalAreaTime;

/**
 * PalSummaryText:
 * @block: id of a block of the client's page, see pal-summary-text.h
 * @text: (nullable): the therapist's words for it; %NULL leaves it out at this visit
 * @made: (nullable): the words made from the record that were there then, so that it can be told
 *   when the record has moved on
 *
 * A decision about one block of the page the client takes home.
 */
typedef struct
{
  char *block;
  char *text;
  char *made;
} PalSummaryText;

/**
 * PalVisit:
 * @id: UUID
 * @client: UUID of the client
 * @revision: counts writes in the store; 0 for one that was never stored; not exchanged
 * @at: when it began
 * @minutes: length, or %PAL_UNSET
 * @type: (nullable): visit type id
 * @signed_at: when it was signed, or %PAL_NO_TIME
 * @is_signed: locked; a file may say so without saying when
 * @complaint_text: (nullable): what the client came for, in words
 * @complaint_regions: (element-type PalSidedRegion): never %NULL
 * @request: (nullable): what the client would like time on
 * @request_areas: (element-type PalAreaTime): the same as minutes by group
 * @examined: (nullable): group ids, %NULL-terminated; %NULL means everything was examined
 * @notes: by #PalNoteSection, each nullable
 * @advice: (nullable): advice and home care, printed for the client
 * @home_care: (nullable): ids of shipped exercises
 * @next_weeks: weeks until the next visit, or %PAL_UNSET
 * @marks: (element-type PalMark): in the order they were made
 * @tests: (element-type PalTestResult)
 * @ink: (element-type PalStroke)
 * @amendments: (element-type PalAmendment)
 * @consents: (element-type PalConsent)
 * @alerts_seen: when the alerts were acknowledged, or %PAL_NO_TIME
 * @screened_at: when the red flags were asked about, or %PAL_NO_TIME
 * @red_flags: (nullable): ids of those the client said yes to
 * @check_next: (nullable): region or group ids to look at next time
 * @summary_texts: (element-type PalSummaryText): a block at most once; no part of the record, so a
 *   signature does not lock them
 *
 * The arrays are never %NULL and own their elements (GPtrArray with free functions).
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  char *id;
  char *client;
  guint64 revision;
  PalTime at;
  int minutes;
  char *type;
  char *room;
  char *therapist;
  gboolean is_signed;
  PalTime signed_at;
  char *signed_by;
  char *complaint_text;
  GArray *complaint_regions;
  char *request;
  GPtrArray *request_areas;
  char **examined;
  PalState state;
  char *notes[PAL_NOTE_N];
  char *advice;
  char **home_care;
  int next_weeks;
  GPtrArray *marks;
  GPtrArray *tests;
  GPtrArray *ink;
  GPtrArray *amendments;
  GPtrArray *consents;
  PalTime alerts_seen;
  PalTime screened_at;
  char **red_flags;
  char **check_next;
  GPtrArray *summary_texts;
} PalVisit;

/** pal_visit_new: Returns: (transfer full): an empty draft with a fresh id; nothing examined. */
PalVisit *pal_visit_new (const char *client, PalTime at);
/** pal_visit_new_with_id: @id: (transfer full): of a visit that was there before; its day is 0 */
PalVisit *pal_visit_new_with_id (char *id, const char *client);
/** pal_visit_renew: makes a visit nobody else holds into an empty one, as pal_visit_new_with_id()
 * and twice as fast: for whoever reads half a million one after the other. */
void pal_visit_renew (PalVisit *self, char *id, const char *client);
PalVisit *pal_visit_ref (PalVisit *self);
void pal_visit_unref (PalVisit *self);
/** pal_visit_copy: Returns: (transfer full): a deep copy with the same id and revision. */
PalVisit *pal_visit_copy (const PalVisit *self);
/** pal_visit_equal: Returns: whether all but the revision is the same. */
gboolean pal_visit_equal (const PalVisit *a, const PalVisit *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalVisit, pal_visit_unref)

/** pal_visit_validate: as pal_mark_validate(); the message starts with a path: "marks[2].side: …"
 */
gboolean pal_visit_validate (const PalVisit *self,
                             PalAtlas *atlas,
                             PalVocabulary *vocabulary,
                             GError **error);

/* Reading ------------------------------------------------------------------------------------- */

/** pal_visit_find_mark: Returns: (nullable): the therapist's mark of that region, side and kind. */
PalMark *pal_visit_find_mark (const PalVisit *self,
                              const char *region,
                              PalSide side,
                              const char *kind);

/**
 * pal_visit_get_severity:
 * @kind: (nullable): only this kind, or %NULL for the largest over all kinds
 *
 * Returns: the largest `before` of the marks that count, 0 when there is none
 */
int pal_visit_get_severity (const PalVisit *self,
                            PalVocabulary *vocabulary,
                            const char *region,
                            PalSide side,
                            const char *kind);

/** pal_visit_has_examined_group: Returns: whether the group is known to have been examined. */
gboolean pal_visit_has_examined_group (const PalVisit *self, const char *group);

/** pal_visit_is_known: Returns: whether the region was examined: by group, or by a counted mark. */
gboolean pal_visit_is_known (const PalVisit *self,
                             PalAtlas *atlas,
                             PalVocabulary *vocabulary,
                             const PalRegion *region,
                             PalSide side);

/**
 * pal_visit_has_checked:
 * @id: a region or group, as in @check_next of the visit before
 *
 * Returns: whether it was examined: a group as a whole, a paired region on both sides
 */
gboolean pal_visit_has_checked (const PalVisit *self,
                                PalAtlas *atlas,
                                PalVocabulary *vocabulary,
                                const char *id);

/**
 * pal_visit_is_empty:
 *
 * Returns: whether nothing has been recorded in it yet; when, where and by whom alone is nothing
 */
gboolean pal_visit_is_empty (const PalVisit *self);

/* Editing a copy: these change a snapshot nobody else holds ------------------------------------ */

/**
 * pal_visit_put_mark:
 * @mark: (transfer full): replaces the mark of the same region, side, kind and source, or is added
 *
 * A therapist's mark that is not carried sets its group examined: putting a carried mark again with
 * `carried` cleared confirms it. A mark with severity 0 before treatment ("examined and clear")
 * removes the one that is there.
 */
void pal_visit_put_mark (PalVisit *self, PalAtlas *atlas, PalMark *mark);

/** pal_visit_remove_mark: Returns: whether there was such a mark. */
gboolean pal_visit_remove_mark (PalVisit *self, const char *region, PalSide side, const char *kind);

/**
 * pal_visit_cycle_mark:
 *
 * Clear, mild, moderate, severe and back to clear: what a tap does. For kinds without severity:
 * there or not. The first tap on a mark that was carried over only confirms it, as it is. The
 * group counts as examined from then on, whatever the outcome.
 *
 * Returns: the new severity; for kinds without, 1 when the mark is there now, else 0
 */
int pal_visit_cycle_mark (PalVisit *self,
                          PalAtlas *atlas,
                          PalVocabulary *vocabulary,
                          const char *region,
                          PalSide side,
                          const char *kind);

/** pal_visit_set_examined: for @examined %FALSE with everything examined, all other groups stay. */
void pal_visit_set_examined (PalVisit *self, PalAtlas *atlas, const char *group, gboolean examined);

/**
 * pal_visit_carry_over:
 * @from: the visit before
 *
 * Copies the marks that the therapist found at @from as carried over; existing marks stay. Place,
 * kind, severity before, points, concern and note come along; what was done that day and how the
 * tissue answered does not, for it would count as done today once the mark is confirmed. Marks
 * that were never confirmed at @from stay behind.
 *
 * Returns: how many were added
 */
guint pal_visit_carry_over (PalVisit *self, const PalVisit *from);

/** pal_visit_set_check_next: @id: a region or group to look at next time, or no longer. */
void pal_visit_set_check_next (PalVisit *self, const char *id, gboolean wanted);

/** pal_visit_set_text: sets a text field of a snapshot; empty text becomes %NULL. */
void pal_visit_set_text (char **where, const char *text);

void pal_state_clear (PalState *self);
void pal_test_result_free (PalTestResult *self);
void pal_stroke_free (PalStroke *self);
void pal_amendment_free (PalAmendment *self);
void pal_consent_free (PalConsent *self);
void pal_area_time_free (PalAreaTime *self);
void pal_summary_text_free (PalSummaryText *self);

/** pal_note_section_get_name: Returns: translated "Subjective" … */
const char *pal_note_section_get_name (PalNoteSection section);
/** pal_note_section_to_id: Returns: "subjective" … as in files. */
const char *pal_note_section_to_id (PalNoteSection section);

G_END_DECLS
