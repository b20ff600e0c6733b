/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers the types that only templates name. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-workbench.h"
