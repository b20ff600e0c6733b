/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of dated or worded facts of a client (alerts, weeks, runs, shoes, events) with a form to
 * add one. What a fact is, is told by a PalFactKind: the tables are in pal-fact-kinds.c. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * PalFieldType:
 * @PAL_FIELD_TEXT: words
 * @PAL_FIELD_DATE: a day, past or future
 * @PAL_FIELD_PAST_DATE: a day up to today
 * @PAL_FIELD_NUMBER: 0 … max
 * @PAL_FIELD_COUNT: a whole number, 0 … max
 * @PAL_FIELD_CHOICE: one of the choices
 */
typedef enum
{
  PAL_FIELD_TEXT,
  PAL_FIELD_DATE,
  PAL_FIELD_PAST_DATE,
  PAL_FIELD_NUMBER,
  PAL_FIELD_COUNT,
  PAL_FIELD_CHOICE
} PalFieldType;

/**
 * PalField:
 * @title: untranslated
 * @needed: whether it must be filled in
 * @today: whether the form begins with today's date
 * @choices: untranslated, %NULL-terminated
 */
typedef struct
{
  const char *title;
  PalFieldType type;
  double max;
  gboolean needed;
  gboolean today;
  const char *const *choices;
} PalField;

#define PAL_MAX_FIELDS 8

/** PalFieldValue: what a field of the form holds; only what fits its type is set. */
typedef struct
{
  const char *text; /* nullable, stripped */
  double number;
  PalDate date;
  int choice;
} PalFieldValue;

/**
 * PalFactKind:
 * @id: stands in files: what is begun in a form is kept under it
 * @add_title: of the form, untranslated, as are the next three
 * @add_description: behind "Undo", when one was added
 * @remove_description: behind "Undo", when one was removed
 * @toggle_description: (nullable): behind "Undo", when one was toggled
 * @get: the array on the client
 * @dup_title: what a row says
 * @dup_details: (nullable): below that
 * @build: (transfer full): a fact of filled-in values
 * @compare: (nullable): order of rows
 * @is_same: (nullable): whether adding one replaces the other, as there is one entry a week
 * @get_toggle: (nullable): the word on a button that changes the fact in place
 * @toggle: (nullable): what the button does
 *
 * All that the widget must know of one kind of fact. Static tables.
 */
typedef struct
{
  const char *id;
  const char *add_title;
  const char *add_description;
  const char *remove_description;
  const char *toggle_description;
  PalField fields[PAL_MAX_FIELDS];
  guint n_fields;
  GPtrArray *(*get) (const PalClient *client);
  char *(*dup_title) (gconstpointer fact);
  char *(*dup_details) (gconstpointer fact);
  gpointer (*build) (const PalFieldValue *values);
  int (*compare) (gconstpointer a, gconstpointer b);
  gboolean (*is_same) (gconstpointer a, gconstpointer b);
  const char *(*get_toggle) (gconstpointer fact);
  void (*toggle) (gpointer fact);
} PalFactKind;

/** pal_field_read: @text: stripped; @value borrows it. Returns: %FALSE with one sentence. */
gboolean pal_field_read (const PalField *field,
                         const char *text,
                         PalFieldValue *value,
                         GError **error);

/** pal_fact_alerts: Returns: the kind, as the next four do. */
const PalFactKind *pal_fact_alerts (void);
const PalFactKind *pal_fact_weeks (void);
const PalFactKind *pal_fact_runs (void);
const PalFactKind *pal_fact_shoes (void);
const PalFactKind *pal_fact_events (void);

#define PAL_TYPE_FACT_GROUP (pal_fact_group_get_type ())
G_DECLARE_FINAL_TYPE (PalFactGroup, pal_fact_group, PAL, FACT_GROUP, AdwPreferencesGroup)

/** pal_fact_group_set_kind: once, before the workbench. @kind is static. */
void pal_fact_group_set_kind (PalFactGroup *self, const PalFactKind *kind);

/** pal_fact_group_set_workbench: from now on the group shows and edits the open client's facts. */
void pal_fact_group_set_workbench (PalFactGroup *self, PalWorkbench *workbench);

/** pal_fact_group_refresh: shows the open client's facts. */
void pal_fact_group_refresh (PalFactGroup *self);

/** pal_fact_group_fill: types @text into a field of the form. For tests. */
void pal_fact_group_fill (PalFactGroup *self, guint field, const char *text);
/** pal_fact_group_add: as the Add button. Returns: whether the fact was added. */
gboolean pal_fact_group_add (PalFactGroup *self);
/** pal_fact_group_get_error: Returns: (nullable): the sentence shown below the form. */
const char *pal_fact_group_get_error (PalFactGroup *self);

G_END_DECLS
