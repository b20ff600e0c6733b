/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a practice is kept. This header is the seam: it shows records, errors and signals, and no
 * caller knows which engine is behind it. Edits come in through pal-change.h. */

#pragma once

#include <glib-object.h>

#include "record/pal-client.h"
#include "record/pal-history.h"
#include "record/pal-practice-settings.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

#define PAL_STORE_ERROR (pal_store_error_quark ())

/**
 * PalStoreError:
 * @PAL_STORE_ERROR_BUSY: another program is writing
 * @PAL_STORE_ERROR_FULL: the disk is full
 * @PAL_STORE_ERROR_READ_ONLY: file or folder cannot be written
 * @PAL_STORE_ERROR_CORRUPT: the file is damaged
 * @PAL_STORE_ERROR_NOT_A_DATABASE: the file is something else
 * @PAL_STORE_ERROR_TOO_NEW: written by a newer version
 * @PAL_STORE_ERROR_WRONG_KEY: the passphrase does not fit
 * @PAL_STORE_ERROR_LOCKED_VISIT: the visit is signed
 * @PAL_STORE_ERROR_CONSTRAINT: the record breaks a rule of the file
 * @PAL_STORE_ERROR_CHANGED_MEANWHILE: another program changed the record; read it again
 * @PAL_STORE_ERROR_NOT_FOUND: no such client, visit or file
 * @PAL_STORE_ERROR_EXISTS: a record with that id is there already
 * @PAL_STORE_ERROR_LIMIT: more clients or visits than the format allows
 * @PAL_STORE_ERROR_IO: reading or writing failed
 */
typedef enum
{
  PAL_STORE_ERROR_BUSY,
  PAL_STORE_ERROR_FULL,
  PAL_STORE_ERROR_READ_ONLY,
  PAL_STORE_ERROR_CORRUPT,
  PAL_STORE_ERROR_NOT_A_DATABASE,
  PAL_STORE_ERROR_TOO_NEW,
  PAL_STORE_ERROR_WRONG_KEY,
  PAL_STORE_ERROR_LOCKED_VISIT,
  PAL_STORE_ERROR_CONSTRAINT,
  PAL_STORE_ERROR_CHANGED_MEANWHILE,
  PAL_STORE_ERROR_NOT_FOUND,
  PAL_STORE_ERROR_EXISTS,
  PAL_STORE_ERROR_LIMIT,
  PAL_STORE_ERROR_IO
} PalStoreError;

GQuark pal_store_error_quark (void);

#define PAL_MAX_CLIENTS 100000
#define PAL_MAX_VISITS_PER_CLIENT 10000

typedef enum
{
  PAL_STORE_OPEN_DEFAULT = 0,
  PAL_STORE_OPEN_CREATE = 1 << 0,
  PAL_STORE_OPEN_READ_ONLY = 1 << 1
} PalStoreOpenFlags;

#define PAL_TYPE_STORE (pal_store_get_type ())
G_DECLARE_FINAL_TYPE (PalStore, pal_store, PAL, STORE, GObject)

/*
 * Read-only property, notified:
 * checkpoint-failing (gboolean)   every change so far is safe, but the log beside the file cannot
 *   be moved into it and grows; the disk may be filling up
 *
 * Signals, emitted after the transaction is on disk:
 * ::client-changed (const char *client_id)   added, edited, or removed or restored with all visits
 * ::visit-changed (const char *visit_id, const char *client_id)   added, edited or removed
 * ::reset ()   many records changed at once (import)
 */

/**
 * pal_store_open:
 * @path: the file; its folder is made when @flags allow creating
 * @actor: who is working, for the audit trail; not empty
 *
 * Opens a practice, makes it when %PAL_STORE_OPEN_CREATE is given and it is not there, brings an
 * older file up to date (after a backup beside it), refuses a newer one.
 *
 * Returns: (transfer full): the store, or %NULL with a #PalStoreError; nothing is changed then
 */
PalStore *pal_store_open (const char *path,
                          PalStoreOpenFlags flags,
                          const char *actor,
                          GError **error);

/** pal_store_get_path: Returns: (transfer none): the file. */
const char *pal_store_get_path (PalStore *self);

