/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A group of the inspector that folds to one line: fields of the open visit, each a row that saves
 * itself. Which fields there are is told by tables: pal-visit-fields.c. */

#pragma once

#include <adwaita.h>

#include "app/pal-group-rows.h"
#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * PalVisitFieldType:
 * @PAL_VISIT_FIELD_COUNT: int, %PAL_UNSET when not recorded
 * @PAL_VISIT_FIELD_NUMBER: double, %PAL_UNSET when not recorded
 * @PAL_VISIT_FIELD_TEXT: char *, one line
 * @PAL_VISIT_FIELD_TERM: char *, one word of a list
 * @PAL_VISIT_FIELD_TERMS: char **, words of a list
 * @PAL_VISIT_FIELD_CHOICE: char *, one of @ids
 */
typedef enum
{
  PAL_VISIT_FIELD_COUNT,
  PAL_VISIT_FIELD_NUMBER,
  PAL_VISIT_FIELD_TEXT,
  PAL_VISIT_FIELD_TERM,
  PAL_VISIT_FIELD_TERMS,
  PAL_VISIT_FIELD_CHOICE
} PalVisitFieldType;

/**
 * PalVisitField:
 * @title: untranslated
 * @summary: (nullable): untranslated, with one %s: the field in the folded line; %NULL leaves it
 *   out, "%s" shows the value alone
 * @offset: of the member in #PalVisit
 * @step: numbers: of the buttons
 * @list: words: which list
 * @ids: choices, %NULL-terminated
 * @names: their untranslated names, as many
 */
typedef struct
{
  const char *title;
  const char *summary;
  PalVisitFieldType type;
  gsize offset;
  double step;
  PalTermList list;
  const char *const *ids;
  const char *const *names;
} PalVisitField;

/** pal_visit_fields_visit: type, length, room, therapist. Static, as are the next two. */
const PalVisitField *pal_visit_fields_visit (guint *n_fields);
/** pal_visit_fields_state: how the client slept, rested, feels. */
const PalVisitField *pal_visit_fields_state (guint *n_fields);
/** pal_visit_fields_training: load, terrain, shoes. */
const PalVisitField *pal_visit_fields_training (guint *n_fields);

#define PAL_MAX_VISIT_FIELDS 12

#define PAL_TYPE_VISIT_GROUP (pal_visit_group_get_type ())
G_DECLARE_FINAL_TYPE (PalVisitGroup, pal_visit_group, PAL, VISIT_GROUP, AdwExpanderRow)

/**
 * pal_visit_group_set_up:
 * @fields: static
 * @description: translated: what stands behind "Undo"
 *
 * Once, before it is shown. From then on the group shows and edits the open visit.
 */
void pal_visit_group_set_up (PalVisitGroup *self,
                             PalWorkbench *workbench,
                             const PalVisitField *fields,
                             guint n_fields,
                             const char *description);

/** pal_visit_group_get_row: Returns: (transfer none): the row of a field. */
GtkWidget *pal_visit_group_get_row (PalVisitGroup *self, guint field);

/**
 * pal_visit_group_set_news:
 * @news: (nullable): translated
 *
 * What is worth seeing before the rest, such as shoes that changed: first in the folded line, and
 * in a line of its own below the fields.
 */
void pal_visit_group_set_news (PalVisitGroup *self, const char *news);

G_END_DECLS
