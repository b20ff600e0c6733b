/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Running the built palpatectl in a folder of its own, and reading what it said. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "kit.h"

G_BEGIN_DECLS

/**
 * CtlRun:
 * @status: exit status
 * @out: what was printed
 * @err: what was said on stderr
 */
typedef struct
{
  int status;
  char *out;
  char *err;
} CtlRun;

void ctl_run_free (CtlRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlRun, ctl_run_free)

/** ctl_kit_run: Returns: (transfer full): @...: arguments, ended by %NULL; no shell in between. */
CtlRun *ctl_kit_run (const char *first, ...) G_GNUC_NULL_TERMINATED;

/** ctl_kit_get: Returns: (transfer full): what a run printed that must succeed. */
char *ctl_kit_get (const char *first, ...) G_GNUC_NULL_TERMINATED;

/** ctl_kit_get_json: Returns: (transfer full): the same, parsed. */
JsonNode *ctl_kit_get_json (const char *first, ...) G_GNUC_NULL_TERMINATED;

/** ctl_kit_assert_refused: exit status 1, nothing printed, one line on stderr with @part in it. */
void ctl_kit_assert_refused (CtlRun *run, const char *part);

/** ctl_kit_assert_usage: exit status 2 and nothing printed. */
void ctl_kit_assert_usage (CtlRun *run);

/** ctl_kit_new_db: Returns: (transfer full): the path of a practice in @folder, with the sample. */
char *ctl_kit_new_db (const char *folder);

/** ctl_kit_write: Returns: (transfer full): the path of a file in @folder with @text. */
char *ctl_kit_write (const char *folder, const char *name, const char *text);

/** ctl_kit_load_example: Returns: (transfer full): the file with every key of the format. */
char *ctl_kit_load_example (void);

G_END_DECLS
