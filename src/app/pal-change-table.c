/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-change-table.h. Two visits differ in about twenty rows: a flow box of lines,
 * two columns where there is room. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-change-table.h"

#include <glib/gi18n-lib.h>

#include "app/pal-drop-down-name.h"
#include "app/pal-change-line.h"
#include "report/pal-words-change.h"
#include "report/pal-words-insight.h"

struct _PalChangeTable
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalSpanComparison *comparison;
  GPtrArray *from, *to;

  GtkWidget *box;
  GtkWidget *filters;
  GtkDropDown *kinds, *groups;
  GPtrArray *kind_ids, *group_ids; /* of the drop downs' items after the first, which is "all" */
  GtkFlowBox *lines;
  GtkLabel *nothing;
  GtkExpander *not_compared;
  GtkLabel *not_compared_names;
};

G_DEFINE_FINAL_TYPE (PalChangeTable, pal_change_table, GTK_TYPE_WIDGET)

/* Order -----------------------------------------------------------------------------------------
 */

/* What came up before what stayed before what eased. */
static int
get_rank (PalChangeWord change)
{
  static const int rank[] = {
    [PAL_CHANGE_WORSE] = 0,       [PAL_CHANGE_NEW] = 0,  [PAL_CHANGE_SAME] = 1,
    [PAL_CHANGE_BETTER] = 2,      [PAL_CHANGE_GONE] = 3, [PAL_CHANGE_NONE] = 4,
    [PAL_CHANGE_NOT_COMPARED] = 5
  };
  return rank[change];
}

/* Within a rank the most severe first, then the largest step, then the catalogue's order. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PalSpanRow *one = *(PalSpanRow *const *) a, *other = *(PalSpanRow *const *) b;
  if (get_rank (one->change) != get_rank (other->change))
    return get_rank (one->change) - get_rank (other->change);

  double from[] = { pal_span_figure_get_burden (&one->from),
                    pal_span_figure_get_burden (&other->from) };
  double to[] = { pal_span_figure_get_burden (&one->to), pal_span_figure_get_burden (&other->to) };
  double severity[] = { to[0] > 0 ? to[0] : from[0], to[1] > 0 ? to[1] : from[1] };
  if (severity[0] != severity[1])
    return severity[0] > severity[1] ? -1 : 1;
  double step[] = { ABS (to[0] - from[0]), ABS (to[1] - from[1]) };
  if (step[0] != step[1])
    return step[0] > step[1] ? -1 : 1;
  if (one->region->index != other->region->index)
    return one->region->index < other->region->index ? -1 : 1;
  return (int) one->side - (int) other->side;
}

/* Lines -----------------------------------------------------------------------------------------
 */

static const PalChangeRow *
find_treated (const PalComparison *within, const PalSpanRow *row)
{
  for (guint i = 0; within != NULL && i < within->rows->len; i++)
    {
      const PalChangeRow *treated = g_ptr_array_index (within->rows, i);
      if (treated->region == row->region && treated->side == row->side &&
          g_str_equal (treated->kind, row->kind))
        return treated;
    }
  return NULL;
}

static gboolean
is_between_visits (PalChangeTable *self)
{
  return self->from->len == 1 && self->to->len == 1;
}

static char *
dup_caption (PalChangeTable *self,
             const PalSpanRow *row,
             const PalComparison *within_a,
             const PalComparison *within_b)
{
  g_autofree char *severities = pal_words_change_row (row, is_between_visits (self));
  g_autofree char *more =
      is_between_visits (self)
          ? pal_words_treated (find_treated (within_a, row), find_treated (within_b, row))
          : pal_words_change_row_mean (row, FALSE);
  return more != NULL ? g_strdup_printf ("%s · %s", severities, more)
                      : g_steal_pointer (&severities);
}

/* The visits that looked at the region, each once: spans may overlap. */
static GPtrArray *
list_visits (PalChangeTable *self, const PalSpanRow *row)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  GPtrArray *visits = g_ptr_array_new ();
  GPtrArray *spans[] = { self->from, self->to };
  for (guint s = 0; s < G_N_ELEMENTS (spans); s++)
    for (guint i = 0; i < spans[s]->len; i++)
      {
        gpointer visit = g_ptr_array_index (spans[s], i);
        if (pal_visit_is_known (visit, atlas, vocabulary, row->region, row->side) &&
            !g_ptr_array_find (visits, visit, NULL))
          g_ptr_array_add (visits, visit);
      }
  return visits;
}

/* Tight is what marks are unless something else is said; but of two lines on one region each says
 * which it is, for one may have come up while the other went. */
static gboolean
names_kind (PalChangeTable *self, const PalSpanRow *row)
{
  if (!g_str_equal (row->kind, "tight"))
    return TRUE;
  for (guint i = 0; i < self->comparison->rows->len; i++)
    {
      const PalSpanRow *other = g_ptr_array_index (self->comparison->rows, i);
      if (other != row && other->region == row->region && other->side == row->side)
        return TRUE;
    }
  return FALSE;
}

