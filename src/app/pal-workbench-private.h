/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of PalWorkbench share: what is open, and the undo stacks. */

#pragma once

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * PalUndoLine:
 * @id: the visit or client whose edits it remembers
 * @client_id: the client it belongs to; the same as @id for a client's own line
 * @stack: the steps
 *
 * The undo stack of one visit or one client. One for each record edited since the start, so a few
 * dozen; kept until the program ends, so that going back to a visit finds its undo again.
 */
typedef struct
{
  char *id;
  char *client_id;
  gboolean is_visit;
  PalUndoStack *stack;
} PalUndoLine;

struct _PalWorkbench
{
  GObject parent_instance;

  PalStore *store;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalSnippets *snippets; /* made when first asked for */

  PalClient *client;
  GPtrArray *visits;
  PalVisit *visit;

  GHashTable *lines;    /* id → PalUndoLine, owned */
  PalUndoLine *active;  /* what Ctrl+Z works on; borrowed, nullable */
  PalUndoLine *noticed; /* what the last notice with Undo was about; borrowed, nullable */
  GSignalGroup *stack_signals;
  PalUndoScope scope;

  GHashTable *typed;      /* visit and field → text kept and not yet in the record */
  gboolean typed_failing; /* the last words could not be kept, which was told */

  char *kind;

  /* What was last notified, to notify true changes only. */
  gboolean had_client;
  gboolean had_visit;
  gboolean could_edit;
};

/** pal_workbench_get_line: Returns: (transfer none): the record's undo line, made when missing. */
PalUndoLine *pal_workbench_get_line (PalWorkbench *self,
                                     const char *id,
                                     const char *client_id,
                                     gboolean is_visit);
/** pal_workbench_activate_line: from now on Ctrl+Z works on @line. */
void pal_workbench_activate_line (PalWorkbench *self, PalUndoLine *line);
/** pal_workbench_activate_open_line: the line of what is open, as the scope asks. */
void pal_workbench_activate_open_line (PalWorkbench *self);
/** pal_workbench_show_visit: opens a visit of the open client and leaves undo where it is. */
void pal_workbench_show_visit (PalWorkbench *self, PalVisit *visit);
/** pal_workbench_reload_snippets: reads the practice's own once more, if anybody uses them. */
void pal_workbench_reload_snippets (PalWorkbench *self);

/** pal_workbench_load_client: opens a client from the store and leaves undo where it is. */
gboolean pal_workbench_load_client (PalWorkbench *self,
                                    const char *client_id,
                                    const char *visit_id,
                                    GError **error);
void pal_workbench_emit_notice (PalWorkbench *self, const char *message, gboolean can_undo);

G_END_DECLS
