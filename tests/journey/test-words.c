/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader can say: the name and state of every region, and the name of everything the
 * keyboard can be at; and that a right-to-left language mirrors the window, but not the body. */

#define G_LOG_DOMAIN "test-words"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = kit_folder_new ();
  self->db = g_build_filename (self->folder, "practice.palpate", NULL);
  g_autofree char *said = journey_ctl ("demo", "--db", self->db, NULL);
  self->client = journey_dup_client (self->db);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->client);
  g_free (self->db);
  kit_folder_free (self->folder);
}

static void
open_page (Fixture *self, const char *page)
{
  self->journey = journey_start ((const char *[]){ "--db", self->db, "--client", self->client,
                                                   "--page", page, "--size", "1500x900", NULL });
}

/* Regions ---------------------------------------------------------------------------------------
 */

typedef struct
{
  GHashTable *places; /* each place once */
  GHashTable *marked; /* places the file says are marked */
  guint n;
} Regions;

static gboolean
is_region (AtspiAccessible *node)
{
  g_autofree char *description = atspi_accessible_get_description (node, NULL);

  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_CHECK_BOX &&
         journey_has_action (node, "region.focus") && description != NULL;
}

static gboolean
read_region (AtspiAccessible *node, gpointer data)
{
  Regions *regions = data;

  if (atspi_accessible_get_role (node, NULL) != ATSPI_ROLE_CHECK_BOX)
    return TRUE;
  if (!is_region (node))
    return FALSE;
  g_autofree char *place = journey_dup_place (node);
  g_autofree char *description = journey_dup_description (node);
  gboolean marked = g_hash_table_contains (regions->marked, place);

  if (*description == '\0' || journey_has_state (node, ATSPI_STATE_CHECKED) != marked)
    g_error ("%s is described as \"%s\" and should be %s", place, description,
             marked ? "checked" : "unchecked");
  g_hash_table_add (regions->places, g_steal_pointer (&place));
  regions->n++;
  return FALSE;
}

static guint
count_places (void)
{
  PalAtlas *atlas = kit_get_atlas ();
  guint n = 0;

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    n += pal_atlas_get_region (atlas, i)->paired ? 2 : 1;
  return n;
}

static void
read_marked (Fixture *self, GHashTable *marked)
{
  g_autoptr (JsonArray) visits = journey_read_visits (self->db, self->client);
  g_autoptr (GPtrArray) marks = journey_marks_read (
      json_array_get_object_element (visits, json_array_get_length (visits) - 1));

  for (guint i = 0; i < marks->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (marks, i), " ", 3);

      g_hash_table_add (marked, g_strdup_printf ("%s %s", parts[0], parts[1]));
    }
}

static void
test_regions (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Regions regions = { places, marked, 0 };

  g_free (
      journey_ctl ("chart", self->client, "l itb-mid 3, r soleus 2 tp", "--db", self->db, NULL));
  read_marked (self, marked);
  open_page (self, "chart");
  g_autoptr (AtspiAccessible) any = journey_find_place (self->journey, "left itb-mid");
  journey_wait_description (self->journey, any, "Severe");
  journey_foreach (journey_get_root (self->journey), read_region, &regions);
  g_test_message ("%u regions read aloud, %u places", regions.n, g_hash_table_size (places));
  g_assert_cmpuint (g_hash_table_size (places), ==, count_places ());
  /* The arrow beside Print, which is a picture only, is called something too. */
  g_autoptr (AtspiAccessible) arrow =
      journey_find_button (self->journey, "More ways to hand it over");
  journey_stop (self->journey);
}

/* Names -----------------------------------------------------------------------------------------
 */

typedef struct
{
  GString *nameless;
  guint n;
} Controls;

/* What has no name of its own goes by that of its type. */
static gboolean
is_name (const char *name)
{
  return *name != '\0' && !g_str_has_prefix (name, "Gtk") && !g_str_has_prefix (name, "Adw") &&
         !g_str_has_prefix (name, "Pal");
}

/* The nearest name above, to find the control again. */
static char *
dup_place (AtspiAccessible *node)
{
  g_autoptr (AtspiAccessible) above = atspi_accessible_get_parent (node, NULL);

  while (above != NULL)
    {
      g_autofree char *name = journey_dup_name (above);
      AtspiAccessible *next;

      if (is_name (name))
        return g_steal_pointer (&name);
      next = atspi_accessible_get_parent (above, NULL);
      g_object_unref (above);
      above = next;
    }
  return g_strdup ("?");
}

