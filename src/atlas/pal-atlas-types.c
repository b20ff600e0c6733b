/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and ids of sides, views and figures, and the room's error domain. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-types.h"

G_DEFINE_QUARK (pal - atlas - error - quark, pal_atlas_error)
