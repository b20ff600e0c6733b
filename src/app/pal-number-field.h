/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A number of the open visit in a spin button: kept at every key, an edit once the typing rests or
 * the field is left, and one step of undo however it came about. An empty field is not zero: it
 * shows a dash. What is no number yet, or too large, waits in the field and changes nothing. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/** PalNumberBegin: told a number where there is nothing yet that could hold it. */
typedef void (*PalNumberBegin) (double number, gpointer data);

/**
 * pal_number_field_set_up:
 * @spin: its adjustment begins one below the smallest number there is: that is the dash
 * @field: (nullable): a name of pal-visit-words.h
 * @description: translated, behind "Undo"
 *
 * Once for each spin button, which must not have been given a value by hand.
 */
void pal_number_field_set_up (GtkSpinButton *spin,
                              PalWorkbench *workbench,
                              const char *field,
                              const char *description);

/** pal_number_field_set_begin: @begin: called with what is typed while the field has no name. */
void pal_number_field_set_begin (GtkSpinButton *spin, PalNumberBegin begin, gpointer data);

/** pal_number_field_set_field: the field is for another number from now on. @field: (nullable) */
void pal_number_field_set_field (GtkSpinButton *spin, const char *field, const char *description);

/**
 * pal_number_field_show:
 * @number: as the open visit has it, below 0 for none
 *
 * Leaves alone what is being typed. What was typed into the field of this visit when the program
 * ended, and is no number yet, is there again.
 */
void pal_number_field_show (GtkSpinButton *spin, double number);

G_END_DECLS
