/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of facts with a form to add one. Rows are made anew when what they say changes. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-entry-values.h"
#include "app/pal-fact-group.h"

/* A year of runs is no list to scroll through; the rest comes on demand. */
#define MAX_ROWS 6

struct _PalFactGroup
{
  AdwPreferencesGroup parent_instance;

  PalWorkbench *workbench;
  const PalFactKind *kind;
  GPtrArray *rows; /* GtkWidget, in the order shown */
  char *shown;     /* all that the rows say, to see whether it changed */
  gboolean shows_all;
  gboolean filling; /* the form is made empty or filled again; nobody types */

  AdwExpanderRow *form;
  GtkWidget *fields[PAL_MAX_FIELDS];
  GtkWidget *error_row;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (PalFactGroup, pal_fact_group, ADW_TYPE_PREFERENCES_GROUP)

/* Facts ------------------------------------------------------------------------------------------
 */

static int
compare_by_kind (gconstpointer a, gconstpointer b, gpointer data)
{
  const PalFactKind *kind = data;

  return kind->compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

/* The facts in the order of the rows; borrowed from the client. */
static GPtrArray *
sort_facts (PalFactGroup *self, const PalClient *client)
{
  GPtrArray *facts = g_ptr_array_new ();
  GPtrArray *all = client != NULL ? self->kind->get (client) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    g_ptr_array_add (facts, g_ptr_array_index (all, i));
  if (self->kind->compare != NULL)
    g_ptr_array_sort_with_data (facts, compare_by_kind, (gpointer) self->kind);
  return facts;
}

/* The fact of a row in a copy of the client: the same place in the same order. */
static gpointer
find_fact (PalFactGroup *self, const PalClient *client, GtkWidget *button, guint *index)
{
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  g_autoptr (GPtrArray) facts = sort_facts (self, client);
  gpointer fact = row < facts->len ? g_ptr_array_index (facts, row) : NULL;

  if (fact == NULL || !g_ptr_array_find (self->kind->get (client), fact, index))
    return NULL;
  return fact;
}

static void
remove_clicked_cb (PalFactGroup *self, GtkWidget *button)
{
  PalClient *client = pal_workbench_edit_client (self->workbench);
  guint index;

  if (client == NULL)
    return;
  if (find_fact (self, client, button, &index) != NULL)
    g_ptr_array_remove_index (self->kind->get (client), index);
  /* The button goes with its row: the focus must not fall out of the page. */
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  pal_workbench_commit_client (self->workbench, client, _ (self->kind->remove_description), NULL);
}

static void
toggle_clicked_cb (PalFactGroup *self, GtkWidget *button)
{
  PalClient *client = pal_workbench_edit_client (self->workbench);
  gpointer fact;
  guint index;

  if (client == NULL)
    return;
  fact = find_fact (self, client, button, &index);
  if (fact != NULL)
    self->kind->toggle (fact);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  pal_workbench_commit_client (self->workbench, client, _ (self->kind->toggle_description), NULL);
}

/* Rows -------------------------------------------------------------------------------------------
 */

static GtkWidget *
build_button (PalFactGroup *self, guint row, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (row));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
label_button (GtkWidget *button, const char *what, const char *title)
{
  /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
  g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"), what, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static GtkWidget *
build_row (PalFactGroup *self, gconstpointer fact, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = build_button (self, index, G_CALLBACK (remove_clicked_cb));
  g_autofree char *title = self->kind->dup_title (fact);
  g_autofree char *details = self->kind->dup_details ? self->kind->dup_details (fact) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (details != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  if (self->kind->get_toggle != NULL)
    {
      GtkWidget *toggle = build_button (self, index, G_CALLBACK (toggle_clicked_cb));

      gtk_button_set_label (GTK_BUTTON (toggle), self->kind->get_toggle (fact));
      gtk_widget_set_tooltip_text (toggle, _ (self->kind->toggle_description));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
    }
  gtk_button_set_icon_name (GTK_BUTTON (remove), "user-trash-symbolic");
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  label_button (remove, _ ("Remove"), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

static void
all_clicked_cb (PalFactGroup *self)
{
  self->shows_all = TRUE;
  g_clear_pointer (&self->shown, g_free);
  pal_fact_group_refresh (self);
}

static GtkWidget *
build_all_row (PalFactGroup *self, guint n_hidden)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_strdup_printf (ngettext ("Show %u earlier", "Show %u earlier", n_hidden), n_hidden);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "dim-label");
  g_signal_connect_object (row, "activated", G_CALLBACK (all_clicked_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row (PalFactGroup *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static char *
describe_all (PalFactGroup *self, GPtrArray *facts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      gconstpointer fact = g_ptr_array_index (facts, i);
      g_autofree char *title = self->kind->dup_title (fact);
      g_autofree char *details = self->kind->dup_details ? self->kind->dup_details (fact) : NULL;

      g_string_append_printf (all, "%s\n%s\n%s\n", title, details != NULL ? details : "",
                              self->kind->get_toggle ? self->kind->get_toggle (fact) : "");
    }
  return g_string_free (all, FALSE);
}

void
pal_fact_group_refresh (PalFactGroup *self)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *all = NULL;
  guint n_shown;

  g_return_if_fail (PAL_IS_FACT_GROUP (self));

  facts = sort_facts (self, pal_workbench_get_client (self->workbench));
  all = describe_all (self, facts);
  if (g_strcmp0 (all, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&all);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  /* The form stays last: taken out and put back, it keeps what is typed in it. */
  g_object_ref (self->form);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->form));
  n_shown = self->shows_all ? facts->len : MIN (facts->len, MAX_ROWS);
  for (guint i = 0; i < n_shown; i++)
    add_row (self, build_row (self, g_ptr_array_index (facts, i), i));
  if (n_shown < facts->len)
    add_row (self, build_all_row (self, facts->len - n_shown));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->form));
  g_object_unref (self->form);
}

/* Form -------------------------------------------------------------------------------------------
 */

static void
show_error (PalFactGroup *self, GtkWidget *field, const char *message)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      gtk_widget_remove_css_class (self->fields[i], "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->fields[i]), GTK_ACCESSIBLE_STATE_INVALID);
    }
  gtk_widget_set_visible (self->error_row, message != NULL);
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (field);
}

static gboolean
read_field (PalFactGroup *self, guint index, char **text, PalFieldValue *value, GError **error)
{
  const PalField *field = &self->kind->fields[index];

  if (field->type == PAL_FIELD_CHOICE)
    {
      value->choice = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->fields[index]));
      return TRUE;
    }
  *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[index]))));
  return pal_field_read (field, *text, value, error);
}

