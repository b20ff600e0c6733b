/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: what a change holds; shared by pal-change.c and pal-change-apply.c. */

#pragma once

#include "store/pal-change.h"

G_BEGIN_DECLS

/**
 * PalChangeState:
 * @visit: (nullable): the snapshot, for changes of a visit
 * @client: (nullable): the snapshot, for changes of a client
 * @revision: the revision under which the file held this state, 0 when it was not there
 *
 * One end of a change. Both snapshots are %NULL where the record does not exist.
 */
typedef struct
{
  PalVisit *visit;
  PalClient *client;
  guint64 revision;
} PalChangeState;

struct _PalChange
{
  gatomicrefcount ref_count;
  gboolean is_visit;
  char *id;
  char *client_id;
  char *description;
  char *merge_key;
  PalChangeState before;
  PalChangeState after;
  /* What it takes to put a removed record back in its old place. */
  gint64 key;
  guint64 last_revision;
  GPtrArray *visits;
  GArray *visit_keys;
};

G_END_DECLS
