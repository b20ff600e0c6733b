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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEventListener, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

/* One started program. Finding a node walks the tree over the bus, about a millisecond a node; a
 * chart has some 400 of them, so tests keep the nodes they need more than once. */
typedef struct _Journey Journey;

/** JourneyCheck: Returns: whether what was waited for has come. */
typedef gboolean (*JourneyCheck) (Journey *self, gconstpointer data);

/* The program ------------------------------------------------------------------------------- */

/**
 * journey_start:
 * @arguments: (nullable): of the program, %NULL-terminated
 *
 * Starts the program named by the environment variable PALPATE and waits until its window can be
 * read. Aborts the test when it does not come.
 */
Journey *journey_start (const char *const *arguments);

/** journey_stop: closes the program in the ordinary way and waits for its end. */
void journey_stop (Journey *self);

/** journey_kill: ends the program at once, as a power cut would. */
void journey_kill (Journey *self);

/** journey_settle: lets the program finish what it is doing: two round trips on the bus. */
void journey_settle (Journey *self);

/** journey_wait: waits until @check holds; else fails and says that @what did not come. */
void journey_wait (Journey *self, JourneyCheck check, gconstpointer data, const char *what);

/** journey_picture: saves the screen as PNG into the folder JOURNEY_PICTURES, when that is set. */
void journey_picture (Journey *self, const char *name);

/** journey_run: runs a program, fails unless it exits 0. Returns: (transfer full): its output. */
char *journey_run (const char *const *argv);

/** journey_ctl: runs the program named by PALPATECTL. Returns: (transfer full): its output. */
char *journey_ctl (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Hands --------------------------------------------------------------------------------------- */

/** journey_keys: presses keys as xdotool names them, parted by spaces: "ctrl+n Down 3". */
void journey_keys (Journey *self, const char *keys);

/** journey_type: types text on the keyboard. */
void journey_type (Journey *self, const char *text);

/** journey_keys_ahead: presses keys and does not wait until the program has taken them. */
void journey_keys_ahead (Journey *self, const char *keys);

/** journey_type_ahead: types text and does not wait until the program has taken it. */
void journey_type_ahead (Journey *self, const char *text);

/** journey_count_keys: Returns: how many keys were pressed so far; a chord counts as one. */
guint journey_count_keys (Journey *self);

/** journey_click: clicks with the mouse in the middle of a node. */
void journey_click (Journey *self, AtspiAccessible *node, int button);

/** journey_click_at: clicks with the mouse at a place of the window. */
void journey_click_at (Journey *self, int x, int y, int button);

/** journey_drag: drags the pointer with the first button held, through @n places. */
void journey_drag (Journey *self, const AtspiPoint *places, guint n);

/** journey_scroll_to: turns the wheel over @within until @node can be clicked; counts no clicks. */
void journey_scroll_to (Journey *self, AtspiAccessible *node, AtspiAccessible *within);

/**
 * journey_touch: clicks a button of a popover and counts the click. Over the bus: GTK 4.8 does not
 * tell where a popover lies.
 */
void journey_touch (Journey *self, AtspiAccessible *button);

/** journey_count_clicks: Returns: how many times a button went down so far. */
guint journey_count_clicks (Journey *self);

/** journey_focus_window: gives a window the keyboard, as a window manager would do by itself. */
void journey_focus_window (Journey *self, const char *title);

/* Nodes --------------------------------------------------------------------------------------- */

/** journey_get_root: Returns: (transfer none): the program. */
AtspiAccessible *journey_get_root (Journey *self);

/** journey_find: waits for a node by role and name. Returns: (transfer full): it, or fails. */
AtspiAccessible *journey_find (Journey *self, AtspiRole role, const char *name);

/** journey_find_prefix: as journey_find(), for a name that begins with @prefix. */
AtspiAccessible *journey_find_prefix (Journey *self, AtspiRole role, const char *prefix);

/** journey_peek: Returns: (transfer full) (nullable): the node if it is there now. */
AtspiAccessible *journey_peek (Journey *self, AtspiRole role, const char *name);

/** JourneyVisit: is called for every node; Returns: whether its children are to be visited. */
typedef gboolean (*JourneyVisit) (AtspiAccessible *node, gpointer data);

/** journey_foreach: visits all nodes below @root, parents first, from what is there now. */
void journey_foreach (AtspiAccessible *root, JourneyVisit visit, gpointer data);

/** journey_act: runs a node's action by its name; fails when it has none. */
void journey_act (AtspiAccessible *node, const char *action);

/** journey_has_action: Returns: whether the node offers an action of this name now. */
gboolean journey_has_action (AtspiAccessible *node, const char *action);

/** journey_find_button: waits for a button, toggle, tab or menu item. Returns: (transfer full): it.
 */
AtspiAccessible *journey_find_button (Journey *self, const char *name);

/** journey_find_prefix_button: as journey_find_button(), for a name that begins with @prefix. */
AtspiAccessible *journey_find_prefix_button (Journey *self, const char *prefix);

/** journey_press: finds a button (or toggle) by its name and clicks it. */
void journey_press (Journey *self, const char *name);

/** journey_dup_name: Returns: (transfer full): the name a screen reader says now. */
char *journey_dup_name (AtspiAccessible *node);

/** journey_dup_description: Returns: (transfer full): what it says beside the name. */
char *journey_dup_description (AtspiAccessible *node);

/** journey_dup_text: Returns: (transfer full): the text of a node. */
char *journey_dup_text (AtspiAccessible *node);

/** journey_has_state: Returns: whether the node is in this state now. */
gboolean journey_has_state (AtspiAccessible *node, AtspiStateType state);

/** journey_get_box: Returns: where the node lies in the window, in pixels. */
AtspiRect journey_get_box (AtspiAccessible *node);

/** journey_dup_focus: Returns: (transfer full): the name of what got the keyboard last. */
char *journey_dup_focus (Journey *self);

/** journey_get_focus: Returns: (transfer none) (nullable): what got the keyboard last. */
AtspiAccessible *journey_get_focus (Journey *self);

/** journey_forget_focus: for when the keyboard went to a node that GTK tells nothing of: what is
 * waited for next has yet to come. */
void journey_forget_focus (Journey *self);

/** journey_wait_focus: waits until the keyboard is at a node with this name. */
void journey_wait_focus (Journey *self, const char *name);

/** journey_wait_role: waits until the keyboard is at a node of this role. */
void journey_wait_role (Journey *self, AtspiRole role);

/** journey_wait_state: waits until the node is, or is not, in a state. */
void journey_wait_state (Journey *self, AtspiAccessible *node, AtspiStateType state, gboolean is);

/** journey_wait_gone: waits until no node has this role and name. */
void journey_wait_gone (Journey *self, AtspiRole role, const char *name);

/** journey_wait_name: waits until the node's name contains @part. */
void journey_wait_name (Journey *self, AtspiAccessible *node, const char *part);

/** journey_wait_description: waits until the node's description contains @part. */
void journey_wait_description (Journey *self, AtspiAccessible *node, const char *part);

/** journey_wait_text: waits until the node's text is @text. */
void journey_wait_text (Journey *self, AtspiAccessible *node, const char *text);

G_END_DECLS
