/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: the audit trail, a chain of rows each of which seals the one before. Without a
 * key it proves order and completeness against accidents, not against somebody who recomputes it.
 */

#pragma once

#include "store/pal-database.h"

G_BEGIN_DECLS

/* What happened to a record: words that stand in files. */
#define PAL_AUDIT_CLIENT_ADDED "client-added"
#define PAL_AUDIT_CLIENT_EDITED "client-edited"
#define PAL_AUDIT_CLIENT_REMOVED "client-removed"
#define PAL_AUDIT_CLIENT_IMPORTED "client-imported"
#define PAL_AUDIT_VISIT_ADDED "visit-added"
#define PAL_AUDIT_VISIT_EDITED "visit-edited"
#define PAL_AUDIT_VISIT_REMOVED "visit-removed"
#define PAL_AUDIT_VISIT_IMPORTED "visit-imported"
#define PAL_AUDIT_VISIT_SIGNED "visit-signed"
#define PAL_AUDIT_VISIT_UNSIGNED "visit-unsigned"
#define PAL_AUDIT_VISIT_AMENDED "visit-amended"
#define PAL_AUDIT_VISIT_SUMMARY "visit-summary-edited"
#define PAL_AUDIT_SETTING "setting-changed"
#define PAL_AUDIT_TERM "term-changed"

/**
 * pal_audit_append:
 * @what: one of the words above
 * @record: the id it concerns
 * @body: which parts, never what is in them
 *
 * Within the transaction of the edit.
 */
gboolean pal_audit_append (PalDatabase *database,
                           const char *actor,
                           const char *what,
                           const char *record,
                           const char *body,
                           GError **error);

/** pal_audit_list: Returns: (transfer full) (element-type PalAuditEntry): oldest first. */
GPtrArray *pal_audit_list (PalDatabase *database, const char *record, GError **error);

/**
 * pal_audit_verify:
 * @sound: (out): whether every row is there, in order and as it was written
 *
 * Returns: %FALSE when the rows cannot be read
 */
gboolean pal_audit_verify (PalDatabase *database, gboolean *sound, GError **error);

G_END_DECLS
