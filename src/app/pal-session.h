/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where somebody was in a practice: client, visit, page, view and focus, written when it changes so
 * that a program that was killed reopens there. Ids and names of widgets only, never what a record
 * says; on this computer, in the person's state folder, one file a practice. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAL_SESSION_CLIENT "client"
#define PAL_SESSION_VISIT "visit"
#define PAL_SESSION_PAGE "page"
#define PAL_SESSION_PANE "pane"
#define PAL_SESSION_VIEW "view"
#define PAL_SESSION_FOCUS "focus"

typedef struct _PalSession PalSession;

/**
 * pal_session_new:
 * @practice: path of the practice file
 *
 * Returns: (transfer full): what was remembered of it; empty when nothing was, or it cannot be read
 */
PalSession *pal_session_new (const char *practice);
void pal_session_free (PalSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalSession, pal_session_free)

/** pal_session_get: Returns: (transfer full): the value, "" when there is none. */
char *pal_session_get (PalSession *self, const char *key);

/**
 * pal_session_set:
 *
 * Remembers @value, on disk when it returns. That it cannot be written is logged once and is no
 * reason to trouble anybody.
 */
void pal_session_set (PalSession *self, const char *key, const char *value);

/**
 * pal_focus_describe:
 * @focus: (nullable): the widget with the focus
 *
 * Returns: (transfer full): words that find it again in another run: the id in its template, its
 *   name, or the region of the body it stands for; "" when it has none
 */
char *pal_focus_describe (GtkWidget *focus);

/** pal_focus_when_shown: moves the focus to @widget, at once or when what it is in has unfolded so
 * far that it is on the screen. Before that a screen reader would not be told. */
void pal_focus_when_shown (GtkWidget *widget);

/**
 * pal_focus_restore:
 * @root: where to look; only what is shown is found
 * @words: from pal_focus_describe()
 *
 * Unfolds what is folded around the widget and moves the focus there.
 */
gboolean pal_focus_restore (GtkWidget *root, const char *words);

/** pal_session_find_stage: Returns: (nullable): the body stage within @widget, shown or not. Its
 * property "view" is what is remembered of it. */
GtkWidget *pal_session_find_stage (GtkWidget *widget);

G_END_DECLS
