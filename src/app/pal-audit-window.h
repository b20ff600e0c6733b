/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who did what when to a record: the audit trail of the open visit and of the client, newest first.
 * The trail never holds what was written. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/** pal_audit_window_present: shows the trail of what is open above @parent. */
void pal_audit_window_present (GtkWindow *parent, PalWorkbench *workbench);

/** pal_audit_describe: Returns: (transfer none): what happened, translated; @what when unknown. */
const char *pal_audit_describe (const char *what);

G_END_DECLS
