/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of pal-screening.h and the window of questions it opens. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-screening.h"

#include <glib/gi18n-lib.h>

#define STOP "stop"

struct _PalScreeningRow
{
  AdwActionRow parent_instance;

  PalWorkbench *workbench;
  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (PalScreeningRow, pal_screening_row, ADW_TYPE_ACTION_ROW)

/* Recording --------------------------------------------------------------------------------------
 */

static gboolean
has_flag (const PalVisit *visit, const char *flag)
{
  return visit->red_flags != NULL && g_strv_contains ((const char *const *) visit->red_flags, flag);
}

gboolean
pal_screening_set_flag (PalWorkbench *workbench, const char *flag, gboolean yes)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (workbench);
  g_autoptr (GStrvBuilder) flags = g_strv_builder_new ();
  PalVisit *visit = pal_workbench_edit_visit (workbench);
  gboolean any = FALSE;

  if (visit == NULL)
    return FALSE;
  /* In the order of the list, so that equal answers are equal records. */
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_RED_FLAG); i++)
    {
      const char *id = pal_vocabulary_get (vocabulary, PAL_TERMS_RED_FLAG, i)->id;

      if (g_str_equal (id, flag) ? yes : has_flag (visit, id))
        {
          g_strv_builder_add (flags, id);
          any = TRUE;
        }
    }
  g_strfreev (visit->red_flags);
  visit->red_flags = any ? g_strv_builder_end (flags) : NULL;
  if (visit->screened_at == PAL_NO_TIME)
    visit->screened_at = pal_time_now ();
  return pal_workbench_commit_visit (workbench, visit, _ ("Answer about red flags"), NULL);
}

gboolean
pal_screening_finish (PalWorkbench *workbench)
{
  PalVisit *visit = pal_workbench_edit_visit (workbench);

  if (visit == NULL)
    return FALSE;
  visit->screened_at = pal_time_now ();
  return pal_workbench_commit_visit (workbench, visit, _ ("Ask about red flags"), NULL);
}

/* The questions ----------------------------------------------------------------------------------
 */

static void
answer_cb (GtkSwitch *answer, GParamSpec *pspec, GtkWidget *row)
{
  PalWorkbench *workbench = g_object_get_data (G_OBJECT (row), "pal-workbench");
  const PalTerm *flag = g_object_get_data (G_OBJECT (row), "pal-flag");
  const gboolean yes = gtk_switch_get_active (answer);

  pal_screening_set_flag (workbench, flag->id, yes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               yes ? pal_term_get_advice (flag) : pal_term_get_reason (flag));
}

static GtkWidget *
build_question (PalWorkbench *workbench, const PalTerm *flag, const PalVisit *visit)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *answer = gtk_switch_new ();
  const gboolean yes = has_flag (visit, flag->id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pal_term_get_detail (flag));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               yes ? pal_term_get_advice (flag) : pal_term_get_reason (flag));
  gtk_switch_set_active (GTK_SWITCH (answer), yes);
  gtk_widget_set_valign (answer, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (answer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pal_term_get_detail (flag), -1);
  gtk_widget_set_sensitive (answer, !visit->is_signed);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), answer);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), answer);
  g_object_set_data_full (G_OBJECT (row), "pal-workbench", g_object_ref (workbench),
                          g_object_unref);
  g_object_set_data (G_OBJECT (row), "pal-flag", (gpointer) flag);
  g_signal_connect_object (answer, "notify::active", G_CALLBACK (answer_cb), row, 0);
  return row;
}

