/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The professional document of one visit: everything that was recorded, for the practice's file and
 * for colleagues. */

#pragma once

#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * PalRecordTrail:
 * @n: lines of the audit trail about this visit
 * @last: number of the last one in the practice's trail
 * @at: its moment
 * @actor: (nullable): who did it
 * @seal: (nullable): the beginning of its hash, which stands for all lines up to it
 *
 * What the foot says of the audit trail.
 */
typedef struct
{
  guint n;
  gint64 last;
  PalTime at;
  const char *actor;
  const char *seal;
} PalRecordTrail;

/**
 * pal_visit_record_new:
 * @visit_id: (nullable): the visit, or %NULL for the newest
 * @trail: (nullable): for the foot
 *
 * Returns: (transfer full): %NULL with a #PalReportError
 */
PalDocument *pal_visit_record_new (const PalReportSetup *setup,
                                   const PalClientFile *file,
                                   const char *visit_id,
                                   const PalRecordTrail *trail,
                                   GError **error);

G_END_DECLS
