/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of reports, and paper sizes. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-summary.h"

G_DEFINE_QUARK (pal - report - error - quark, pal_report_error)
