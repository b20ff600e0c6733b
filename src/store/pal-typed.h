/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words while they are typed: on disk at every key, without a line in the audit trail and without a
 * step of undo for each of them. They become part of the record by an ordinary change, once the
 * typing rests. A second place for texts of the record, not for records. */

#pragma once

#include "store/pal-store.h"

G_BEGIN_DECLS

/**
 * PalTyped:
 * @client: (nullable): id of the client they belong to; %NULL when they belong to the practice, as
 *   the name of somebody who is being added
 * @visit: (nullable): id of the visit they belong to; %NULL when they belong to the client
 * @field: which text it is: a name of pal-visit-words.h or pal-client-words.h, or one the window
 *   gave
 * @text: all of the text in that field, as it was last shown; may be empty
 *
 * What was typed in one field and not yet put into its record.
 */
typedef struct
{
  char *client;
  char *visit;
  char *field;
  char *text;
} PalTyped;

void pal_typed_free (PalTyped *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalTyped, pal_typed_free)

/**
 * pal_store_keep_typed:
 * @client_id: (nullable): %NULL when the words belong to the practice
 * @visit_id: (nullable): when the words belong to a visit
 * @text: (nullable): %NULL once they are part of the record
 *
 * Writes one row; on disk when it returns %TRUE. No signal, no audit, no revision: nothing in the
 * record changes.
 */
gboolean pal_store_keep_typed (PalStore *self,
                               const char *client_id,
                               const char *visit_id,
                               const char *field,
                               const char *text,
                               GError **error);

/**
 * pal_store_list_typed:
 *
 * Returns: (transfer full) (element-type PalTyped): what is being typed, in the order it was begun;
 *   when nobody types, what somebody typed when the program ended in the middle of it
 */
GPtrArray *pal_store_list_typed (PalStore *self, GError **error);

G_END_DECLS