static void
add_lines (PalChangeTable *self)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (PalComparison) within_a = NULL;
  g_autoptr (PalComparison) within_b = NULL;
  if (is_between_visits (self))
    {
      within_a = pal_compare_within_visit (self->from->pdata[0], atlas, vocabulary);
      within_b = pal_compare_within_visit (self->to->pdata[0], atlas, vocabulary);
    }

  for (guint i = 0; i < self->comparison->rows->len; i++)
    g_ptr_array_add (order, g_ptr_array_index (self->comparison->rows, i));
  g_ptr_array_sort (order, compare_rows);
  for (guint i = 0; i < order->len; i++)
    {
      const PalSpanRow *row = g_ptr_array_index (order, i);
      g_autofree char *caption = dup_caption (self, row, within_a, within_b);
      g_autoptr (GPtrArray) visits = list_visits (self, row);
      g_autofree char *label = is_between_visits (self)
                                   ? g_strdup (C_ ("the two visits compared", "A · B"))
                                   : pal_words_n_visits (visits->len);
      gtk_flow_box_append (self->lines,
                           pal_change_line_new (self->workbench, self->highlight, row,
                                                names_kind (self, row), caption, label, visits));
    }
}

static void
activated_cb (PalChangeTable *self, GtkFlowBoxChild *child)
{
  pal_change_line_open (PAL_CHANGE_LINE (child));
}

/* Filters ---------------------------------------------------------------------------------------
 */

static const char *
get_chosen (GtkDropDown *drop_down, GPtrArray *ids)
{
  guint chosen = gtk_drop_down_get_selected (drop_down);
  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION || chosen > ids->len
             ? NULL
             : g_ptr_array_index (ids, chosen - 1);
}

static const char *
get_group_id (PalChangeTable *self, const PalSpanRow *row)
{
  return pal_atlas_get_group (pal_workbench_get_atlas (self->workbench), row->region->group)->id;
}

static gboolean
filter_cb (GtkFlowBoxChild *child, gpointer data)
{
  PalChangeTable *self = data;
  const PalSpanRow *row = pal_change_line_get_row (PAL_CHANGE_LINE (child));
  const char *kind = get_chosen (self->kinds, self->kind_ids);
  const char *group = get_chosen (self->groups, self->group_ids);
  return (kind == NULL || g_str_equal (kind, row->kind)) &&
         (group == NULL || g_str_equal (group, get_group_id (self, row)));
}

static void
refilter (PalChangeTable *self)
{
  gtk_flow_box_invalidate_filter (self->lines);
  guint n_shown = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_shown += filter_cb (GTK_FLOW_BOX_CHILD (child), self);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          n_shown == 0 && self->comparison->rows->len > 0);
}

static void
add_choice (GPtrArray *ids, GtkStringList *names, const char *id, const char *name)
{
  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    return;
  g_ptr_array_add (ids, g_strdup (id));
  gtk_string_list_append (names, name);
}

/* Keeps what was chosen when it is still there. */
static void
offer (GtkDropDown *drop_down, GPtrArray **ids, GPtrArray *new_ids, GtkStringList *names)
{
  g_autofree char *chosen = g_strdup (get_chosen (drop_down, *ids));
  guint place;
  g_ptr_array_unref (*ids);
  *ids = new_ids;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  if (chosen != NULL && g_ptr_array_find_with_equal_func (new_ids, chosen, g_str_equal, &place))
    gtk_drop_down_set_selected (drop_down, place + 1);
  gtk_widget_set_visible (GTK_WIDGET (drop_down), new_ids->len > 1);
}

/* Only what is there can be chosen. */
static void
offer_filters (PalChangeTable *self)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);
  GPtrArray *kind_ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *group_ids = g_ptr_array_new_with_free_func (g_free);

  gtk_string_list_append (kinds, _ ("All kinds"));
  gtk_string_list_append (groups, _ ("Whole body"));
  for (guint i = 0; i < self->comparison->rows->len; i++)
    {
      const PalSpanRow *row = g_ptr_array_index (self->comparison->rows, i);
      const PalTerm *kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, row->kind);
      add_choice (kind_ids, kinds, row->kind, kind != NULL ? pal_term_get_name (kind) : row->kind);
      add_choice (group_ids, groups, get_group_id (self, row),
                  pal_group_get_name (pal_atlas_get_group (atlas, row->region->group)));
    }
  offer (self->kinds, &self->kind_ids, kind_ids, kinds);
  offer (self->groups, &self->group_ids, group_ids, groups);
  gtk_widget_set_visible (self->filters, kind_ids->len > 1 || group_ids->len > 1);
}

static void
show_not_compared (PalChangeTable *self)
{
  guint n = g_strv_length (self->comparison->not_compared);
  g_autofree char *names =
      pal_words_not_compared (self->comparison, pal_workbench_get_atlas (self->workbench));
  g_autofree char *title = g_strdup_printf (ngettext ("%u part of the body not compared",
                                                      "%u parts of the body not compared", n),
                                            n);
  gtk_expander_set_label (self->not_compared, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_compared),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (self->not_compared_names, names != NULL ? names : "");
  gtk_widget_set_visible (GTK_WIDGET (self->not_compared), n > 0);
}

