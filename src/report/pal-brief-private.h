/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the brief share: what its sections are written from. */

#pragma once

#include "report/pal-brief.h"

G_BEGIN_DECLS

/** PalBriefSource: borrowed while the sections are written. */
typedef struct
{
  const PalClientFile *file;
  const PalInsights *insights;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  const PalVisit *last;   /* nullable */
  const PalVisit *before; /* nullable */
  PalDate today;
} PalBriefSource;

/* Each adds its lines to an array of strings. What the visits say: pal-brief-findings.c */
void pal_brief_write_recurring (const PalBriefSource *source, GPtrArray *lines);
void pal_brief_write_changed (const PalBriefSource *source, GPtrArray *lines);
void pal_brief_write_patterns (const PalBriefSource *source, GPtrArray *lines);
void pal_brief_write_check (const PalBriefSource *source, GPtrArray *lines);

/* What training and rest say: pal-brief-load.c */
void pal_brief_write_load (const PalBriefSource *source, GPtrArray *lines);
void pal_brief_write_recovery (const PalBriefSource *source, GPtrArray *lines);

G_END_DECLS
