/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was charted, as a list of lines that can be compared: what a test means to have marked, what
 * the window says aloud, and what palpatectl reads from the file. */

#pragma once

#include <json-glib/json-glib.h>

#include "journey.h"
#include "kit.h"

G_BEGIN_DECLS

/* Sorted lines "left itb-mid tight 3>1"; "-" for a midline region and for a severity not given. */
typedef GPtrArray JourneyMarks;

JourneyMarks *journey_marks_new (void);

/** journey_marks_put: as pressing a digit does: one mark a region, side and kind. */
void journey_marks_put (
    JourneyMarks *self, const char *side, const char *region, const char *kind, int before);

/** journey_marks_put_line: puts a whole line; replaces the one of the same place and kind. */
void journey_marks_put_line (JourneyMarks *self, const char *line);

/** journey_marks_remove: takes away the tight mark of a place, if there is one. */
void journey_marks_remove (JourneyMarks *self, const char *place);

/** journey_marks_dup_text: Returns: (transfer full): all lines, sorted. */
char *journey_marks_dup_text (JourneyMarks *self);

/** journey_marks_read: Returns: (transfer full): the marks of a visit of `palpatectl visits`. */
JourneyMarks *journey_marks_read (JsonObject *visit);

/** journey_read_client: Returns: (transfer full): as palpatectl exports them, with all visits. */
JsonObject *journey_read_client (const char *db, const char *client);

/** journey_read_visits: Returns: (transfer full): what `palpatectl visits --json` prints. */
JsonArray *journey_read_visits (const char *db, const char *client);

/** journey_dup_signed_client: Returns: (transfer full): somebody whose visits are all signed. */
char *journey_dup_signed_client (const char *db);

/** journey_dup_client: Returns: (transfer full): the id of the first client of a practice. */
char *journey_dup_client (const char *db);

/** journey_dup_place: Returns: (transfer full): "left itb-mid", from how a region calls itself. */
char *journey_dup_place (AtspiAccessible *region);

/** journey_find_place: waits for a region by its place, in the view that shows it best. */
AtspiAccessible *journey_find_place (Journey *self, const char *place);

/** journey_wait_focus_place: waits until the keyboard is at a region, "left itb-mid". */
void journey_wait_focus_place (Journey *self, const char *place);

G_END_DECLS
