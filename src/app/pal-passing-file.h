/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents in passing: files another program reads while somebody drags, copies or mails a page.
 * They lie in memory in a folder of the person's own, and are gone when the program ends. */

#pragma once

#include "app/pal-print-documents.h"

G_BEGIN_DECLS

/**
 * pal_passing_file_new:
 * @name: of the file, as somebody shall see it; see pal_print_dup_name()
 *
 * Writes the first document of @job as a PDF file, in place of one of the same name.
 *
 * Returns: (transfer full): the file, or %NULL with an error: when the desktop offers no private
 *   folder in memory, nothing is written, because what is written to a disk can stay there
 */
GFile *pal_passing_file_new (PalPrintJob *job, const char *name, GError **error);

/** pal_passing_files_clear: removes all of them. */
void pal_passing_files_clear (void);

G_END_DECLS
