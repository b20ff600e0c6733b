/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The quick entry on a screen: the same lines as palpatectl chart, chips, offers, preview. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-quick-entry.h"
#include "ctl-kit.h"
#include "tests/kit/kit-start.h"

#define WAIT_MS 20000

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  PalQuickEntry *entry;
  int n_preview; /* marks shown while typing; -1 for none asked for */
} Fixture;

static void
preview_cb (Fixture *f, GPtrArray *marks)
{
  f->n_preview = marks != NULL ? (int) marks->len : -1;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->bench = app_bench_new (1);
  pal_workbench_open_client (f->bench->bench, KIT_RUNNER_ID);
  g_assert_true (pal_workbench_add_visit (f->bench->bench));
  f->window = gtk_window_new ();
  f->entry = g_object_new (PAL_TYPE_QUICK_ENTRY, NULL);
  pal_quick_entry_set_workbench (f->entry, f->bench->bench);
  g_signal_connect_swapped (f->entry, "preview", G_CALLBACK (preview_cb), f);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->entry));
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  app_bench_free (f->bench);
}

static GtkWidget *
get_entry (Fixture *f)
{
  return app_find (GTK_WIDGET (f->entry), GTK_TYPE_ENTRY, NULL, NULL);
}

static const char *
get_text (Fixture *f)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (f)));
}

static void
type (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (f)), "");
  pal_quick_entry_begin (f->entry, text);
}

static void
press_enter (Fixture *f)
{
  g_signal_emit_by_name (get_entry (f), "activate");
}

/* What chips say, and which of them can be chosen: "[or soleus]". */
static void
collect_chips (GtkWidget *from, GString *chips)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_has_css_class (child, "pal-chip"))
        g_string_append_printf (chips, "%s;", gtk_label_get_text (GTK_LABEL (child)));
      else if (gtk_widget_has_css_class (child, "pal-chip-offer"))
        g_string_append_printf (chips, "[%s];", gtk_button_get_label (GTK_BUTTON (child)));
      else
        collect_chips (child, chips);
    }
}

static void
assert_chips (Fixture *f, const char *expected)
{
  g_autoptr (GString) chips = g_string_new (NULL);
  collect_chips (GTK_WIDGET (f->entry), chips);
  g_assert_cmpstr (chips->str, ==, expected);
}

