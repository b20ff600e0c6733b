/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The practice's own words as the workbench hands them to widgets. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-workbench-private.h"

PalSnippets *
pal_workbench_get_snippets (PalWorkbench *self)
{
  g_autofree char *own = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);

  if (self->snippets != NULL)
    return self->snippets;
  self->snippets = pal_snippets_new (&error);
  if (self->snippets == NULL)
    {
      /* Built into the program: a fault of the build. */
      g_critical ("The snippets cannot be read: %s", error->message);
      return NULL;
    }
  own = pal_store_get_setting (self->store, PAL_SETTING_SNIPPETS);
  if (!pal_snippets_set_own (self->snippets, own, &error))
    pal_workbench_fail (self, error);
  return self->snippets;
}
