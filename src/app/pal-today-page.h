/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Today: what waits when no client is chosen: drafts not signed, clients due, clients seen lately.
 */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_TODAY_PAGE (pal_today_page_get_type ())
G_DECLARE_FINAL_TYPE (PalTodayPage, pal_today_page, PAL, TODAY_PAGE, AdwBin)

/*
 * Signals:
 *   ::opened ()   somebody chose a client
 */

/** pal_today_page_new: Returns: (transfer floating): reads @workbench's practice when shown. */
GtkWidget *pal_today_page_new (PalWorkbench *workbench);

/** pal_today_page_set_scope: which findings the miniatures show. */
void pal_today_page_set_scope (PalTodayPage *self, PalHeatScope scope);

/**
 * pal_is_due:
 * @row: a client
 * @since: (out) (optional): the day the next visit was planned for
 *
 * Returns: whether the interval set at the last visit is over on @today
 */
gboolean pal_is_due (const PalClientRow *row, PalDate today, PalDate *since);

G_END_DECLS
