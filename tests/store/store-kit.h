/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Surroundings for tests of the store: a practice in a folder of its own, records with every field
 * set, and the contents of all tables as text. */

#pragma once

#include "kit.h"
#include "store/pal-change.h"
#include "store/pal-store-private.h"

G_BEGIN_DECLS

/** STORE_KIT_BACK_TO_6: SQL that makes a file of version 6 of one of today; others go on from it.
 */
#define STORE_KIT_BACK_TO_6                                                                        \
  "drop trigger marks_inserted; drop trigger marks_deleted; drop trigger marks_updated;"           \
  "drop table mark_digests; drop table mark_words; pragma user_version = 6;"

/** Practice: an open practice in a folder that goes away with it. */
typedef struct
{
  KitFolder *folder;
  char *path;
  PalStore *store;
} Practice;

/** practice_open: a new practice, empty. */
void practice_open (Practice *self);
/** practice_open_with: a new practice with the made-up runner and @n_visits visits. */
void practice_open_with (Practice *self, guint n_visits);
/** practice_reopen: closes the file and opens it again. */
void practice_reopen (Practice *self);
void practice_clear (Practice *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Practice, practice_clear)

/** practice_dump: (transfer full): every row of every table but the audit trail and what is made
 * from the others, without revisions. */
char *practice_dump (Practice *self);

/** store_kit_run: SQL on the connection of @store. */
void store_kit_run (PalStore *store, const char *sql);
/** store_kit_run_raw: SQL on a connection of its own that keeps none of our rules. */
void store_kit_run_raw (const char *path, const char *sql);
gint64 store_kit_count (PalStore *store, const char *sql);

/** store_kit_full_client_new: every field set to something of its own. */
PalClient *store_kit_full_client_new (void);
/** store_kit_full_visit_new: every field set to something of its own, signed. */
PalVisit *store_kit_full_visit_new (const char *client_id);

/** store_kit_add_client: adds somebody by a change. Returns: (transfer full): as stored. */
PalClient *store_kit_add_client (PalStore *store, const char *given);
/** store_kit_add_visit: adds a visit by a change. Returns: (transfer full): as stored. */
PalVisit *store_kit_add_visit (PalStore *store, const char *client_id, PalTime at);

/** store_kit_apply: applies a change that must not be refused. */
void store_kit_apply (PalStore *store, PalChange *change);
/** store_kit_revert: takes it back, which must not be refused either. */
void store_kit_revert (PalStore *store, PalChange *change);

/** store_kit_edit: a change of the visit's plan. */
PalChange *store_kit_edit (const PalVisit *visit, const char *plan);

/** store_kit_get_plan: (transfer full): the plan that the file holds. */
char *store_kit_get_plan (PalStore *store, const char *visit_id);

G_END_DECLS
