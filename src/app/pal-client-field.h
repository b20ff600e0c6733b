/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A field of the open client: kept at every key, an edit once the typing rests, the field is left
 * or somebody asks to flush. What cannot stand in the record waits in the field. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * PalClientFieldPut:
 * @client_id: of the client @text was typed for, who may not be open any more
 *
 * Puts the text into the record. Returns: %FALSE when it has to wait
 */
typedef gboolean (*PalClientFieldPut) (GtkWidget *field,
                                       const char *client_id,
                                       const char *text,
                                       gpointer data);

/**
 * pal_client_field_set_up:
 * @field: a #GtkEditable or a #GtkTextView
 * @id: a name of pal-client-words.h, or another one
 * @description: (nullable): translated, behind "Undo"; %NULL for a field with a @put
 * @put: (nullable): %NULL for pal_workbench_commit_client_typed()
 *
 * Once for each field.
 */
void pal_client_field_set_up (GtkWidget *field,
                              PalWorkbench *workbench,
                              const char *id,
                              const char *description,
                              PalClientFieldPut put,
                              gpointer data);

/**
 * pal_client_field_show:
 * @text: (nullable): as the open client has it
 *
 * Leaves alone what is being typed. What was typed into the field of this client and had to wait is
 * there again.
 */
void pal_client_field_show (GtkWidget *field, const char *text);

/** pal_client_field_is_typed: Returns: whether something typed is not yet in the record. */
gboolean pal_client_field_is_typed (GtkWidget *field);

G_END_DECLS
