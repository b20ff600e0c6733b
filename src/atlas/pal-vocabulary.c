/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading findings.json into lists of words. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-vocabulary.h"

#include "atlas/pal-json-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FINDINGS_FORMAT "palpate-findings"

struct _PalVocabulary
{
  gatomicrefcount ref_count;
  GPtrArray *lists[PAL_TERMS_N];
};

/**
 * Layout:
 * @key: the list's member of findings.json
 * @detail: member that becomes the detail of its words, may be %NULL; and so on
 *
 * How the members of one list of the file map to a #PalTerm. A %NULL is not in the list.
 */
typedef struct
{
  const char *key;
  const char *detail;
  const char *codes;
  const char *category;
  gboolean has_plain;
  gboolean has_regions;
} Layout;

static const Layout layouts[PAL_TERMS_N] = {
  [PAL_TERMS_KIND] = { "kinds", "description", "code", NULL, TRUE, FALSE },
  [PAL_TERMS_TECHNIQUE] = { "techniques", "note", "abbreviations", "family", TRUE, FALSE },
  [PAL_TERMS_RESPONSE] = { "tissueResponses", NULL, NULL, "aspect", TRUE, FALSE },
  [PAL_TERMS_VISIT_TYPE] = { "visitTypes", NULL, NULL, NULL, TRUE, FALSE },
  [PAL_TERMS_ACTIVITY_LEVEL] = { "activityLevels", NULL, NULL, NULL, TRUE, FALSE },
  [PAL_TERMS_TERRAIN] = { "terrains", "note", NULL, NULL, TRUE, FALSE },
  [PAL_TERMS_SYMPTOM] = { "symptoms", NULL, NULL, NULL, TRUE, TRUE },
  [PAL_TERMS_HOME_CARE] = { "homeCare", "instruction", NULL, NULL, FALSE, TRUE },
  [PAL_TERMS_TEST] = { "tests", NULL, NULL, "type", TRUE, TRUE },
  [PAL_TERMS_RED_FLAG] = { "redFlags", "question", NULL, "level", FALSE, FALSE },
};

static void
free_term (gpointer data)
{
  PalTerm *term = data;

  g_free (term->id);
  g_free (term->name);
  g_free (term->plain);
  g_free (term->detail);
  g_strfreev (term->codes);
  g_strfreev (term->regions);
  g_free (term->replaces);
  g_free (term->category);
  g_free (term->scope);
  g_free (term->reason);
  g_free (term->advice);
  g_free (term->red_flag);
  g_free (term->unit);
  g_free (term->source);
  g_free (term);
}

/* Kinds have one code, techniques several abbreviations. */
static char **
read_codes (PalJson *json, JsonObject *object, PalTermList list)
{
  if (list != PAL_TERMS_KIND)
    return pal_json_strings (json, object, layouts[list].codes);

  char **codes = g_new0 (char *, 2);
  codes[0] = pal_json_string (json, object, layouts[list].codes);

  return codes;
}

static void
read_test (PalJson *json, JsonObject *object, PalTerm *term)
{
  g_autofree char *joint = pal_json_string (json, object, "joint");
  g_autofree char *movement = pal_json_string (json, object, "movement");
  JsonNode *normal = object != NULL ? json_object_get_member (object, "normal") : NULL;

  joint[0] = g_ascii_toupper (joint[0]);
  term->name = g_strdup_printf ("%s: %s%s", joint, movement,
                                g_strcmp0 (term->category, "strength") == 0 ? " (strength)" : "");
  term->unit = pal_json_string (json, object, "unit");
  term->source = pal_json_optional_string (json, object, "source");
  term->paired = pal_json_boolean (json, object, "paired");
  if (normal != NULL && !JSON_NODE_HOLDS_NULL (normal))
    {
      JsonObject *range = pal_json_object (json, object, "normal");

      term->normal_from = pal_json_number (json, range, "from");
      term->normal_to = pal_json_number (json, range, "to");
    }
}

static void
read_particulars (PalJson *json, JsonObject *object, PalTermList list, PalTerm *term)
{
  if (list == PAL_TERMS_TEST)
    {
      read_test (json, object, term);
      return;
    }

  term->name = pal_json_string (json, object, "name");
  if (list == PAL_TERMS_KIND)
    {
      term->has_severity = pal_json_boolean (json, object, "hasSeverity");
      term->favourable = pal_json_boolean (json, object, "favourable");
    }
  else if (list == PAL_TERMS_SYMPTOM)
    term->red_flag = pal_json_optional_string (json, object, "redFlag");
  else if (list == PAL_TERMS_RED_FLAG)
    {
      term->scope = pal_json_string (json, object, "scope");
      term->reason = pal_json_string (json, object, "why");
      term->advice = pal_json_string (json, object, "do");
    }
}

