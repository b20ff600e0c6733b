/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a signed visit: who signed when, what was amended since, and the way to amend it. Hidden while
 * the visit is a draft. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_SIGNATURE_GROUP (pal_signature_group_get_type ())
G_DECLARE_FINAL_TYPE (PalSignatureGroup, pal_signature_group, PAL, SIGNATURE_GROUP, GtkWidget)

/** pal_signature_group_set_workbench: once, before it is shown. */
void pal_signature_group_set_workbench (PalSignatureGroup *self, PalWorkbench *workbench);

/**
 * pal_amend_visit:
 * @reason: why, not empty
 * @text: what is added, not empty
 *
 * Adds a dated amendment by whoever works at the open, signed visit. The original stays as it was
 * signed; an amendment cannot be taken back.
 */
gboolean pal_amend_visit (PalWorkbench *workbench, const char *reason, const char *text);

G_END_DECLS
