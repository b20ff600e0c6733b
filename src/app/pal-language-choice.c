/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of pal-language-choice.h. Its row keeps the codes beside the names. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-language-choice.h"

#include <glib/gi18n-lib.h>

#define KEY "pal-language-codes"

/* Languages call themselves by their own name, whatever the language of the program. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", "العربية" },    { "cs", "Čeština" },  { "de", "Deutsch" },   { "en", "English" },
  { "es", "Español" },    { "fr", "Français" }, { "hr", "Hrvatski" },  { "it", "Italiano" },
  { "nl", "Nederlands" }, { "pl", "Polski" },   { "pt", "Português" }, { "sl", "Slovenščina" },
  { "sv", "Svenska" },
};

/* Returns: by position in the row; the first is NULL */
static GPtrArray *
get_codes (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

void
pal_language_choice_fill (AdwComboRow *row)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  gtk_string_list_append (names, C_ ("language", "As the program"));
  g_ptr_array_add (codes, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_string_list_append (names, languages[i].name);
      g_ptr_array_add (codes, g_strdup (languages[i].code));
    }
  g_object_set_data_full (G_OBJECT (row), KEY, codes, (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

void
pal_language_choice_show (AdwComboRow *row, const char *code)
{
  GPtrArray *codes = get_codes (row);
  guint selected = 0;

  g_return_if_fail (codes != NULL);

  for (guint i = 1; code != NULL && i < codes->len; i++)
    if (g_str_equal (g_ptr_array_index (codes, i), code))
      selected = i;
  /* A code from a file that is not in our list stays what it is. */
  if (code != NULL && selected == 0)
    {
      gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (row)), code);
      g_ptr_array_add (codes, g_strdup (code));
      selected = codes->len - 1;
    }
  adw_combo_row_set_selected (row, selected);
}

const char *
pal_language_choice_get (AdwComboRow *row)
{
  GPtrArray *codes = get_codes (row);
  const guint selected = adw_combo_row_get_selected (row);

  return codes != NULL && selected < codes->len ? g_ptr_array_index (codes, selected) : NULL;
}
