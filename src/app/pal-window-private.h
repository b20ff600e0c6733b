/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of PalWindow share. */

#pragma once

#include "app/pal-client-list.h"
#include "app/pal-history-page.h"
#include "app/pal-session.h"
#include "app/pal-welcome.h"
#include "app/pal-window.h"

G_BEGIN_DECLS

struct _PalWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  PalWorkbench *workbench;
  gboolean restoring;
  PalSession *session; /* nullable: for a picture nothing is remembered */
  guint restore_ticks;
  guint header_source; /* the header is about to follow the width */
  gboolean focus_restored;

  GtkStack *state;
  AdwBin *start_bin;
  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  AdwBin *clients_bin;
  AdwBin *today_bin;
  AdwBin *bars_bin;
  GtkStack *content;
  AdwViewStack *pages;
  AdwHeaderBar *header;
  AdwViewSwitcherTitle *title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *new_visit_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *print_button;
  GtkWidget *sign_button;
  GtkWidget *more_button;
  GtkRevealer *failure;
  GtkLabel *failure_label;

  PalWelcome *welcome;
  PalClientList *clients; /* this and the next are there with a workbench */
  PalHistoryPage *history_page;
};

/** pal_window_class_install_actions: all win. actions. */
void pal_window_class_install_actions (GtkWidgetClass *widget_class);

/** pal_window_start_session: @restore: goes back to where somebody was in the practice that is now
 * open, and remembers from now on; otherwise does neither. */
void pal_window_start_session (PalWindow *self, gboolean restore);
void pal_window_end_session (PalWindow *self);

/** pal_window_watch_focus: remembers which widget has the focus; once. */
void pal_window_watch_focus (PalWindow *self);

void pal_window_remember_open (PalWindow *self);
void pal_window_remember_page (PalWindow *self, const char *page);
void pal_window_remember_pane (PalWindow *self, const char *pane);

/** pal_window_update_actions: enables what can be done with what is open now. */
void pal_window_update_actions (PalWindow *self);

/** pal_window_focus_page: moves the keyboard to the page that is shown. */
void pal_window_focus_page (PalWindow *self);

/** pal_window_update_undo: enables undo and redo and says in their tooltips what they do. */
void pal_window_update_undo (PalWindow *self);

G_END_DECLS
