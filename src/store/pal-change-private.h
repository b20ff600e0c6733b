/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: what a change holds, for the changes themselves and the undo stack. */

#pragma once

#include "store/pal-change.h"

G_BEGIN_DECLS

typedef enum
{
  PAL_CHANGE_BEFORE,
  PAL_CHANGE_AFTER,
  PAL_CHANGE_N_ENDS
} PalChangeEnd;

/**
 * PalChange:
 * @revision: of the record as this change last saw or wrote it
 * @key: the record's place in the file, so that a deleted one comes back where it was
 * @kept: (element-type PalVisit): visits deleted with their client
 * @kept_keys: (element-type gint64): their places
 */
struct _PalChange
{
  gatomicrefcount ref_count;
  PalVisit *visits[PAL_CHANGE_N_ENDS];
  PalClient *clients[PAL_CHANGE_N_ENDS];
  char *description;
  char *merge_key;
  guint64 revision;
  gint64 key;
  GPtrArray *kept;
  GArray *kept_keys;
};

G_END_DECLS
