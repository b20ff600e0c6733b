/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks as lines; names of regions as places. */

#define G_LOG_DOMAIN "journey"

#include "config.h"

#include "journey-marks.h"

#include <string.h>

JourneyMarks *
journey_marks_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Up to the severities: place and kind. */
static gsize
get_key_length (const char *line)
{
  return (gsize) (strrchr (line, ' ') - line);
}

void
journey_marks_put_line (JourneyMarks *self, const char *line)
{
  gsize length = get_key_length (line);

  for (guint i = 0; i < self->len; i++)
    {
      const char *old = g_ptr_array_index (self, i);

      if (get_key_length (old) == length && strncmp (old, line, length) == 0)
        g_ptr_array_remove_index (self, i--);
    }
  g_ptr_array_add (self, g_strdup (line));
}

void
journey_marks_put (
    JourneyMarks *self, const char *side, const char *region, const char *kind, int before)
{
  g_autofree char *line = g_strdup_printf ("%s %s %s %d>-", side, region, kind, before);

  journey_marks_put_line (self, line);
}

void
journey_marks_remove (JourneyMarks *self, const char *place)
{
  g_autofree char *start = g_strconcat (place, " tight ", NULL);

  for (guint i = 0; i < self->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (self, i), start))
        g_ptr_array_remove_index (self, i--);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
journey_marks_dup_text (JourneyMarks *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (self, compare_lines);
  for (guint i = 0; i < self->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (self, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_severity (JsonObject *mark, const char *member)
{
  if (!json_object_has_member (mark, member) || json_object_get_null_member (mark, member))
    return g_strdup ("-");
  return g_strdup_printf ("%d", (int) json_object_get_int_member (mark, member));
}

JourneyMarks *
journey_marks_read (JsonObject *visit)
{
  JourneyMarks *self = journey_marks_new ();
  JsonArray *marks = json_object_has_member (visit, "marks")
                         ? json_object_get_array_member (visit, "marks")
                         : NULL;

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      JsonObject *mark = json_array_get_object_element (marks, i);
      g_autofree char *before = dup_severity (mark, "before");
      g_autofree char *after = dup_severity (mark, "after");

      g_ptr_array_add (self,
                       g_strdup_printf ("%s %s %s %s>%s",
                                        json_object_get_string_member_with_default (mark, "side",
                                                                                    "-"),
                                        json_object_get_string_member (mark, "region"),
                                        json_object_get_string_member (mark, "kind"), before,
                                        after));
    }
  return self;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

JsonArray *
journey_read_visits (const char *db, const char *client)
{
  g_autofree char *output = journey_ctl ("visits", client, "--json", "--db", db, NULL);
  g_autoptr (JsonNode) node = parse (output);

  return json_array_ref (json_object_get_array_member (json_node_get_object (node), "visits"));
}

JsonObject *
journey_read_client (const char *db, const char *client)
{
  g_autofree char *output = journey_ctl ("export", "--client", client, "--db", db, NULL);
  g_autoptr (JsonNode) node = parse (output);
  JsonArray *clients = json_object_get_array_member (json_node_get_object (node), "clients");

  g_assert_cmpuint (json_array_get_length (clients), ==, 1);
  return json_object_ref (json_array_get_object_element (clients, 0));
}

char *
journey_dup_client (const char *db)
{
  g_autofree char *output = journey_ctl ("clients", "--json", "--db", db, NULL);
  g_autoptr (JsonNode) node = parse (output);
  JsonArray *clients = json_object_get_array_member (json_node_get_object (node), "clients");

  g_assert_cmpuint (json_array_get_length (clients), >=, 1);
  return g_strdup (
      json_object_get_string_member (json_array_get_object_element (clients, 0), "id"));
}

char *
journey_dup_signed_client (const char *db)
{
  g_autofree char *output = journey_ctl ("clients", "--json", "--db", db, NULL);
  g_autoptr (JsonNode) node = parse (output);
  JsonArray *clients = json_object_get_array_member (json_node_get_object (node), "clients");

  for (guint i = 0; i < json_array_get_length (clients); i++)
    {
      JsonObject *client = json_array_get_object_element (clients, i);

      if (json_object_get_int_member (client, "n_drafts") == 0 &&
          json_object_get_int_member (client, "n_visits") > 0)
        return g_strdup (json_object_get_string_member (client, "id"));
    }
  g_error ("everybody has a draft");
}

/* A region seen in another view than its best one says so behind a comma. Some names have commas of
 * their own, so the longest name that fits is meant. */
char *
journey_dup_place (AtspiAccessible *region)
{
  g_autofree char *name = journey_dup_name (region);
  PalAtlas *atlas = kit_get_atlas ();
  char *place = NULL;
  gsize longest = 0;

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side <= PAL_SIDE_RIGHT; side++)
      {
        const PalRegion *each = pal_atlas_get_region (atlas, i);

        if (each->paired == (side == PAL_SIDE_MIDLINE))
          continue;
        g_autofree char *label = pal_region_dup_label (each, side);
        if (g_str_has_prefix (name, label) && strlen (label) > longest)
          {
            longest = strlen (label);
            g_free (place);
            place = g_strdup_printf ("%s %s",
                                     side == PAL_SIDE_MIDLINE ? "-"
                                     : side == PAL_SIDE_LEFT  ? "left"
                                                              : "right",
                                     each->id);
          }
      }
  if (place == NULL)
    g_error ("\"%s\" is no region", name);
  return place;
}

AtspiAccessible *
journey_find_place (Journey *self, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, " ", 2);
  const PalRegion *region = pal_atlas_find_region (kit_get_atlas (), parts[1]);
  PalSide side = g_str_equal (parts[0], "left")    ? PAL_SIDE_LEFT
                 : g_str_equal (parts[0], "right") ? PAL_SIDE_RIGHT
                                                   : PAL_SIDE_MIDLINE;

  g_assert_nonnull (region);
  g_autofree char *label = pal_region_dup_label (region, side);
  return journey_find (self, ATSPI_ROLE_CHECK_BOX, label);
}

static gboolean
is_at_place (Journey *self, gconstpointer data)
{
  AtspiAccessible *focus = journey_get_focus (self);

  if (focus == NULL || atspi_accessible_get_role (focus, NULL) != ATSPI_ROLE_CHECK_BOX)
    return FALSE;
  g_autofree char *place = journey_dup_place (focus);
  return g_str_equal (place, data);
}

void
journey_wait_focus_place (Journey *self, const char *place)
{
  g_autofree char *what = g_strdup_printf ("the keyboard at %s", place);

  journey_wait (self, is_at_place, place, what);
}
