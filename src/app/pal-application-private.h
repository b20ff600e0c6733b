/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of PalApplication share. */

#pragma once

#include "app/pal-application.h"
#include "app/pal-window.h"

G_BEGIN_DECLS

struct _PalApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalWindow *window; /* weak */
  char *path;        /* of the practice */

  /* From the command line, %NULL or 0 when not given. */
  char *screenshot;
  char *client;
  char *page;
  char *compare;
  int width, height;
  gboolean dark;
  int status;
};

/** pal_application_install_actions: all app. actions, and the keys of all actions. */
void pal_application_install_actions (PalApplication *self);

/** pal_application_update_actions: enables what the state of the practice allows. */
void pal_application_update_actions (PalApplication *self);

/**
 * pal_application_open_practice:
 * @create: whether to make the practice when it is not there
 *
 * Opens the practice at the path and shows it, or shows why not.
 *
 * Returns: whether it is open
 */
gboolean pal_application_open_practice (PalApplication *self, gboolean create);

G_END_DECLS