static GtkWidget *
find_offer (GtkWidget *from, const char *label)
{
  if (gtk_widget_has_css_class (from, "pal-chip-offer") &&
      g_str_equal (gtk_button_get_label (GTK_BUTTON (from)), label))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_offer (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Fixture *f;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;
  return g_str_equal (get_text (expected->f), expected->text);
}

static void
choose (Fixture *f, const char *label, const char *text)
{
  GtkWidget *offer = find_offer (GTK_WIDGET (f->entry), label);
  g_assert_nonnull (offer);
  g_signal_emit_by_name (offer, "clicked");
  Expected expected = { f, text };
  kit_wait_until (has_text, &expected, WAIT_MS);
  g_assert_cmpstr (get_text (f), ==, text);
}

static guint
count_marks (Fixture *f)
{
  return pal_workbench_get_visit (f->bench->bench)->marks->len;
}

static void
test_offers (Fixture *f, gconstpointer data)
{
  type (f, "l itb 3");
  assert_chips (f, "Left iliotibial band, middle third · tight · 3;[or ITB upper];[or ITB lower];"
                   "[or all of it];");
  g_assert_cmpint (f->n_preview, ==, 1);
  g_assert_cmpuint (count_marks (f), ==, 0);
  choose (f, "or ITB lower", "l itb-distal 3");
  assert_chips (f, "Left iliotibial band, lower third · tight · 3;");

  type (f, "r soleus 1, l itb 3");
  choose (f, "or all of it", "r soleus 1, l itb all 3");
  g_assert_cmpint (f->n_preview, ==, 4);
  press_enter (f);
  g_assert_cmpuint (count_marks (f), ==, 4);
  g_assert_cmpstr (get_text (f), ==, "");
  g_assert_cmpint (f->n_preview, ==, -1);

  /* All of a line is one step. */
  pal_workbench_undo (f->bench->bench);
  g_assert_cmpuint (count_marks (f), ==, 0);
}

static void
test_mistakes (Fixture *f, gconstpointer data)
{
  /* Half a word is no news until Enter. */
  type (f, "l wibb");
  assert_chips (f, "");
  press_enter (f);
  g_assert_cmpstr (get_text (f), ==, "l wibb");
  g_assert_cmpuint (count_marks (f), ==, 0);
  g_autoptr (GString) chips = g_string_new (NULL);
  collect_chips (GTK_WIDGET (f->entry), chips);
  g_assert_nonnull (strstr (chips->str, "wibb"));

  type (f, "itb 2, r soleus 1");
  choose (f, "l itb", "l itb 2, r soleus 1");
  press_enter (f);
  g_assert_cmpuint (count_marks (f), ==, 2);
}

/* What is near half a word is offered by its name while it is typed; what else is wrong is told in
 * full. */
static void
test_suggestions (Fixture *f, gconstpointer data)
{
  type (f, "l itbx");
  assert_chips (f, "[ITB mid];[ITB lower];[ITB upper];");
  press_enter (f);
  assert_chips (f, "“itbx” is not understood.;[ITB mid];[ITB lower];[ITB upper];");
  choose (f, "ITB mid", "l itb-mid");

  type (f, "itb 2, ");
  assert_chips (f, "“itb” has two sides; put l, r or b (both) before it.;[l itb];[r itb];[b itb];");
}

/* A visit is not locked while findings are typed but not marked: they would be lost unseen. */
static void
test_not_signed (Fixture *f, gconstpointer data)
{
  type (f, "l itb 3, low back 1");
  press_enter (f);
  g_assert_cmpuint (count_marks (f), ==, 0);
  g_assert_false (pal_workbench_sign_visit (f->bench->bench));
  g_assert_false (pal_workbench_get_visit (f->bench->bench)->is_signed);

  type (f, "l itb 3");
  press_enter (f);
  g_assert_true (pal_workbench_sign_visit (f->bench->bench));
  g_assert_cmpuint (count_marks (f), ==, 1);
}

/* One grammar: every line means the same marks and examined groups to window and command line, or
 * is refused by both. */
static void
test_same_as_command_line (Fixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "l itb 3, r calf 2 tp, jaw b 1 after 0 mfr 5min",
    "l itb all 2",
    "b upper trap severe",
    "left soleus moderate → 1 stripping softer",
    "sternum 1 pnf",
    "3 l tfl",
    "l soleus scar",
    "r calf, inner 2\nl quad, outer 1",
    "l soleus 0, l tfl 2",
    "soleus 2",
    "l sternum 2",
    "l wibble 2",
    "l itb 4",
    "l itb 3 2",
    "l soleus r calf 2",
    ",,",
  };
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CtlRun) run = ctl_kit_run ("chart", "Sofia", lines[i], "--db", db, NULL);
      g_ptr_array_add (ids, run->status == 0 ? g_strdup (g_strchomp (run->out)) : NULL);
    }

  g_autoptr (GError) error = NULL;
  g_autoptr (PalStore) store = pal_store_open (db, PAL_STORE_OPEN_DEFAULT, "Tester", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_test_message ("%s", lines[i]);
      g_assert_true (pal_workbench_add_visit (f->bench->bench));
      /* An entry has one line: a line end is a comma there. */
      g_autofree char *typed = g_strdelimit (g_strdup (lines[i]), "\n", ',');
      type (f, typed);
      press_enter (f);
      const PalVisit *shown = pal_workbench_get_visit (f->bench->bench);
      if (id == NULL)
        {
          g_assert_cmpstr (get_text (f), ==, typed);
          g_assert_cmpuint (shown->marks->len, ==, 0);
          continue;
        }
      g_autoptr (PalVisit) charted = pal_store_get_visit (store, id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (shown->marks->len, ==, charted->marks->len);
      for (guint j = 0; j < shown->marks->len; j++)
        g_assert_true (pal_mark_equal (g_ptr_array_index (shown->marks, j),
                                       g_ptr_array_index (charted->marks, j)));
      g_assert_cmpuint (g_strv_length (shown->examined), ==, g_strv_length (charted->examined));
      for (guint j = 0; shown->examined[j] != NULL; j++)
        g_assert_true (
            g_strv_contains ((const char *const *) charted->examined, shown->examined[j]));
    }
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  g_test_add ("/app/quick-entry/offers", Fixture, NULL, set_up, test_offers, tear_down);
  g_test_add ("/app/quick-entry/mistakes", Fixture, NULL, set_up, test_mistakes, tear_down);
  g_test_add ("/app/quick-entry/suggestions", Fixture, NULL, set_up, test_suggestions, tear_down);
  g_test_add ("/app/quick-entry/not-signed", Fixture, NULL, set_up, test_not_signed, tear_down);
  g_test_add ("/app/quick-entry/same-as-command-line", Fixture, NULL, set_up,
              test_same_as_command_line, tear_down);
  return g_test_run ();
}
