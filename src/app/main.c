/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpate: starts the application. */

#include "config.h"

int
main (void)
{
  return 0;
}
