/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How rows are tied to their group. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-attached-rows.h"

#define KEY "pal-attached-rows"

static void
free_rows (gpointer data)
{
  PalAttachedRows *rows = data;

  if (rows->clear != NULL)
    rows->clear (rows);
  g_object_unref (rows->workbench);
  g_free (rows);
}

gpointer
pal_attached_rows_new (PalVisitGroup *group,
                       PalWorkbench *workbench,
                       gsize size,
                       GDestroyNotify clear)
{
  PalAttachedRows *rows;

  g_return_val_if_fail (PAL_IS_VISIT_GROUP (group), NULL);
  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);
  g_return_val_if_fail (size >= sizeof (PalAttachedRows), NULL);

  rows = g_malloc0 (size);
  rows->group = group;
  rows->workbench = g_object_ref (workbench);
  rows->clear = clear;
  g_object_set_data_full (G_OBJECT (group), KEY, rows, free_rows);
  return rows;
}

gpointer
pal_attached_rows_get (PalVisitGroup *group)
{
  return g_object_get_data (G_OBJECT (group), KEY);
}

void
pal_attached_rows_follow (PalVisitGroup *group, void (*follow) (PalVisitGroup *group))
{
  PalAttachedRows *rows = pal_attached_rows_get (group);

  g_return_if_fail (rows != NULL);

  g_signal_connect_object (rows->workbench, "visit-changed", G_CALLBACK (follow), group,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows->workbench, "client-changed", G_CALLBACK (follow), group,
                           G_CONNECT_SWAPPED);
  follow (group);
}
