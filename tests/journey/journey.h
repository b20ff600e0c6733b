/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Drives the real program through the accessibility bus, as a screen reader and a keyboard do.
 * Waits for what it wants to see, with an upper bound; never sleeps for luck. */

#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* at-spi 2.46 has no cleanup functions of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

typedef struct _Journey Journey;

/**
 * journey_start:
 * @palpate: the program
 * @arguments: (nullable): further arguments, %NULL-terminated
 *
 * Starts the program and waits until its window can be read. Aborts the test when it does not come.
 */
Journey *journey_start (const char *palpate, const char *const *arguments);

/** journey_stop: closes the program in the ordinary way and waits for its end. */
void journey_stop (Journey *self);

/** journey_kill: ends the program at once, as a power cut would. */
void journey_kill (Journey *self);

/** journey_find: waits for a node by role and name. Returns: (transfer full): it, or fails. */
AtspiAccessible *journey_find (Journey *self, AtspiRole role, const char *name);

/** journey_find_prefix: as journey_find(), for a name that begins with @prefix. */
AtspiAccessible *journey_find_prefix (Journey *self, AtspiRole role, const char *prefix);

/** journey_peek: Returns: (transfer full) (nullable): the node if it is there now. */
AtspiAccessible *journey_peek (Journey *self, AtspiRole role, const char *name);

/** journey_act: runs a node's action by its name; fails when it has none. */
void journey_act (AtspiAccessible *node, const char *action);

/** journey_press: finds a button (or toggle) by its name and clicks it. */
void journey_press (Journey *self, const char *name);

/** journey_set_text: replaces the text of an editable node found by its name. */
void journey_set_text (Journey *self, AtspiRole role, const char *name, const char *text);

/** journey_dup_text: Returns: (transfer full): the text of a node. */
char *journey_dup_text (AtspiAccessible *node);

/** journey_keys: presses keys as xdotool names them ("ctrl+n", "Return"), one after another. */
void journey_keys (Journey *self, const char *const *keys);

/** journey_key: presses one key. */
void journey_key (Journey *self, const char *key);

/** journey_type: types text on the keyboard. */
void journey_type (Journey *self, const char *text);

/** journey_click: clicks with the mouse in the middle of a node. */
void journey_click (Journey *self, AtspiAccessible *node, int button);

/** journey_wait_gone: waits until no node has this role and name. */
void journey_wait_gone (Journey *self, AtspiRole role, const char *name);

/** journey_wait_description: waits until the node's description contains @part. */
void journey_wait_description (Journey *self, AtspiRole role, const char *name, const char *part);

/** journey_settle: lets the program finish what it is doing: two round trips on the bus. */
void journey_settle (Journey *self);

/** journey_picture: saves what is on the screen as a PNG when @path is not %NULL. */
void journey_picture (Journey *self, const char *path);

/** journey_count_keys: Returns: how many keys were pressed so far. */
guint journey_count_keys (Journey *self);

/** journey_run: runs a program, fails unless it exits 0. Returns: (transfer full): its output. */
char *journey_run (const char *const *argv);

G_END_DECLS
