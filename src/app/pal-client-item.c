/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One client as the list shows it. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-client-item.h"

struct _PalClientItem
{
  GObject parent_instance;

  PalClientRow *row;
  char *name;
  char *sort_key;
  char *folded;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PalClientItem, pal_client_item, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Letters that are letters of their own, so that Unicode does not take them apart. */
static const struct
{
  gunichar letter;
  const char *plain;
} strokes[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" },  { 0x00fe, "th" },
  { 0x0111, "d" },  { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0131, "i" },
};

static void
append_plain (GString *plain, gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      if (strokes[i].letter == letter)
        {
          g_string_append (plain, strokes[i].plain);
          return;
        }
    }
  g_string_append_unichar (plain, letter);
}

char *
pal_fold_text (const char *text)
{
  g_autofree char *small = NULL;
  g_autofree char *apart = NULL;
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  small = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  plain = g_string_new (NULL);
  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_ismark (letter))
        append_plain (plain, letter);
    }
  return g_string_free (plain, FALSE);
}

static char *
build_name (const PalClientRow *row)
{
  /* A client that lives on the stack is enough to ask for the order of names. */
  PalClient client = { .given = row->given, .family = row->family };

  return pal_client_dup_name (&client);
}

static void
take_row (PalClientItem *self, PalClientRow *row)
{
  g_autofree char *by_family = NULL;
  g_autofree char *searched = NULL;

  g_clear_pointer (&self->row, pal_client_row_free);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->folded);
  self->row = row;
  self->name = build_name (row);
  by_family = g_strconcat (row->family ? row->family : "", " ", row->given, NULL);
  self->sort_key = g_utf8_collate_key (g_strstrip (by_family), -1);
  searched = g_strconcat (self->name, " ", row->squad, NULL);
  self->folded = pal_fold_text (searched);
}

static void
pal_client_item_finalize (GObject *object)
{
  PalClientItem *self = PAL_CLIENT_ITEM (object);

  g_clear_pointer (&self->row, pal_client_row_free);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->folded);

  G_OBJECT_CLASS (pal_client_item_parent_class)->finalize (object);
}

static void
pal_client_item_class_init (PalClientItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pal_client_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", PAL_TYPE_CLIENT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_client_item_init (PalClientItem *self)
{
}

PalClientItem *
pal_client_item_new (PalClientRow *row)
{
  PalClientItem *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (PAL_TYPE_CLIENT_ITEM, NULL);
  take_row (self, row);
  return self;
}

void
pal_client_item_set_row (PalClientItem *self, PalClientRow *row)
{
  g_return_if_fail (PAL_IS_CLIENT_ITEM (self));
  g_return_if_fail (row != NULL);

  take_row (self, row);
  g_signal_emit (self, signals[CHANGED], 0);
}

const PalClientRow *
pal_client_item_get_row (PalClientItem *self)
{
  g_return_val_if_fail (PAL_IS_CLIENT_ITEM (self), NULL);
  return self->row;
}

const char *
pal_client_item_get_name (PalClientItem *self)
{
  g_return_val_if_fail (PAL_IS_CLIENT_ITEM (self), NULL);
  return self->name;
}

char *
pal_client_item_dup_details (PalClientItem *self)
{
  g_autofree char *visits = NULL;
  g_autofree char *day = NULL;
  PalDate date, today;
  int year, this_year, month, day_of_month;

  g_return_val_if_fail (PAL_IS_CLIENT_ITEM (self), NULL);

  if (self->row->n_visits == 0 || self->row->last_visit_at == PAL_NO_TIME)
    return g_strdup (_ ("No visits yet"));
  visits = g_strdup_printf (ngettext ("%u visit", "%u visits", self->row->n_visits),
                            self->row->n_visits);
  date = pal_time_get_local_date (self->row->last_visit_at);
  today = pal_time_get_local_date (pal_time_now ());
  pal_date_get_ymd (date, &year, &month, &day_of_month);
  pal_date_get_ymd (today, &this_year, &month, &day_of_month);
  day = year == this_year ? pal_date_format_short (date) : pal_date_format_display (date);
  /* Translators: how many visits, and the day of the last one: "12 visits · 4 Nov". */
  return g_strdup_printf (_ ("%1$s · %2$s"), visits, day);
}

gboolean
pal_client_item_matches (PalClientItem *self, char **words)
{
  g_return_val_if_fail (PAL_IS_CLIENT_ITEM (self), FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

int
pal_client_item_compare_name (PalClientItem *a, PalClientItem *b)
{
  return strcmp (a->sort_key, b->sort_key);
}

int
pal_client_item_compare_recent (PalClientItem *a, PalClientItem *b)
{
  if (a->row->last_visit_at != b->row->last_visit_at)
    return a->row->last_visit_at > b->row->last_visit_at ? -1 : 1;
  return pal_client_item_compare_name (a, b);
}