static PalTerm *
create_term (guint index)
{
  PalTerm *term = g_new0 (PalTerm, 1);

  term->index = index;
  term->normal_from = NAN;
  term->normal_to = NAN;

  return term;
}

static PalTerm *
read_term (PalJson *json, JsonObject *object, PalTermList list, guint index)
{
  const Layout *layout = &layouts[list];
  PalTerm *term = create_term (index);

  term->id = pal_json_string (json, object, "id");
  if (layout->category != NULL)
    term->category = pal_json_string (json, object, layout->category);
  if (layout->has_plain)
    term->plain = pal_json_string (json, object, "plain");
  if (layout->detail != NULL)
    term->detail = pal_json_optional_string (json, object, layout->detail);
  if (layout->codes != NULL)
    term->codes = read_codes (json, object, list);
  if (layout->has_regions)
    term->regions = pal_json_strings (json, object, "regions");
  read_particulars (json, object, list, term);

  return term;
}

static void
read_list (PalVocabulary *self, PalJson *json, PalTermList list)
{
  const char *key = layouts[list].key;
  JsonArray *array = pal_json_array (json, json->root, key);

  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      gsize mark = pal_json_enter (json, key, i);
      PalTerm *term = read_term (json, pal_json_object_at (json, array, i), list, i);

      if (pal_vocabulary_find (self, list, term->id) != NULL)
        pal_json_fail (json, _ ("“%s” is there twice"), term->id);
      g_ptr_array_add (self->lists[list], term);
      pal_json_leave (json, mark);
    }
}

PalVocabulary *
pal_vocabulary_new (GError **error)
{
  g_autoptr (PalVocabulary) self = g_new0 (PalVocabulary, 1);
  g_autoptr (PalJson) json =
      pal_json_open_resource ("findings.json", PAL_ATLAS_ERROR_BAD_CATALOGUE);
  g_autofree char *format = pal_json_string (json, json->root, "format");

  g_atomic_ref_count_init (&self->ref_count);
  if (g_strcmp0 (format, FINDINGS_FORMAT) != 0)
    pal_json_fail (json, _ ("the format is not “%s”"), FINDINGS_FORMAT);
  for (PalTermList list = PAL_TERMS_KIND; list < PAL_TERMS_N; list++)
    {
      self->lists[list] = g_ptr_array_new_with_free_func (free_term);
      read_list (self, json, list);
    }
  if (!pal_json_finish (json, error))
    return NULL;

  return g_steal_pointer (&self);
}

PalVocabulary *
pal_vocabulary_ref (PalVocabulary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
pal_vocabulary_unref (PalVocabulary *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint list = 0; list < PAL_TERMS_N; list++)
    g_clear_pointer (&self->lists[list], g_ptr_array_unref);
  g_free (self);
}

guint
pal_vocabulary_get_n (PalVocabulary *self, PalTermList list)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail ((int) list >= 0 && list < PAL_TERMS_N, 0);

  return self->lists[list]->len;
}

const PalTerm *
pal_vocabulary_get (PalVocabulary *self, PalTermList list, guint index)
{
  g_return_val_if_fail (index < pal_vocabulary_get_n (self, list), NULL);

  return g_ptr_array_index (self->lists[list], index);
}

const PalTerm *
pal_vocabulary_find (PalVocabulary *self, PalTermList list, const char *id)
{
  for (guint i = 0; i < pal_vocabulary_get_n (self, list); i++)
    {
      const PalTerm *term = g_ptr_array_index (self->lists[list], i);

      if (g_strcmp0 (term->id, id) == 0)
        return term;
    }

  return NULL;
}

const PalTerm *
pal_vocabulary_find_code (PalVocabulary *self, PalTermList list, const char *code)
{
  for (guint i = 0; code != NULL && i < pal_vocabulary_get_n (self, list); i++)
    {
      const PalTerm *term = g_ptr_array_index (self->lists[list], i);

      for (guint j = 0; !term->retired && term->codes != NULL && term->codes[j] != NULL; j++)
        {
          if (g_ascii_strcasecmp (term->codes[j], code) == 0)
            return term;
        }
    }

  return NULL;
}

