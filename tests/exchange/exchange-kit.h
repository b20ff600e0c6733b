/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the exchange share: reading and writing text in one call. */

#pragma once

#include "exchange/pal-exchange.h"

G_BEGIN_DECLS

/** exchange_kit_load: Returns: (transfer full): a file of tests/exchange/data. */
char *exchange_kit_load (const char *name);

/** exchange_kit_read: reads @text with the shipped atlas and words. */
PalPractice *exchange_kit_read (const char *text, GError **error);

/** exchange_kit_write: Returns: (transfer full): the practice as text. */
char *exchange_kit_write (const PalPractice *practice);

/** exchange_kit_wrap_mark: Returns: (transfer full): a file of one client, visit and mark. */
char *exchange_kit_wrap_mark (const char *mark);
/** exchange_kit_wrap_visit: Returns: (transfer full): a file of one client and visit. */
char *exchange_kit_wrap_visit (const char *visit);
/** exchange_kit_wrap_client: Returns: (transfer full): a file of one client. */
char *exchange_kit_wrap_client (const char *client);

G_END_DECLS
