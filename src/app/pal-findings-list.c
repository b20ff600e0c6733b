/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-findings-list.h. A visit has about ten marks: plain rows in a list box. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-findings-list.h"

#include <glib/gi18n-lib.h>

#include "app/pal-visit-edits.h"
#include "record/pal-shorthand.h"

/* Of a row: whether it tells the kind of its finding. */
#define WITH_KIND "pal-with-kind"

struct _PalFindingsList
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkListBox *list;
  char *visit_id;
  gboolean could_edit;
  GPtrArray *shown; /* the marks of the rows, copied: the visit may go while a row lives */
};

enum
{
  MARK_ACTIVATED,
  MARK_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalFindingsList, pal_findings_list, GTK_TYPE_WIDGET)

/* Three dots, filled up to the severity: read at a glance and without colour. */
static GtkWidget *
make_dots (int severity)
{
  g_autoptr (GString) dots = g_string_new (NULL);
  for (int i = 1; i <= 3; i++)
    g_string_append (dots, i <= severity ? "●" : "○");
  GtkWidget *label = gtk_label_new (dots->str);
  gtk_widget_add_css_class (label, "pal-dots");
  return label;
}

static GtkWidget *
make_severities (const PalMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  if (mark->before == PAL_UNSET)
    return box;
  gtk_box_append (GTK_BOX (box), make_dots (mark->before));
  g_autofree char *after =
      mark->after == PAL_UNSET ? g_strdup ("–") : g_strdup_printf ("%d", mark->after);
  /* From before to after, in the direction one reads. */
  g_autofree char *arrow =
      g_strdup_printf ("%s %s", gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL ? "←" : "→",
                       after);
  GtkWidget *label = gtk_label_new (arrow);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Tight is what a finding is unless it says otherwise; beside another one of its region it says so
 * as well. */
static gboolean
tells_kind (const PalVisit *visit, const PalMark *mark)
{
  if (!g_str_equal (mark->kind, "tight"))
    return TRUE;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *other = g_ptr_array_index (visit->marks, i);
      if (other != mark && other->side == mark->side && g_str_equal (other->region, mark->region))
        return TRUE;
    }
  return FALSE;
}

/* What stands below a region's name: kind, what was done, what is not yet sure. */
static char *
dup_subtitle (PalFindingsList *self, const PalMark *mark, gboolean with_kind)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const PalTerm *kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, mark->kind);
  if (with_kind)
    g_ptr_array_add (parts, (char *) (kind != NULL ? pal_term_get_name (kind) : mark->kind));
  if (mark->carried)
    g_ptr_array_add (parts, (char *) _ ("carried over"));
  if (mark->source == PAL_SOURCE_CLIENT)
    g_ptr_array_add (parts, (char *) _ ("client says"));
  for (guint i = 0; mark->techniques != NULL && mark->techniques[i] != NULL; i++)
    {
      const PalTerm *technique =
          pal_vocabulary_find (vocabulary, PAL_TERMS_TECHNIQUE, mark->techniques[i]);
      if (technique != NULL)
        g_ptr_array_add (parts, (char *) pal_term_get_name (technique));
    }
  if (mark->note != NULL)
    g_ptr_array_add (parts, mark->note);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
remove_clicked_cb (GtkButton *button, PalFindingsList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (PalMark) mark = pal_mark_copy (g_ptr_array_index (self->shown, index));
  pal_edits_remove_mark (self->workbench, mark);
}

static void
confirm_clicked_cb (GtkButton *button, PalFindingsList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  PalMark *mark = pal_mark_copy (g_ptr_array_index (self->shown, index));
  mark->carried = FALSE;
  pal_edits_put_mark (self->workbench, mark, NULL);
}

static GtkWidget *
make_button (PalFindingsList *self, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "pal-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static void
row_entered_cb (GtkEventController *controller, double x, double y, PalFindingsList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (index >= self->shown->len)
    return;
  const PalMark *mark = g_ptr_array_index (self->shown, index);
  g_signal_emit (self, signals[MARK_POINTED], 0, mark->region, (int) mark->side);
}

static void
row_left_cb (GtkEventController *controller, PalFindingsList *self)
{
  g_signal_emit (self, signals[MARK_POINTED], 0, NULL, (int) PAL_SIDE_MIDLINE);
}

static GtkWidget *
make_names (PalFindingsList *self, const PalMark *mark, gboolean with_kind)
{
  const PalRegion *region =
      pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), mark->region);
  g_autofree char *label =
      region != NULL ? pal_region_dup_short_label (region, mark->side) : g_strdup (mark->region);
  g_autofree char *subtitle = dup_subtitle (self, mark, with_kind);

  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (names), title);
  if (*subtitle != '\0')
    {
      GtkWidget *line = gtk_label_new (subtitle);
      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (line, "dim-label");
      gtk_widget_add_css_class (line, "caption");
      gtk_box_append (GTK_BOX (names), line);
    }
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  return names;
}

