/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The call of pal-before-drawing.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-before-drawing.h"

typedef struct
{
  GSourceOnceFunc func;
  gpointer data;
} Call;

static gboolean
call_once (gpointer data)
{
  const Call *call = data;
  call->func (call->data);
  return G_SOURCE_REMOVE;
}

void
pal_before_drawing (GSourceOnceFunc func, gpointer data)
{
  const Call call = { func, data };
  /* GDK draws at 20 more than this. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, call_once, g_memdup2 (&call, sizeof call), g_free);
}
