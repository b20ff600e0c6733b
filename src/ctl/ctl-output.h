/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records on their way out: to stdout, or to a file that appears whole or not at all. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CtlOutput:
 *
 * A stream that may be large. A file is written beside its place, for the owner's eyes alone, and
 * moved there when it is complete and on disk.
 */
typedef struct _CtlOutput CtlOutput;

/** ctl_output_new: @path: (nullable): %NULL for stdout. */
CtlOutput *ctl_output_new (const char *path, GError **error);
GOutputStream *ctl_output_get_stream (CtlOutput *self);
/** ctl_output_write: writes @text and empties it. */
gboolean ctl_output_write (CtlOutput *self, GString *text, GError **error);
/** ctl_output_commit: puts the file in its place. */
gboolean ctl_output_commit (CtlOutput *self, GError **error);
/** ctl_output_free: without a commit before, no file is left. */
void ctl_output_free (CtlOutput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlOutput, ctl_output_free)

G_END_DECLS
