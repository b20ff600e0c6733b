/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the program is made of, and what holds for all its widgets. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <adwaita.h>

#include "app/pal-app-init.h"
#include "app/pal-closed-popovers.h"
#include "pal-app-resources.h"

void
pal_app_init (void)
{
  /* A static library's resources are linked in only when somebody asks for them. */
  g_resources_register (pal_app_get_resource ());
  pal_closed_popovers_watch ();
}
