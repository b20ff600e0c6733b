/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview: the pages of a document as they will be on paper, what stands on them, and the ways
 * to hand them over. */

#pragma once

#include <adwaita.h>

#include "app/pal-print-documents.h"

G_BEGIN_DECLS

#define PAL_TYPE_PREVIEW (pal_preview_get_type ())
G_DECLARE_FINAL_TYPE (PalPreview, pal_preview, PAL, PREVIEW, AdwWindow)

/**
 * pal_preview_new:
 * @parent: (nullable): the window it belongs to
 * @settings: where choices are remembered
 * @kind: the document shown first; another can be chosen
 */
GtkWidget *pal_preview_new (GtkWindow *parent,
                            PalWorkbench *workbench,
                            GSettings *settings,
                            PalPrintKind kind);

/** pal_preview_get_job: Returns: (transfer none) (nullable): what is shown. */
PalPrintJob *pal_preview_get_job (PalPreview *self);

G_END_DECLS