/* The widget ------------------------------------------------------------------------------------
 */

static GtkDropDown *
make_filter (PalChangeTable *self, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (drop_down, "pal-filter");
  pal_drop_down_set_name (GTK_DROP_DOWN (drop_down), name);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->filters), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static void
pal_change_table_dispose (GObject *object)
{
  PalChangeTable *self = PAL_CHANGE_TABLE (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_change_table_parent_class)->dispose (object);
}

static void
pal_change_table_finalize (GObject *object)
{
  PalChangeTable *self = PAL_CHANGE_TABLE (object);
  g_clear_pointer (&self->comparison, pal_span_comparison_free);
  g_clear_pointer (&self->from, g_ptr_array_unref);
  g_clear_pointer (&self->to, g_ptr_array_unref);
  g_ptr_array_unref (self->kind_ids);
  g_ptr_array_unref (self->group_ids);
  G_OBJECT_CLASS (pal_change_table_parent_class)->finalize (object);
}

static void
pal_change_table_class_init (PalChangeTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_change_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_change_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_lines (PalChangeTable *self)
{
  self->lines = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->lines, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->lines, TRUE);
  gtk_flow_box_set_max_children_per_line (self->lines, 2);
  gtk_flow_box_set_column_spacing (self->lines, 32);
  gtk_flow_box_set_filter_func (self->lines, filter_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What changed"), -1);
  g_signal_connect_object (self->lines, "child-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
pal_change_table_init (PalChangeTable *self)
{
  self->kind_ids = g_ptr_array_new_with_free_func (g_free);
  self->group_ids = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->filters, GTK_ALIGN_START);
  make_lines (self);

  self->nothing = GTK_LABEL (gtk_label_new (_ ("Nothing of that kind there.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  self->not_compared_names = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->not_compared_names, TRUE);
  gtk_label_set_xalign (self->not_compared_names, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->not_compared_names), "dim-label");
  self->not_compared = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_expander_set_child (self->not_compared, GTK_WIDGET (self->not_compared_names));
  gtk_widget_add_css_class (GTK_WIDGET (self->not_compared), "pal-not-compared");

  /* They wrap below each other where there is no room. */
  GtkWidget *head = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (head), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (head), 2);
  GtkWidget *parts[] = { GTK_WIDGET (self->not_compared), self->filters };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_flow_box_append (GTK_FLOW_BOX (head), parts[i]);
      gtk_widget_set_focusable (gtk_widget_get_parent (parts[i]), FALSE);
    }
  gtk_widget_set_halign (self->filters, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->nothing));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
pal_change_table_set_up (PalChangeTable *self, PalWorkbench *workbench, PalHighlight *highlight)
{
  g_return_if_fail (PAL_IS_CHANGE_TABLE (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
}

void
pal_change_table_show (PalChangeTable *self,
                       PalSpanComparison *comparison,
                       GPtrArray *from,
                       GPtrArray *to)
{
  g_return_if_fail (PAL_IS_CHANGE_TABLE (self));
  g_return_if_fail (comparison != NULL && from->len > 0 && to->len > 0);

  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_flow_box_remove (self->lines, child);
  g_clear_pointer (&self->comparison, pal_span_comparison_free);
  g_clear_pointer (&self->from, g_ptr_array_unref);
  g_clear_pointer (&self->to, g_ptr_array_unref);
  self->comparison = comparison;
  self->from = g_ptr_array_ref (from);
  self->to = g_ptr_array_ref (to);
  if (self->kinds == NULL)
    {
      self->kinds = make_filter (self, _ ("Kind of finding"));
      self->groups = make_filter (self, _ ("Part of the body"));
    }
  offer_filters (self);
  add_lines (self);
  refilter (self);
  show_not_compared (self);
}

static void
choose (GtkDropDown *drop_down, GPtrArray *ids, const char *id)
{
  guint place;
  if (id == NULL)
    gtk_drop_down_set_selected (drop_down, 0);
  else if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &place))
    gtk_drop_down_set_selected (drop_down, place + 1);
}

void
pal_change_table_filter (PalChangeTable *self, const char *kind, const char *group)
{
  g_return_if_fail (PAL_IS_CHANGE_TABLE (self));
  g_return_if_fail (self->comparison != NULL);
  choose (self->kinds, self->kind_ids, kind);
  choose (self->groups, self->group_ids, group);
}

void
pal_change_table_set_columns (PalChangeTable *self, guint columns)
{
  g_return_if_fail (PAL_IS_CHANGE_TABLE (self));
  g_return_if_fail (columns >= 1);
  gtk_flow_box_set_min_children_per_line (self->lines, 1);
  gtk_flow_box_set_max_children_per_line (self->lines, columns);
  gtk_flow_box_set_min_children_per_line (self->lines, columns);
}
