/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: the tables of a practice file, and the steps from one version to the next. */

#pragma once

#include "store/pal-database.h"

G_BEGIN_DECLS

/** PAL_APPLICATION_ID: "Palp", at byte 68 of every practice file. */
#define PAL_APPLICATION_ID 0x50616c70

/**
 * PalSchemaStep:
 *
 * SQL that leads from the version before to the next. Never edited once released: a file of every
 * version is out there.
 */
typedef const char *PalSchemaStep;

/** pal_schema_get_steps: Returns: step i leads from version i to i + 1. */
const PalSchemaStep *pal_schema_get_steps (guint *n_steps);

/**
 * pal_schema_upgrade:
 * @steps: all steps there are; the newest version is @n_steps
 *
 * Brings the file to the newest version, each step in one transaction. A file that holds records is
 * copied beside itself first (`NAME.version-1.backup`).
 */
gboolean pal_schema_upgrade (PalDatabase *database,
                             const PalSchemaStep *steps,
                             guint n_steps,
                             GError **error);

/** pal_schema_take_steps: the same without the copy: for what is a copy already, or empty. */
gboolean pal_schema_take_steps (PalDatabase *database,
                                const PalSchemaStep *steps,
                                guint n_steps,
                                GError **error);

/**
 * pal_schema_inspect:
 * @application_id: (out):
 * @version: (out): 0 for a file without tables of ours
 */
gboolean pal_schema_inspect (PalDatabase *database,
                             guint32 *application_id,
                             guint *version,
                             GError **error);

G_END_DECLS
