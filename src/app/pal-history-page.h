/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The History heading: the film strip of visits, and below it two visits or spans compared, or one
 * visit after the other through time. Pointing at a region anywhere lights it everywhere. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_HISTORY_PAGE (pal_history_page_get_type ())
G_DECLARE_FINAL_TYPE (PalHistoryPage, pal_history_page, PAL, HISTORY_PAGE, AdwBin)

/** pal_history_page_new: Returns: (transfer floating): follows the open client of @workbench. */
GtkWidget *pal_history_page_new (PalWorkbench *workbench);

/** pal_history_page_compare: Returns: whether both are visits of the open client. */
gboolean pal_history_page_compare (PalHistoryPage *self, const char *visit_a, const char *visit_b);

G_END_DECLS
