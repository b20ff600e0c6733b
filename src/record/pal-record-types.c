/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, weeks, moments and the record's error domain. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-record-types.h"

G_DEFINE_QUARK (pal - record - error - quark, pal_record_error)
