/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Single records as JSON with the names of `palpate-practice`, as `palpatectl --json` prints them.
 * Whole files are written by PalPracticeWriter in pal-exchange.h. */

#pragma once

#include "exchange/pal-json-writer.h"
#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/** pal_practice_json_visit: writes a visit; unlike in a file, a midline region has a side: null. */
void pal_practice_json_visit (PalJsonWriter *writer, const char *key, const PalVisit *visit);

/** pal_practice_json_client: writes a client without visits; sides as above. */
void pal_practice_json_client (PalJsonWriter *writer, const char *key, const PalClient *client);

G_END_DECLS