/* What stands in a field, a choice as its number. */
static char *
dup_shown (PalFactGroup *self, guint index)
{
  if (self->kind->fields[index].type == PAL_FIELD_CHOICE)
    return g_strdup_printf ("%u", adw_combo_row_get_selected (ADW_COMBO_ROW (self->fields[index])));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[index])));
}

/* What stands in it before anybody begins. */
static char *
dup_first (PalFactGroup *self, guint index)
{
  const PalField *field = &self->kind->fields[index];

  if (field->type == PAL_FIELD_CHOICE)
    return g_strdup ("0");
  return field->today ? pal_date_format (pal_time_get_local_date (pal_time_now ())) : g_strdup ("");
}

static void
fill (PalFactGroup *self, guint index, const char *text)
{
  self->filling = TRUE;
  if (self->kind->fields[index].type == PAL_FIELD_CHOICE)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->fields[index]),
                                (guint) g_ascii_strtoull (text, NULL, 10));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->fields[index]), text);
  self->filling = FALSE;
}

static void
clear_form (PalFactGroup *self)
{
  show_error (self, NULL, NULL);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_autofree char *first = dup_first (self, i);

      fill (self, i, first);
    }
}

static char *
dup_place (PalFactGroup *self, guint index)
{
  return g_strdup_printf ("form-%s-%u", self->kind->id, index);
}

static const char *
get_client_id (PalFactGroup *self)
{
  return g_object_get_data (G_OBJECT (self), "client");
}

/* At every key: a form somebody has begun is there again after the program ended. */
static void
keep_form (PalFactGroup *self)
{
  const char *client_id = get_client_id (self);

  for (guint i = 0; !self->filling && client_id != NULL && i < self->kind->n_fields; i++)
    {
      g_autofree char *place = dup_place (self, i);
      g_autofree char *shown = dup_shown (self, i);
      g_autofree char *first = dup_first (self, i);
      const char *kept = pal_workbench_peek_client_typed (self->workbench, client_id, place);

      if (g_str_equal (shown, first))
        g_clear_pointer (&shown, g_free);
      if (g_strcmp0 (shown, kept) != 0)
        pal_workbench_keep_client_typed (self->workbench, client_id, place, shown);
    }
}

static void
take_up_form (PalFactGroup *self)
{
  gboolean begun = FALSE;

  clear_form (self);
  for (guint i = 0; get_client_id (self) != NULL && i < self->kind->n_fields; i++)
    {
      g_autofree char *place = dup_place (self, i);
      g_autofree char *kept =
          g_strdup (pal_workbench_peek_client_typed (self->workbench, get_client_id (self), place));

      if (kept != NULL)
        fill (self, i, kept);
      begun |= kept != NULL;
    }
  adw_expander_row_set_expanded (self->form, begun);
}

static GtkWidget *
build_field (PalFactGroup *self, const PalField *field)
{
  GtkWidget *row;

  if (field->type == PAL_FIELD_CHOICE)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      for (guint i = 0; field->choices[i] != NULL; i++)
        gtk_string_list_append (list, _ (field->choices[i]));
      row = adw_combo_row_new ();
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (keep_form), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      row = adw_entry_row_new ();
      g_signal_connect_object (row, "entry-activated", G_CALLBACK (pal_fact_group_add), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "changed", G_CALLBACK (keep_form), self, G_CONNECT_SWAPPED);
    }
  /* The untranslated title finds the field again in another run. */
  gtk_widget_set_name (row, field->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  return row;
}

