/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample practice: ten made-up people to look around with. */

#pragma once

#include "exchange/pal-exchange.h"

G_BEGIN_DECLS

/**
 * pal_demo_load:
 * @today: the day to end at
 *
 * Reads the sample practice that is built in and moves it by whole weeks, so that the newest visit
 * lies within the seven days before @today.
 *
 * Returns: (transfer full): the practice, or %NULL with a #PalExchangeError
 */
PalPractice *pal_demo_load (PalAtlas *atlas,
                            PalVocabulary *vocabulary,
                            PalDate today,
                            GError **error);

G_END_DECLS
