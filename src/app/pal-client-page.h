/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Client heading: who they are, alerts, training, history, documents out. Every field commits
 * itself a moment after the last key; what cannot be right stays in its field with the reason. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_CLIENT_PAGE (pal_client_page_get_type ())
G_DECLARE_FINAL_TYPE (PalClientPage, pal_client_page, PAL, CLIENT_PAGE, AdwBin)

/** pal_client_page_new: Returns: (transfer floating): follows the open client of @workbench. */
GtkWidget *pal_client_page_new (PalWorkbench *workbench);

G_END_DECLS
