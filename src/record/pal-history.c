/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making and freeing a history; it is filled by store and read by insight. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-history.h"

PalHistory *
pal_history_new (PalClient *client)
{
  PalHistory *self = g_new0 (PalHistory, 1);

  self->client = pal_client_ref (client);
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  self->marks = g_array_new (FALSE, FALSE, sizeof (PalMarkNumbers));
  return self;
}

void
pal_history_free (PalHistory *self)
{
  if (self == NULL)
    return;
  pal_client_unref (self->client);
  g_ptr_array_unref (self->visits);
  g_array_unref (self->marks);
  g_free (self);
}