/* What does something; lists and scrolled places only hold such. */
static gboolean
is_control (AtspiAccessible *node)
{
  static const AtspiRole roles[] = {
    ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_RADIO_BUTTON,
    ATSPI_ROLE_ENTRY,       ATSPI_ROLE_TEXT,          ATSPI_ROLE_COMBO_BOX, ATSPI_ROLE_SPIN_BUTTON,
    ATSPI_ROLE_SLIDER,      ATSPI_ROLE_PAGE_TAB,      ATSPI_ROLE_MENU_ITEM, ATSPI_ROLE_LINK,
  };
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == role)
      return TRUE;
  return FALSE;
}

static gboolean
read_control (AtspiAccessible *node, gpointer data)
{
  Controls *controls = data;
  g_autoptr (AtspiComponent) place = atspi_accessible_get_component_iface (node);
  g_autofree char *name = NULL;

  /* Pages that are not shown have no size; regions are read by the test above. */
  if ((place != NULL && journey_get_box (node).width <= 0) || is_region (node))
    return FALSE;
  if (!is_control (node) || !journey_has_state (node, ATSPI_STATE_FOCUSABLE))
    return TRUE;
  controls->n++;
  name = journey_dup_name (node);
  if (!is_name (name))
    {
      g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
      g_autofree char *above = dup_place (node);

      g_string_append_printf (controls->nameless, "%s \"%s\" in \"%s\"\n", role, name, above);
    }
  return TRUE;
}

/* Whatever page is shown: where the keyboard can be, a screen reader says what that is. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = { "chart", "history", "insights", "client" };
  g_autoptr (GString) nameless = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      Controls controls = { g_string_new (NULL), 0 };

      open_page (self, pages[i]);
      g_autoptr (AtspiAccessible) search =
          journey_find (self->journey, ATSPI_ROLE_ENTRY, "Search clients");
      journey_settle (self->journey);
      journey_foreach (journey_get_root (self->journey), read_control, &controls);
      g_test_message ("%s: %u controls", pages[i], controls.n);
      g_assert_cmpuint (controls.n, >, 20);
      if (controls.nameless->len > 0)
        g_string_append_printf (nameless, "%s:\n%s", pages[i], controls.nameless->str);
      g_string_free (controls.nameless, TRUE);
      journey_stop (self->journey);
    }
  if (nameless->len > 0)
    g_error ("without a name\n%s", nameless->str);
}

/* Direction -------------------------------------------------------------------------------------
 */

static int
get_middle (AtspiAccessible *node)
{
  AtspiRect box = journey_get_box (node);

  return box.x + box.width / 2;
}

/* Where the list, the figure and two knees stand; names are in English, for they are untranslated.
 */
static void
measure (Fixture *self, int *list, int *left_knee, int *right_knee)
{
  open_page (self, "chart");
  g_autoptr (AtspiAccessible) left = journey_find_place (self->journey, "left patella");
  g_autoptr (AtspiAccessible) right = journey_find_place (self->journey, "right patella");
  g_autoptr (AtspiAccessible) search =
      journey_find (self->journey, ATSPI_ROLE_ENTRY, "Search clients");

  *list = get_middle (search);
  *left_knee = get_middle (left);
  *right_knee = get_middle (right);
  journey_stop (self->journey);
}

static void
test_direction (Fixture *self, gconstpointer data)
{
  int list, left_knee, right_knee;

  measure (self, &list, &left_knee, &right_knee);
  g_assert_cmpint (list, <, right_knee);
  g_assert_cmpint (left_knee, >, right_knee);

  g_setenv ("LANGUAGE", "ar", TRUE);
  measure (self, &list, &left_knee, &right_knee);
  g_setenv ("LANGUAGE", "", TRUE);
  /* The list is at the other side; the client's left is still at the viewer's right. */
  g_assert_cmpint (list, >, left_knee);
  g_assert_cmpint (left_knee, >, right_knee);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/words/regions", Fixture, NULL, set_up, test_regions, tear_down);
  g_test_add ("/journey/words/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/journey/words/direction", Fixture, NULL, set_up, test_direction, tear_down);
  return g_test_run ();
}
