/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: how records become rows and rows records. Columns are written and read in one
 * order, and both are next to each other in the .c files. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-visit.h"
#include "store/pal-row.h"

G_BEGIN_DECLS

/**
 * PalPart:
 * @name: of the table, as the audit trail mentions it
 * @insert: owner, position, then the columns
 * @cut: removes the rows of owner ?1 from position ?2 on
 * @of_one: the columns of the record with key ?1
 * @of_all: clients: the client's key, then the columns, for all clients in order
 * @of_client: visits: the visit's key, then the columns, for all visits of client ?1 in order
 * @count: how many rows the record needs
 * @fill: the columns of row @i
 * @read: appends one row to the record
 *
 * A table with the parts of one kind of record: marks, alerts …
 */
typedef struct
{
  const char *name;
  const char *insert;
  const char *cut;
  const char *of_one;
  const char *of_all;
  const char *of_client;
  guint (*count) (gconstpointer record);
  void (*fill) (gconstpointer record, guint i, PalRow *row);
  void (*read) (gpointer record, PalReader *reader);
} PalPart;

/* Literals that build the statements of a part. */
#define PAL_PART_INSERT(table, owner, columns, places)                                             \
  "insert into " table " (" owner ", position, " columns ") values (?1, ?2, " places ")"
#define PAL_PART_CUT(table, owner) "delete from " table " where " owner " = ?1 and position >= ?2"
#define PAL_PART_OF_ONE(table, owner, columns)                                                     \
  "select " columns " from " table " where " owner " = ?1 order by position"
#define PAL_PART_OF_ALL(table, owner, columns)                                                     \
  "select " owner ", " columns " from " table " order by " owner ", position"
/* The inner select hides the visits' other columns, so that no name is ambiguous. */
#define PAL_PART_OF_CLIENT(table, columns)                                                         \
  "select visit, " columns " from (select key as visit_key, at as visit_at from visits"            \
  " where client = ?1) cross join " table " on visit = visit_key"                                  \
  " order by visit_at, visit_key, position"

const PalPart *pal_client_get_parts (guint *n_parts);
const PalPart *pal_visit_get_parts (guint *n_parts);

/* The columns of the records themselves, without key, id, owner and revision, and the parameters
 * that stand for them, the same in every statement. */
#define PAL_ROW_FIRST_PLACE 5

#define PAL_CLIENT_COLUMNS                                                                         \
  "given, family, born, figure, language, phone, email, sport, level, squad, goal, history, "      \
  "preferences, summary_left_out"
#define PAL_CLIENT_PLACES "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18"

#define PAL_VISIT_COLUMNS                                                                          \
  "at, minutes, type, room, therapist, is_signed, signed_at, signed_by, complaint, request, "      \
  "examined, sleep_hours, sleep_quality, stress, rest_days, recovery_sessions, days_since_hard, "  \
  "pain_at_rest, pain_in_training, nutrition, breathing, symptoms, terrain, shoes, next_race, "    \
  "subjective, objective, assessment, plan, advice, home_care, next_weeks, alerts_seen, "          \
  "check_next, screened_at, red_flags"
#define PAL_VISIT_PLACES                                                                           \
  "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, "     \
  "?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, "               \
  "?40"

void pal_client_fill_row (const PalClient *self, PalRow *row);
void pal_client_read_row (PalClient *self, PalReader *reader);
void pal_visit_fill_row (const PalVisit *self, PalRow *row);
void pal_visit_read_row (PalVisit *self, PalReader *reader);

G_END_DECLS
