/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: what the files of PalStore share. */

#pragma once

#include "store/pal-records.h"
#include "store/pal-store.h"

G_BEGIN_DECLS

struct _PalStore
{
  GObject parent_instance;

  PalDatabase *database;
  char *actor;
};

/** pal_store_emit_client_changed: after the commit. */
void pal_store_emit_client_changed (PalStore *self, const char *client_id);
/** pal_store_emit_visit_changed: after the commit. */
void pal_store_emit_visit_changed (PalStore *self, const char *visit_id, const char *client_id);

G_END_DECLS