/** pal_store_set_actor: who is working from now on, for the audit trail and new visits. */
void pal_store_set_actor (PalStore *self, const char *actor);
const char *pal_store_get_actor (PalStore *self);

/** pal_store_is_checkpoint_failing: see the property. */
gboolean pal_store_is_checkpoint_failing (PalStore *self);

/**
 * PalClientRow:
 * @n_visits: all visits
 * @last_visit_at: when the newest began, or %PAL_NO_TIME
 * @n_unsigned: drafts
 *
 * What the list of clients shows; up to 100,000 of them.
 */
typedef struct
{
  char *id;
  char *given;
  char *family;
  PalDate born;
  PalFigure figure;
  char *squad;
  guint n_visits;
  guint n_unsigned;
  PalTime last_visit_at;
  int next_weeks;
  guint n_alerts;
} PalClientRow;

void pal_client_row_free (PalClientRow *self);

/**
 * pal_store_list_clients:
 *
 * Returns: (transfer full) (element-type PalClientRow): in the order they were added
 */
GPtrArray *pal_store_list_clients (PalStore *self, GError **error);

/** pal_store_get_client_row: Returns: (transfer full): one row, or %NULL with NOT_FOUND. */
PalClientRow *pal_store_get_client_row (PalStore *self, const char *client_id, GError **error);

/** pal_store_get_client: Returns: (transfer full): the client, or %NULL with NOT_FOUND. */
PalClient *pal_store_get_client (PalStore *self, const char *client_id, GError **error);

/**
 * pal_store_list_visits:
 *
 * Returns: (transfer full) (element-type PalVisit): all visits of a client with all their parts,
 *   oldest first (by moment, then in the order added)
 */
GPtrArray *pal_store_list_visits (PalStore *self, const char *client_id, GError **error);

/** pal_store_get_visit: Returns: (transfer full): the visit, or %NULL with NOT_FOUND. */
PalVisit *pal_store_get_visit (PalStore *self, const char *visit_id, GError **error);

/** pal_store_get_last_visit: Returns: (transfer full) (nullable): newest; %NULL and no error: none
 */
PalVisit *pal_store_get_last_visit (PalStore *self, const char *client_id, GError **error);

/** pal_store_list_unsigned: Returns: (transfer full) (element-type PalVisit): drafts, oldest first
 */
GPtrArray *pal_store_list_unsigned (PalStore *self, GError **error);

/** pal_store_count_clients: Returns: how many there are, or -1 with an error. */
int pal_store_count_clients (PalStore *self, GError **error);

/**
 * PalClientFileFunc:
 * @file: (transfer none): valid during the call
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*PalClientFileFunc) (const PalClientFile *file, gpointer data, GError **error);

/**
 * pal_store_foreach_client:
 *
 * Hands over every client with all visits, one at a time, within one read transaction, in the order
 * they were added; never more than one in memory. Words that are still being typed stand where
 * they will (pal-typed.h). @func may read from the store, not write to it.
 */
gboolean pal_store_foreach_client (PalStore *self,
                                   PalClientFileFunc func,
                                   gpointer data,
                                   GError **error);

/**
 * PalHistoryFunc:
 * @history: (transfer none): valid during the call
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*PalHistoryFunc) (const PalHistory *history, gpointer data, GError **error);

/**
 * pal_store_foreach_history:
 *
 * As pal_store_foreach_client(), with what statistics need of each client and no more, five times
 * as fast: for whoever counts over a whole practice. @func may read from the store other than by
 * this function, not write to it.
 */
gboolean pal_store_foreach_history (PalStore *self,
                                    PalAtlas *atlas,
                                    PalVocabulary *vocabulary,
                                    PalHistoryFunc func,
                                    gpointer data,
                                    GError **error);

/**
 * pal_store_foreach_in_squad:
 * @squad: its name, whatever the case of its letters
 *
 * As pal_store_foreach_client(), for the clients of one squad, in the order of
 * pal_store_list_clients().
 */
gboolean pal_store_foreach_in_squad (
    PalStore *self, const char *squad, PalClientFileFunc func, gpointer data, GError **error);

/**
 * pal_store_get_client_file:
 *
 * Returns: (transfer full): the client with all visits, oldest first, or %NULL with an error
 */
