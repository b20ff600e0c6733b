/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of the exchange formats. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-exchange.h"

G_DEFINE_QUARK (pal - exchange - error - quark, pal_exchange_error)