static GtkWidget *
make_row (PalFindingsList *self, const PalMark *mark, gboolean with_kind, gboolean can_edit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (box, "pal-finding");
  GtkWidget *names = make_names (self, mark, with_kind);
  gtk_box_append (GTK_BOX (box), names);
  GtkWidget *severities = make_severities (mark);
  gtk_widget_set_valign (severities, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), severities);
  /* Nobody has felt it today: pale until somebody says so. */
  if (mark->carried)
    {
      gtk_widget_add_css_class (names, "pal-carried");
      gtk_widget_add_css_class (severities, "pal-carried");
    }
  if (can_edit && mark->carried)
    gtk_box_append (GTK_BOX (box),
                    make_button (self, "object-select-symbolic", _ ("Confirm this finding"),
                                 G_CALLBACK (confirm_clicked_cb)));
  if (can_edit)
    gtk_box_append (GTK_BOX (box),
                    make_button (self, "window-close-symbolic", _ ("Remove this finding"),
                                 G_CALLBACK (remove_clicked_cb)));

  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), WITH_KIND, GINT_TO_POINTER (with_kind));
  g_autofree char *line = pal_mark_dup_line (mark, pal_workbench_get_atlas (self->workbench),
                                             pal_workbench_get_vocabulary (self->workbench));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (row_entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_left_cb), self, 0);
  gtk_widget_add_controller (row, motion);
  return row;
}

static void
remove_all (PalFindingsList *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->shown, 0);
}

/* The rows follow the marks one by one, so that an untouched row keeps focus and pointer. */
static void
visit_changed_cb (PalFindingsList *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  guint n = visit != NULL ? visit->marks->len : 0;
  gboolean can_edit = visit != NULL && !visit->is_signed;
  const char *visit_id = visit != NULL ? visit->id : NULL;
  if (can_edit != self->could_edit || g_strcmp0 (visit_id, self->visit_id) != 0)
    {
      remove_all (self);
      self->could_edit = can_edit;
      g_free (self->visit_id);
      self->visit_id = g_strdup (visit_id);
    }
  for (guint i = 0; i < n; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      gboolean with_kind = tells_kind (visit, mark);
      GtkListBoxRow *old = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (i < self->shown->len && pal_mark_equal (g_ptr_array_index (self->shown, i), mark) &&
          GPOINTER_TO_INT (g_object_get_data (G_OBJECT (old), WITH_KIND)) == with_kind)
        continue;
      if (i < self->shown->len)
        {
          gtk_list_box_remove (self->list, GTK_WIDGET (old));
          g_ptr_array_remove_index (self->shown, i);
        }
      g_ptr_array_insert (self->shown, (int) i, pal_mark_copy (mark));
      gtk_list_box_insert (self->list, make_row (self, mark, with_kind, can_edit), (int) i);
    }
  while (self->shown->len > n)
    {
      GtkListBoxRow *last = gtk_list_box_get_row_at_index (self->list, (int) self->shown->len - 1);
      gtk_list_box_remove (self->list, GTK_WIDGET (last));
      g_ptr_array_remove_index (self->shown, self->shown->len - 1);
    }
}

static void
row_activated_cb (PalFindingsList *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  if (index >= self->shown->len)
    return;
  const PalMark *mark = g_ptr_array_index (self->shown, index);
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark->region, (int) mark->side, mark->kind);
}

static void
pal_findings_list_dispose (GObject *object)
{
  PalFindingsList *self = PAL_FINDINGS_LIST (object);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_findings_list_parent_class)->dispose (object);
}

static void
pal_findings_list_finalize (GObject *object)
{
  PalFindingsList *self = PAL_FINDINGS_LIST (object);
  g_ptr_array_unref (self->shown);
  g_free (self->visit_id);
  G_OBJECT_CLASS (pal_findings_list_parent_class)->finalize (object);
}

static void
pal_findings_list_class_init (PalFindingsListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_findings_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_findings_list_finalize;
  signals[MARK_ACTIVATED] =
      g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[MARK_POINTED] = g_signal_new ("mark-pointed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_findings_list_init (PalFindingsList *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_mark_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);

  GtkWidget *empty = gtk_label_new (_ ("Nothing marked yet. Tap the figure where it is tight."));
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_widget_add_css_class (empty, "pal-empty");
  gtk_list_box_set_placeholder (self->list, empty);

  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
pal_findings_list_set_workbench (PalFindingsList *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_FINDINGS_LIST (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}
