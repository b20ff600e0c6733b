/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's error domain and how the engine's codes map to it. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-store.h"

G_DEFINE_QUARK (pal - store - error - quark, pal_store_error)
