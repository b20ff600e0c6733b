/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The brief: what to know of a client in the half minute before a booking, as sentences for screen
 * and command line and as one page. */

#pragma once

#include "insight/pal-insight.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * PalBriefSection:
 * @id: "alerts", "event", "last", "recurring", "changed", "load", "recovery", "patterns", "check"
 * @heading: translated
 * @lines: (element-type utf8): one at least
 *
 * A section of a brief; those that have nothing to say are left out.
 */
typedef struct
{
  const char *id;
  const char *heading;
  GPtrArray *lines;
} PalBriefSection;

/**
 * PalBrief:
 * @client: whose
 * @last: (nullable): their last visit
 * @event_date: of the next event, or %PAL_NO_DATE
 * @event_name: (nullable): borrowed from the client
 * @today: the day it is for
 * @sections: (element-type PalBriefSection): in the order of the page
 */
typedef struct
{
  PalClient *client;
  PalVisit *last;
  PalDate event_date;
  const char *event_name;
  PalDate today;
  GPtrArray *sections;
} PalBrief;

/**
 * pal_brief_new:
 * @file: the client with all visits, oldest first
 * @insights: of the same client, with patterns
 * @today: the day of the booking
 *
 * Returns: (transfer full): never %NULL; a client without visits has a short one
 */
PalBrief *pal_brief_new (const PalClientFile *file,
                         const PalInsights *insights,
                         PalAtlas *atlas,
                         PalVocabulary *vocabulary,
                         PalDate today);
void pal_brief_free (PalBrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalBrief, pal_brief_free)

/** pal_brief_to_text: Returns: (transfer full): headings and lines, as on a terminal. */
char *pal_brief_to_text (const PalBrief *self);

/** pal_brief_document_new: Returns: (transfer full): one page with the map of the last visit. */
PalDocument *pal_brief_document_new (const PalReportSetup *setup, const PalBrief *brief);

G_END_DECLS
