/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The progress report: what a span of visits shows together, for the client, a coach, a doctor or a
 * physiotherapist. It counts and compares; it names no disease and no cause. */

#pragma once

#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * pal_progress_new:
 * @file: the client with all visits, oldest first
 * @from: first day of the span, or %PAL_NO_DATE
 * @to: last day of the span, or %PAL_NO_DATE
 * @chains: (element-type PalChain): patterns to look for
 *
 * Returns: (transfer full): %NULL with %PAL_REPORT_ERROR_NO_VISIT when the span holds no visit
 */
PalDocument *pal_progress_new (const PalReportSetup *setup,
                               const PalClientFile *file,
                               PalDate from,
                               PalDate to,
                               GPtrArray *chains,
                               GError **error);

G_END_DECLS
