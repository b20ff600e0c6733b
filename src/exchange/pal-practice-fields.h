/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The `palpate-practice` format as tables: every key once, in the order it is written, with its
 * type and its place in the record. Reader, writer and shift walk the same tables, so that what is
 * written can be read. Private to the exchange and its tests. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-practice-settings.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

#define PAL_PRACTICE_FORMAT "palpate-practice"
#define PAL_PRACTICE_VERSION 1

/**
 * PalFieldType:
 * @PAL_FIELD_TEXT: `char *`; empty is absent
 * @PAL_FIELD_ID: `char *`: 1 to 64 of A–Z a–z 0–9 - and .
 * @PAL_FIELD_WORDS: `char **`; an empty list is absent
 * @PAL_FIELD_GROUPS: `char **`; an empty list is not absent
 * @PAL_FIELD_COUNT: `int`, a whole number
 * @PAL_FIELD_NUMBER: `double`, written 7 or 7.5
 * @PAL_FIELD_DECIMAL: `double`, written 7.0 or 7.5: distances and coordinates
 * @PAL_FIELD_FLAG: `gboolean`
 * @PAL_FIELD_DATE: #PalDate as 2026-03-01
 * @PAL_FIELD_WEEK: #PalDate of a Monday as 2026-W09
 * @PAL_FIELD_TIME: #PalTime as 2026-03-01T10:00:00Z
 * @PAL_FIELD_CHOICE: an enumeration as one of a few words
 * @PAL_FIELD_RECORD: fields of the same struct that lie in an object of their own
 * @PAL_FIELD_LIST: `GPtrArray *` of structs, never %NULL
 * @PAL_FIELD_VALUES: `GArray *` of structs; %NULL when empty
 * @PAL_FIELD_STROKE: `GArray *` of doubles: an array of [x, y, pressure]
 * @PAL_FIELD_VISITS: the client's visits, which lie beside the #PalClient
 */
typedef enum
{
  PAL_FIELD_TEXT,
  PAL_FIELD_ID,
  PAL_FIELD_WORDS,
  PAL_FIELD_GROUPS,
  PAL_FIELD_COUNT,
  PAL_FIELD_NUMBER,
  PAL_FIELD_DECIMAL,
  PAL_FIELD_FLAG,
  PAL_FIELD_DATE,
  PAL_FIELD_WEEK,
  PAL_FIELD_TIME,
  PAL_FIELD_CHOICE,
  PAL_FIELD_RECORD,
  PAL_FIELD_LIST,
  PAL_FIELD_VALUES,
  PAL_FIELD_STROKE,
  PAL_FIELD_VISITS
} PalFieldType;

/**
 * PalFieldRule:
 * @PAL_FIELD_OPTIONAL: may be absent
 * @PAL_FIELD_ALWAYS: may be absent when read, is always written
 * @PAL_FIELD_REQUIRED: must be there; numbers may be negative
 */
typedef enum
{
  PAL_FIELD_OPTIONAL,
  PAL_FIELD_ALWAYS,
  PAL_FIELD_REQUIRED
} PalFieldRule;

/**
 * PalChoice:
 * @to_id: Returns: (nullable): the word for a value, %NULL for one that is told by absence
 * @from_id: Returns: whether the word is known
 * @nullable: null may stand for the value that is told by absence
 */
typedef struct
{
  const char *(*to_id) (int value);
  gboolean (*from_id) (const char *id, int *value);
  int n;
  gboolean nullable;
} PalChoice;

typedef struct _PalFieldSet PalFieldSet;

/**
 * PalField:
 * @offset: in the struct
 * @set: of RECORD, LIST, VALUES and VISITS
 * @choice: of CHOICE
 * @present: of RECORD: offset of the gboolean that says whether it is there; 0 when it is there as
 *   soon as one of its fields is
 */
typedef struct
{
  const char *key;
  PalFieldType type;
  PalFieldRule rule;
  gsize offset;
  const PalFieldSet *set;
  const PalChoice *choice;
  gsize present;
} PalField;

/**
 * PalFieldSet:
 * @name: its name in the schema file
 * @size: of the struct, 0 for a RECORD
 * @on_one_line: how it is written
 */
struct _PalFieldSet
{
  const char *name;
  gsize size;
  gboolean on_one_line;
  const PalField *fields;
  guint n_fields;
};

/** pal_settings_fields: of #PalPracticeSettings, under the key "practice". */
extern const PalFieldSet pal_settings_fields;
extern const PalFieldSet pal_client_fields;
extern const PalFieldSet pal_visit_fields;

/** pal_field_set_find: Returns: (nullable): the field of that key. */
const PalField *pal_field_set_find (const PalFieldSet *self, const char *key);

/** pal_field_set_clear_record: sets every field of a zeroed struct to what absence means. */
void pal_field_set_clear_record (const PalFieldSet *self, gpointer record);

/** pal_field_is_present: Returns: whether the field of @record has a value worth writing. */
gboolean pal_field_is_present (const PalField *self, gconstpointer record);

#define PAL_FIELD_AT(Type, record, field) G_STRUCT_MEMBER (Type, record, (field)->offset)

G_END_DECLS