gboolean
pal_vocabulary_add_own (PalVocabulary *self,
                        PalTermList list,
                        const char *id,
                        const char *name,
                        const char *plain,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((int) list >= 0 && list < PAL_TERMS_N, FALSE);

  if (id == NULL || id[0] == '\0' || name == NULL || name[0] == '\0')
    {
      g_set_error_literal (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_CATALOGUE,
                           _ ("A word of your own needs a name."));
      return FALSE;
    }
  if (pal_vocabulary_find (self, list, id) != NULL)
    {
      /* Translators: %s is the id of a word in a list, such as "trigger-point". */
      g_set_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_CATALOGUE,
                   _ ("There is already a word “%s” in this list."), id);
      return FALSE;
    }

  PalTerm *term = create_term (self->lists[list]->len);
  term->id = g_strdup (id);
  term->name = g_strdup (name);
  term->plain = g_strdup (plain);
  term->own = TRUE;
  g_ptr_array_add (self->lists[list], term);

  return TRUE;
}

void
pal_own_term_free (PalOwnTerm *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->replaces);
  g_free (self);
}

/* What people type and count by stays the same under a new name. */
static void
inherit (PalTerm *self, const PalTerm *replaced)
{
  self->codes = g_strdupv (replaced->codes);
  self->regions = g_strdupv (replaced->regions);
  self->category = g_strdup (replaced->category);
  self->favourable = replaced->favourable;
}

gboolean
pal_vocabulary_put_own (PalVocabulary *self, const PalOwnTerm *own, GError **error)
{
  PalTerm *term;

  g_return_val_if_fail (self != NULL && own != NULL, FALSE);

  term = (PalTerm *) pal_vocabulary_find (self, own->list, own->id);
  if (term == NULL)
    {
      const PalTerm *replaced =
          own->replaces != NULL ? pal_vocabulary_find (self, own->list, own->replaces) : NULL;

      if (!pal_vocabulary_add_own (self, own->list, own->id, own->name, NULL, error))
        return FALSE;
      term = (PalTerm *) pal_vocabulary_find (self, own->list, own->id);
      term->has_severity = own->has_severity;
      term->replaces = g_strdup (own->replaces);
      if (replaced != NULL)
        inherit (term, replaced);
    }
  term->retired = own->retired;

  return TRUE;
}

GPtrArray *
pal_vocabulary_list_offered (PalVocabulary *self, PalTermList list)
{
  GPtrArray *offered = g_ptr_array_new ();

  for (guint i = 0; i < pal_vocabulary_get_n (self, list); i++)
    {
      PalTerm *term = g_ptr_array_index (self->lists[list], i);

      if (!term->retired)
        g_ptr_array_add (offered, term);
    }

  return offered;
}

const char *
pal_term_list_to_id (PalTermList list)
{
  g_return_val_if_fail ((int) list >= 0 && list < PAL_TERMS_N, NULL);

  return layouts[list].key;
}

static const char *
translate (const PalTerm *term, const char *text)
{
  if (text == NULL || text[0] == '\0' || term->own)
    return text;

  return g_dpgettext2 (GETTEXT_PACKAGE, "atlas", text);
}

const char *
pal_term_get_name (const PalTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return translate (term, term->name);
}

const char *
pal_term_get_plain (const PalTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return translate (term, term->plain);
}

const char *
pal_term_get_detail (const PalTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return translate (term, term->detail);
}

const char *
pal_term_get_reason (const PalTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return translate (term, term->reason);
}

const char *
pal_term_get_advice (const PalTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return translate (term, term->advice);
}

const char *
pal_term_get_unit (const PalTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return translate (term, term->unit);
}

const char *
pal_severity_get_name (int severity)
{
  switch (severity)
    {
    case 0:
      return C_ ("severity", "Clear");
    case 1:
      return C_ ("severity", "Mild");
    case 2:
      return C_ ("severity", "Moderate");
    case 3:
      return C_ ("severity", "Severe");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
pal_severity_get_plain (int severity)
{
  switch (severity)
    {
    case 0:
      return C_ ("severity", "nothing found here today");
    case 1:
      return C_ ("severity", "you might not have noticed it");
    case 2:
      return C_ ("severity", "you notice it");
    case 3:
      return C_ ("severity", "it gets in the way");
    default:
      g_return_val_if_reached ("");
    }
}