PalClientFile *pal_store_get_client_file (PalStore *self, const char *id, GError **error);

/**
 * pal_store_take_all:
 * @files: (element-type PalClientFile): already validated
 * @terms: (element-type PalOwnTerm) (nullable): the words of the practice's own that they may hold
 *
 * Adds all of them in one transaction, or none. A client or visit whose id is there already is
 * refused with EXISTS, naming it.
 */
gboolean pal_store_take_all (PalStore *self, GPtrArray *files, GPtrArray *terms, GError **error);

/**
 * pal_store_take_practice:
 * @settings: (nullable): what the file says about its practice, already validated
 *
 * As pal_store_take_all(), and in the same transaction what @settings says and this practice does
 * not: see pal_practice_settings_fill_from().
 */
gboolean pal_store_take_practice (PalStore *self,
                                  GPtrArray *files,
                                  GPtrArray *terms,
                                  const PalPracticeSettings *settings,
                                  GError **error);

/**
 * pal_store_list_terms:
 *
 * Returns: (transfer full) (element-type PalOwnTerm): the practice's own words of all lists
 */
GPtrArray *pal_store_list_terms (PalStore *self, GError **error);

/** pal_store_load_terms: puts the practice's own words into @vocabulary, which is its alone. */
gboolean pal_store_load_terms (PalStore *self, PalVocabulary *vocabulary, GError **error);

/** pal_store_put_term: adds a word, or replaces the word with this list and id. */
gboolean pal_store_put_term (PalStore *self, const PalOwnTerm *term, GError **error);

/** pal_store_get_setting: Returns: (transfer full) (nullable): a setting that belongs to the file
 */
char *pal_store_get_setting (PalStore *self, const char *name);
/** pal_store_get_setting_list: Returns: (transfer full) (nullable): the ids that a setting holds
 * with commas between; %NULL when there are none. */
char **pal_store_get_setting_list (PalStore *self, const char *name);
/** pal_store_set_setting: @name: a PAL_SETTING_… name; %NULL removes one. */
gboolean pal_store_set_setting (PalStore *self,
                                const char *name,
                                const char *value,
                                GError **error);

/** pal_store_get_settings: Returns: (transfer full): all that is set for the practice. */
PalPracticeSettings *pal_store_get_settings (PalStore *self, GError **error);

/**
 * pal_store_get_image:
 * @therapist: (nullable): whose signature, or %NULL for the practice's logo
 *
 * Returns: (transfer full) (nullable): a PNG file as base64
 */
char *pal_store_get_image (PalStore *self, const char *therapist);

/**
 * pal_store_set_image:
 * @therapist: (nullable): whose signature, or %NULL for the practice's logo
 * @png: (nullable): as pal_practice_image_check() has it; %NULL removes it
 *
 * Pictures of other forms and sizes are made fit by pal_picture_intake() (report/pal-letterhead.h).
 */
gboolean pal_store_set_image (PalStore *self,
                              const char *therapist,
                              const char *png,
                              GError **error);

/** PAL_AUDIT_SEAL_BYTES: of the hash of a line that are shown. */
#define PAL_AUDIT_SEAL_BYTES 6

/**
 * PalAuditEntry:
 * @seal: the first bytes of the hash of this line and, by it, of all lines before, as hexadecimal
 *   digits: whoever compares a page with the file sees whether the file is still the same
 *
 * Who did what when: one line of the audit trail. Never holds the text of a note.
 */
typedef struct
{
  gint64 seq;
  PalTime at;
  char *actor;
  char *what;
  char *record;
  char seal[2 * PAL_AUDIT_SEAL_BYTES + 1];
} PalAuditEntry;

void pal_audit_entry_free (PalAuditEntry *self);

/** pal_store_list_audit: @record: a client or visit id. Returns: (transfer full): oldest first. */
GPtrArray *pal_store_list_audit (PalStore *self, const char *record, GError **error);

/**
 * pal_store_check:
 *
 * Reads the whole file: integrity, foreign keys, audit chain.
 *
 * Returns: %TRUE when all is sound; otherwise %FALSE with CORRUPT and what was found
 */
gboolean pal_store_check (PalStore *self, GError **error);

G_END_DECLS
