/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making blocks. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-block.h"

#include <glib/gi18n-lib.h>

#define ROW_AIR 3.5

/* Tables
 * ------------------------------------------------------------------------------------------- */

PalTable *
pal_table_new (const double *shares)
{
  PalTable *self = g_new0 (PalTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->row_air = ROW_AIR;
  while (self->n_columns < PAL_MAX_CELLS && shares[self->n_columns] > 0)
    {
      self->shares[self->n_columns] = shares[self->n_columns];
      self->n_columns++;
    }
  return self;
}

PalTable *
pal_table_ref (PalTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
pal_table_unref (PalTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_strfreev (self->head);
  g_free (self);
}

/* Blocks
 * ------------------------------------------------------------------------------------------- */

void
pal_block_free (PalBlock *self)
{
  if (self == NULL)
    return;
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->table, pal_table_unref);
  g_strfreev (self->cells);
  g_free (self->text);
  g_free (self);
}

GPtrArray *
pal_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pal_block_free);
}

static PalBlock *
add_block (GPtrArray *blocks, PalBlockType type)
{
  PalBlock *block = g_new0 (PalBlock, 1);

  block->type = type;
  g_ptr_array_add (blocks, block);
  return block;
}

PalBlock *
pal_blocks_add (GPtrArray *blocks, PalBlockType type, const char *text)
{
  PalBlock *block;

  if (type != PAL_BLOCK_BREAK && (text == NULL || *text == '\0'))
    return NULL;
  block = add_block (blocks, type);
  block->text = g_strdup (text);
  return block;
}

void
pal_blocks_add_paragraphs (GPtrArray *blocks, PalBlockType type, const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    pal_blocks_add (blocks, type, g_strstrip (lines[i]));
}

void
pal_blocks_add_section (GPtrArray *blocks, const char *heading, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  pal_blocks_add (blocks, PAL_BLOCK_HEADING, heading);
  pal_blocks_add_paragraphs (blocks, PAL_BLOCK_BODY, text);
}

void
pal_blocks_add_fact (GPtrArray *blocks, const char *name, const char *text)
{
  g_autofree char *line = NULL;
  PalBlock *block;

  if (text == NULL || *text == '\0')
    return;
  /* Translators: %1$s names a fact, as in "Therapist", %2$s is it, as in "Mia Jensen". */
  line = g_strdup_printf (C_ ("fact", "%1$s: %2$s"), name, text);
  block = pal_blocks_add (blocks, PAL_BLOCK_BODY, line);
  if (g_str_has_prefix (line, name))
    block->lead = (guint) strlen (name) + 1;
  block->tight = TRUE;
}

void
pal_blocks_add_row (GPtrArray *blocks, PalTable *table, char **cells)
{
  PalBlock *block;

  g_return_if_fail (cells != NULL && g_strv_length (cells) == table->n_columns);

  block = add_block (blocks, PAL_BLOCK_ROW);
  block->table = pal_table_ref (table);
  block->cells = cells;
}

PalBlock *
pal_blocks_add_figure (GPtrArray *blocks,
                       PalFigureMeasure measure,
                       PalFigurePaint paint,
                       gpointer data,
                       GDestroyNotify free_data)
{
  PalBlock *block = add_block (blocks, PAL_BLOCK_FIGURE);

  block->measure = measure;
  block->paint = paint;
  block->data = data;
  block->free_data = free_data;
  return block;
}
