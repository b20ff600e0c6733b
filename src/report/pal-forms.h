/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents to fill in by hand, and the list of a squad: what is used away from the computer. */

#pragma once

#include "insight/pal-insight.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * pal_blank_chart_new:
 * @figure: whose body
 * @views: bit mask of `1 << PalView`; 0 for a sheet with all views and one for each
 *
 * Returns: (transfer full): charts to mark with a pen, with the legend of severities and kinds
 */
PalDocument *pal_blank_chart_new (const PalReportSetup *setup, PalFigure figure, guint views);

/** pal_intake_form_new: Returns: (transfer full): what a new client fills in before a visit. */
PalDocument *pal_intake_form_new (const PalReportSetup *setup);

/**
 * pal_squad_list_new:
 * @squad: its name
 *
 * Returns: (transfer full): a list without clients yet
 */
PalDocument *pal_squad_list_new (const PalReportSetup *setup, const char *squad);

/** pal_squad_list_add: adds a row. @chains: (element-type PalChain): the patterns looked for */
void pal_squad_list_add (PalDocument *document, const PalClientFile *file, GPtrArray *chains);

G_END_DECLS
