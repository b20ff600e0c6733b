/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client: the person treated, with alerts, runs, training weeks and shoes. A reference-counted
 * snapshot like PalVisit, and edited the same way. Visits are not part of it. */

#pragma once

#include "record/pal-record-types.h"
#include "atlas/pal-vocabulary.h"

G_BEGIN_DECLS

/**
 * PalAlertLevel:
 * @PAL_ALERT_CAUTION: adapt or ask
 * @PAL_ALERT_STOP: no treatment, or none there
 */
typedef enum
{
  PAL_ALERT_CAUTION,
  PAL_ALERT_STOP
} PalAlertLevel;

/** PalAlert: a contraindication or caution that must be seen before hands go on. */
typedef struct
{
  char *text;
  PalAlertLevel level;
} PalAlert;

/** PalRun: one run. @km and @effort (0 … 10) may be %PAL_UNSET; @minutes too. */
typedef struct
{
  PalDate date;
  double km;
  int minutes;
  double effort;
  char *terrain;
  char *shoes;
} PalRun;

/** PalTrainingWeek: @monday names the ISO week; numbers may be %PAL_UNSET. */
typedef struct
{
  PalDate monday;
  double km;
  double longest_km;
  int minutes;
  int sessions;
  double effort;
  char **terrain;
  char *shoes;
} PalTrainingWeek;

/** PalShoes: a pair in the shoe log. */
typedef struct
{
  char *model;
  PalDate since;
  double km;
} PalShoes;

/** PalEvent: a race or other date the client trains for. */
typedef struct
{
  PalDate date;
  char *name;
} PalEvent;

/**
 * PalBaselineWord:
 *
 * The therapist's own word on a suggested baseline: confirmed or refused, and since when.
 */
typedef struct
{
  char *region;
  PalSide side;
  gboolean confirmed;
  PalDate since;
} PalBaselineWord;

/**
 * PalCheckNext:
 * @region: region id
 * @side: the client's own
 * @since: day (UTC) of the visit at which it was left out, or %PAL_NO_DATE when that is not known
 *
 * A region to look at next time: what somebody asked for that a visit had not examined. It is done
 * once a visit of that day or later knows the region: see pal_check_next_is_open().
 */
typedef struct
{
  char *region;
  PalSide side;
  PalDate since;
} PalCheckNext;

/**
 * PalClient:
 * @id: UUID
 * @revision: counts writes in the store; not exchanged
 * @given: given name; given and family are not both empty
 * @born: or %PAL_NO_DATE
 * @language: (nullable): of printed pages, as in "de"
 * @level: (nullable): activity level id
 * @summary_left_out: (nullable): ids of blocks that are left out of the pages they take home
 *   (pal-summary-text.h); %NULL for those the practice leaves out
 *
 * The arrays are never %NULL and own their elements.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  char *id;
  guint64 revision;
  char *given;
  char *family;
  PalDate born;
  PalFigure figure;
  char *language;
  char *phone;
  char *email;
  char *sport;
  char *level;
  char *squad;
  char *goal;
  char *history;
  char *preferences;
  char **summary_left_out;
  GPtrArray *alerts;
  GPtrArray *events;
  GPtrArray *runs;
  GPtrArray *training_weeks;
  GPtrArray *shoes;
  GPtrArray *baseline;
  GPtrArray *check_next;
} PalClient;

/** pal_client_new: Returns: (transfer full): a client with a fresh id and no other facts. */
PalClient *pal_client_new (const char *given, const char *family);
PalClient *pal_client_ref (PalClient *self);
void pal_client_unref (PalClient *self);
PalClient *pal_client_copy (const PalClient *self);
gboolean pal_client_equal (const PalClient *a, const PalClient *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalClient, pal_client_unref)

/** pal_client_validate: as pal_visit_validate(). */
gboolean pal_client_validate (const PalClient *self,
                              PalAtlas *atlas,
                              PalVocabulary *vocabulary,
                              GError **error);

/** pal_client_dup_name: Returns: (transfer full): "Ana Kovač", in the language's order. */
char *pal_client_dup_name (const PalClient *self);

/** pal_client_get_age: Returns: full years on @today, or %PAL_UNSET. */
int pal_client_get_age (const PalClient *self, PalDate today);

void pal_alert_free (PalAlert *self);
void pal_run_free (PalRun *self);
void pal_training_week_free (PalTrainingWeek *self);
void pal_shoes_free (PalShoes *self);
void pal_event_free (PalEvent *self);
void pal_baseline_word_free (PalBaselineWord *self);
void pal_check_next_free (PalCheckNext *self);

/** pal_client_find_check: Returns: (transfer none) (nullable): the request for that region. */
PalCheckNext *pal_client_find_check (const PalClient *self, const char *region, PalSide side);

/**
 * pal_client_add_check:
 *
 * Adds a region to look at next time to a copy nobody else holds; one that is there already is
 * asked for again from @since on.
 */
void pal_client_add_check (PalClient *self, const char *region, PalSide side, PalDate since);

/** pal_client_remove_check: Returns: whether it was there. */
gboolean pal_client_remove_check (PalClient *self, const char *region, PalSide side);

/**
 * pal_check_next_is_open:
 * @visits: (element-type PalVisit): of the client, any order
 *
 * Returns: whether no visit since has examined the region
 */
gboolean pal_check_next_is_open (const PalCheckNext *self,
                                 GPtrArray *visits,
                                 PalAtlas *atlas,
                                 PalVocabulary *vocabulary);

const char *pal_alert_level_to_id (PalAlertLevel level);
gboolean pal_alert_level_from_id (const char *id, PalAlertLevel *level);

/**
 * PalClientFile:
 * @client: the person
 * @visits: (element-type PalVisit): all of theirs, oldest first
 *
 * A client with all their visits: what insight reads and the exchange carries.
 */
typedef struct
{
  PalClient *client;
  GPtrArray *visits;
} PalClientFile;

/** pal_client_file_new: @client: (transfer none): the file takes a reference; no visits yet. */
PalClientFile *pal_client_file_new (PalClient *client);
void pal_client_file_free (PalClientFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalClientFile, pal_client_file_free)

G_END_DECLS
