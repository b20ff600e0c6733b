/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of a document on the screen, as it will be on paper. It can be dragged out, and copied,
 * as a PDF file of the whole document. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-print-documents.h"

G_BEGIN_DECLS

#define PAL_TYPE_PAGE_VIEW (pal_page_view_get_type ())
G_DECLARE_FINAL_TYPE (PalPageView, pal_page_view, PAL, PAGE_VIEW, GtkWidget)

/**
 * pal_page_view_new:
 * @job: borrowed; must outlive the widget
 * @page: from 0
 * @n_pages: of how many
 *
 * ::passing asks for the document as a file that other programs may read; its handler returns the
 * #GFile (transfer full), or %NULL when there is none.
 */
GtkWidget *pal_page_view_new (PalPrintJob *job, guint page, guint n_pages);

/** pal_page_view_set_near: whether the page is in sight or nearly; others are not painted. */
void pal_page_view_set_near (PalPageView *self, gboolean near);
gboolean pal_page_view_get_near (PalPageView *self);

G_END_DECLS
