/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs of palpatectl share: options, the practice, errors and exit codes. */

#pragma once

#include "exchange/pal-json-writer.h"
#include "store/pal-change.h"

G_BEGIN_DECLS

#define CTL_OK 0
#define CTL_REFUSED 1
#define CTL_USAGE 2

/**
 * Ctl:
 * @verb: as typed
 * @arguments: %NULL-terminated, without options; @n_arguments of them
 * @db: where the practice is, or %NULL for the application's own
 *
 * One call of the program.
 */
typedef struct
{
  const char *verb;
  char **arguments;
  guint n_arguments;
  char *db;
  gboolean json;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalStore *store;
} Ctl;

/**
 * ctl_parse:
 * @usage: the verb's arguments, as in "CLIENT SHORTHAND"
 * @entries: (nullable): its own options beside --db and --json
 *
 * Returns: %FALSE when something was printed and the verb is over; @status says how
 */
gboolean ctl_parse (Ctl *self,
                    char **argv,
                    const char *usage,
                    const GOptionEntry *entries,
                    guint min_arguments,
                    guint max_arguments,
                    int *status);

/** ctl_open: opens the practice. Returns: %FALSE with an error. */
gboolean ctl_open (Ctl *self, PalStoreOpenFlags flags, GError **error);

/** ctl_refuse: prints one line. Returns: %CTL_REFUSED. */
int ctl_refuse (const GError *error);

/** ctl_find_client: by id, beginning of an id, or name. Returns: (transfer full): the id, or %NULL
 */
char *ctl_find_client (Ctl *self, const char *who, GError **error);

/** ctl_load_client: Returns: (transfer full): a client with all visits. */
PalClientFile *ctl_load_client (Ctl *self, const char *who, GError **error);

/** ctl_print: prints what a JSON writer wrote, with a line end. */
void ctl_print (GString *out);

/** ctl_json_side: writes the key "side", null for the midline. */
void ctl_json_side (PalJsonWriter *writer, PalSide side);

/** ctl_import … ctl_atlas: the verbs; each takes its arguments from behind the verb on. */
int ctl_import (Ctl *self, char **argv);
int ctl_export (Ctl *self, char **argv);
int ctl_demo (Ctl *self, char **argv);
int ctl_check (Ctl *self, char **argv);
int ctl_clients (Ctl *self, char **argv);
int ctl_visits (Ctl *self, char **argv);
int ctl_chart (Ctl *self, char **argv);
int ctl_compare (Ctl *self, char **argv);
int ctl_summary (Ctl *self, char **argv);
int ctl_draw (Ctl *self, char **argv);
int ctl_atlas (Ctl *self, char **argv);

G_END_DECLS
