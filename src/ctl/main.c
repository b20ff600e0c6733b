/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpatectl: the core without a screen. */

#include "config.h"

int
main (void)
{
  return 0;
}
