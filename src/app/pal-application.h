/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: command line, one practice, one window, actions of the whole program. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PAL_TYPE_APPLICATION (pal_application_get_type ())
G_DECLARE_FINAL_TYPE (PalApplication, pal_application, PAL, APPLICATION, AdwApplication)

/** pal_application_new: Returns: (transfer full): the program; run it with g_application_run(). */
PalApplication *pal_application_new (void);

/** pal_application_get_status: Returns: what to exit with after g_application_run() returned 0. */
int pal_application_get_status (PalApplication *self);

G_END_DECLS
