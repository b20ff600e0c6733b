/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that a group of the inspector shows beside its own fields, and what they need to know: they
 * live as long as the group, and follow the open visit. */

#pragma once

#include "app/pal-visit-group.h"

G_BEGIN_DECLS

/**
 * PalAttachedRows:
 * @group: borrowed: it owns these
 * @clear: (nullable): frees what the larger struct holds
 *
 * The first field of what a kind of rows keeps.
 */
typedef struct
{
  PalVisitGroup *group;
  PalWorkbench *workbench;
  GDestroyNotify clear;
} PalAttachedRows;

/**
 * pal_attached_rows_new:
 * @size: of the larger struct, which begins with a #PalAttachedRows
 *
 * Once a group.
 *
 * Returns: (transfer none): zeroed but for its beginning; goes with the group
 */
gpointer pal_attached_rows_new (PalVisitGroup *group,
                                PalWorkbench *workbench,
                                gsize size,
                                GDestroyNotify clear);

/** pal_attached_rows_get: Returns: (transfer none): those of the group. */
gpointer pal_attached_rows_get (PalVisitGroup *group);

/** pal_attached_rows_follow: calls @follow now, and whenever visit or client are others. */
void pal_attached_rows_follow (PalVisitGroup *group, void (*follow) (PalVisitGroup *group));

G_END_DECLS