/* No stop for the keyboard: what is in it is one, or nothing is. */
static GtkWidget *
build_plain_row (GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
build_add_row (PalFactGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "pal-form-button");
  g_signal_connect_object (button, "clicked", G_CALLBACK (pal_fact_group_add), self,
                           G_CONNECT_SWAPPED);
  return build_plain_row (button);
}

static GtkWidget *
build_error_row (PalFactGroup *self)
{
  GtkWidget *row;

  self->error_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error_label, TRUE);
  gtk_label_set_xalign (self->error_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->error_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->error_label), "pal-field-error");
  row = build_plain_row (GTK_WIDGET (self->error_label));
  gtk_widget_set_visible (row, FALSE);
  return row;
}

/* -------------------------------------------------------------------------------------------------
 */

static void
pal_fact_group_dispose (GObject *object)
{
  PAL_FACT_GROUP (object)->filling = TRUE;
  g_clear_object (&PAL_FACT_GROUP (object)->workbench);

  G_OBJECT_CLASS (pal_fact_group_parent_class)->dispose (object);
}

static void
pal_fact_group_finalize (GObject *object)
{
  PalFactGroup *self = PAL_FACT_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);

  G_OBJECT_CLASS (pal_fact_group_parent_class)->finalize (object);
}

static void
pal_fact_group_class_init (PalFactGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pal_fact_group_dispose;
  object_class->finalize = pal_fact_group_finalize;
}

static void
pal_fact_group_init (PalFactGroup *self)
{
  self->rows = g_ptr_array_new ();
}

void
pal_fact_group_set_kind (PalFactGroup *self, const PalFactKind *kind)
{
  g_return_if_fail (PAL_IS_FACT_GROUP (self));
  g_return_if_fail (kind != NULL && self->kind == NULL);

  self->kind = kind;
  self->form = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form), _ (kind->add_title));
  adw_expander_row_set_icon_name (self->form, "list-add-symbolic");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      self->fields[i] = build_field (self, &kind->fields[i]);
      adw_expander_row_add_row (self->form, self->fields[i]);
    }
  self->error_row = build_error_row (self);
  adw_expander_row_add_row (self->form, self->error_row);
  adw_expander_row_add_row (self->form, build_add_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->form));
  clear_form (self);
}

/* Another client: what was begun for the one before must not be added to this one. It is there
 * again with them. */
static void
client_changed_cb (PalFactGroup *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (g_strcmp0 (get_client_id (self), client != NULL ? client->id : NULL) != 0)
    {
      g_object_set_data_full (G_OBJECT (self), "client",
                              client != NULL ? g_strdup (client->id) : NULL, g_free);
      self->shows_all = FALSE;
      take_up_form (self);
    }
  pal_fact_group_refresh (self);
}

void
pal_fact_group_set_workbench (PalFactGroup *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_FACT_GROUP (self));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));
  g_return_if_fail (self->kind != NULL && self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (client_changed_cb), self,
                           G_CONNECT_SWAPPED);
  client_changed_cb (self);
}

void
pal_fact_group_fill (PalFactGroup *self, guint field, const char *text)
{
  g_return_if_fail (PAL_IS_FACT_GROUP (self));
  g_return_if_fail (field < self->kind->n_fields);
  gtk_editable_set_text (GTK_EDITABLE (self->fields[field]), text);
}

static void
put_fact (PalFactGroup *self, GPtrArray *facts, gpointer fact)
{
  for (guint i = facts->len; self->kind->is_same != NULL && i > 0; i--)
    {
      if (self->kind->is_same (g_ptr_array_index (facts, i - 1), fact))
        g_ptr_array_remove_index (facts, i - 1);
    }
  g_ptr_array_add (facts, fact);
}

gboolean
pal_fact_group_add (PalFactGroup *self)
{
  PalFieldValue values[PAL_MAX_FIELDS] = { 0 };
  char *texts[PAL_MAX_FIELDS] = { NULL };
  g_autoptr (GError) error = NULL;
  PalClient *client = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (PAL_IS_FACT_GROUP (self), FALSE);

  for (guint i = 0; i < self->kind->n_fields && good; i++)
    {
      good = read_field (self, i, &texts[i], &values[i], &error);
      if (!good)
        show_error (self, self->fields[i], error->message);
    }
  if (good)
    client = pal_workbench_edit_client (self->workbench);
  if (client != NULL)
    {
      put_fact (self, self->kind->get (client), self->kind->build (values));
      good = pal_workbench_commit_client (self->workbench, client, _ (self->kind->add_description),
                                          NULL);
    }
  if (good && client != NULL)
    {
      clear_form (self);
      keep_form (self);
      gtk_widget_grab_focus (self->fields[0]);
    }
  for (guint i = 0; i < self->kind->n_fields; i++)
    g_free (texts[i]);
  return good && client != NULL;
}

const char *
pal_fact_group_get_error (PalFactGroup *self)
{
  g_return_val_if_fail (PAL_IS_FACT_GROUP (self), NULL);
  return gtk_widget_get_visible (self->error_row) ? gtk_label_get_label (self->error_label) : NULL;
}
