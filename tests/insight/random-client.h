/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clients made up by chance, with all that may be odd about records: nothing examined, several
 * visits a day, marks that do not count, complaints of words alone. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/** random_client_new: Returns: (transfer full): the same for the same @seed; 0 to 30 visits. */
PalClientFile *random_client_new (guint32 seed);

/** mirror_client_new: Returns: (transfer full): a copy with left and right exchanged. */
PalClientFile *mirror_client_new (const PalClientFile *file);

/** shuffle_client: puts visits and the marks of each visit into another order. */
void shuffle_client (PalClientFile *file, guint32 seed);

G_END_DECLS