/* A flag that a symptom of the day points to is asked first. */
static gboolean
is_pointed_at (PalVocabulary *vocabulary, const PalVisit *visit, const PalTerm *flag)
{
  for (char **id = visit->state.symptoms; id != NULL && *id != NULL; id++)
    {
      const PalTerm *symptom = pal_vocabulary_find (vocabulary, PAL_TERMS_SYMPTOM, *id);

      if (symptom != NULL && g_strcmp0 (symptom->red_flag, flag->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
build_group (PalWorkbench *workbench, const PalVisit *visit, guint which)
{
  static const char *const titles[] = {
    N_ ("Because of a symptom of the day"),
    N_ ("Yes means: do not treat, or not there"),
    N_ ("Yes means: adapt, or ask first"),
  };
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (workbench);
  GtkWidget *group = adw_preferences_group_new ();
  gboolean any = FALSE;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (titles[which]));
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_RED_FLAG); i++)
    {
      const PalTerm *flag = pal_vocabulary_get (vocabulary, PAL_TERMS_RED_FLAG, i);
      const gboolean pointed = is_pointed_at (vocabulary, visit, flag);
      const guint place = pointed ? 0 : g_strcmp0 (flag->category, STOP) == 0 ? 1 : 2;

      if (place != which)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 build_question (workbench, flag, visit));
      any = TRUE;
    }
  gtk_widget_set_visible (group, any);
  return group;
}

static void
finish_clicked_cb (GtkWindow *window)
{
  pal_screening_finish (g_object_get_data (G_OBJECT (window), "pal-workbench"));
  gtk_window_close (window);
}

static void
add_close_key (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static GtkWindow *
build_window (PalWorkbench *workbench, const PalVisit *visit)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *finish = gtk_button_new_with_mnemonic (_ ("_All Asked"));

  for (guint which = 0; which < 3; which++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (build_group (workbench, visit, which)));
  gtk_widget_add_css_class (finish, "suggested-action");
  gtk_widget_set_sensitive (finish, !visit->is_signed);
  g_signal_connect_object (finish, "clicked", G_CALLBACK (finish_clicked_cb), window,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), finish);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  gtk_widget_set_vexpand (page, TRUE);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Red Flags"));
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 680);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  g_object_set_data_full (G_OBJECT (window), "pal-workbench", g_object_ref (workbench),
                          g_object_unref);
  add_close_key (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}

/* The row ----------------------------------------------------------------------------------------
 */

static void
pal_screening_row_activate (AdwActionRow *row)
{
  PalScreeningRow *self = PAL_SCREENING_ROW (row);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *window;

  if (visit == NULL)
    return;
  window = build_window (self->workbench, visit);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
  gtk_window_present (window);
}

static char *
dup_answers (PalScreeningRow *self, const PalVisit *visit, gboolean *stop)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  GString *names = g_string_new (NULL);

  *stop = FALSE;
  for (char **id = visit->red_flags; id != NULL && *id != NULL; id++)
    {
      const PalTerm *flag = pal_vocabulary_find (vocabulary, PAL_TERMS_RED_FLAG, *id);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              flag != NULL ? pal_term_get_name (flag) : *id);
      *stop = *stop || (flag != NULL && g_strcmp0 (flag->category, STOP) == 0);
    }
  return g_string_free (names, names->len == 0);
}

static void
visit_changed_cb (PalScreeningRow *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  g_autofree char *answers = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *line = NULL;
  gboolean stop;

  if (visit == NULL)
    return;
  answers = dup_answers (self, visit, &stop);
  if (answers != NULL)
    line = g_steal_pointer (&answers);
  else if (visit->screened_at != PAL_NO_TIME)
    {
      clock = pal_time_format_clock (visit->screened_at);
      /* Translators: %s is a time of day. */
      line = g_strdup_printf (_ ("Asked at %s, none"), clock);
    }
  else
    line = g_strdup (_ ("Not asked at this visit"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line);
  gtk_widget_set_visible (self->icon, visit->red_flags != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                stop ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stop ? _ ("Do not treat") : _ ("Caution"), -1);
}

static void
pal_screening_row_dispose (GObject *object)
{
  g_clear_object (&PAL_SCREENING_ROW (object)->workbench);

  G_OBJECT_CLASS (pal_screening_row_parent_class)->dispose (object);
}

static void
pal_screening_row_class_init (PalScreeningRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_screening_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = pal_screening_row_activate;
}

static void
pal_screening_row_init (PalScreeningRow *self)
{
  self->icon = gtk_image_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

void
pal_screening_row_set_workbench (PalScreeningRow *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_SCREENING_ROW (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}
