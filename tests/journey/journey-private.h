/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the driver share; nothing for tests. */

#pragma once

#include "journey.h"

G_BEGIN_DECLS

struct _Journey
{
  GSubprocess *process;
  guint pid;
  AtspiAccessible *application;
  AtspiEventListener *listener;
  AtspiAccessible *focus; /* of the last event; NULL before the first */
  guint n_keys;
  guint n_clicks;
};

/** journey_breathe: takes in what came over the bus, then rests for a moment. */
void journey_breathe (void);

/** journey_give_up: prints what could be read in the window and fails with @message. */
void journey_give_up (Journey *self, const char *message) G_GNUC_NORETURN;

/** journey_get_patience: Returns: the monotonic time at which a wait that begins now ends. */
gint64 journey_get_patience (void);

G_END_DECLS
