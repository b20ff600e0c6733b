/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading chains.json and showing its words. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-chains.h"

#include "atlas/pal-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHAINS_FORMAT "palpate-chains"

static const char *const factors[] = { "shoes", "terrain", "stress", "sleep", "load", NULL };

static void
free_link (gpointer data)
{
  PalChainLink *link = data;

  g_free (link->id);
  g_free (link->name);
  g_free (link->plain);
  g_free (link->factor);
  g_free (link->regions);
  g_free (link);
}

static void
free_chain (gpointer data)
{
  PalChain *chain = data;

  g_free (chain->id);
  g_free (chain->name);
  g_free (chain->plain);
  g_free (chain->evidence_level);
  g_free (chain->evidence_note);
  g_clear_pointer (&chain->links, g_ptr_array_unref);
  g_clear_pointer (&chain->sources, g_ptr_array_unref);
  g_free (chain);
}

static PalChainLink *
read_link (PalAtlas *atlas, PalJson *json, JsonObject *object)
{
  PalChainLink *link = g_new0 (PalChainLink, 1);

  link->id = pal_json_string (json, object, "id");
  link->name = pal_json_string (json, object, "name");
  link->plain = pal_json_optional_string (json, object, "plain");
  link->factor = pal_json_optional_string (json, object, "factor");
  if (link->factor != NULL)
    {
      if (!g_strv_contains (factors, link->factor))
        pal_json_fail (json, _ ("“%s” is no factor"), link->factor);
      return link;
    }

  g_auto (GStrv) ids = pal_json_strings (json, object, "regions");
  link->regions = pal_atlas_find_regions (atlas, json, ids, &link->n_regions);
  link->same_side = pal_json_boolean (json, object, "sameSide");
  if (link->n_regions == 0)
    pal_json_fail (json, _ ("“%s” is empty"), "regions");

  return link;
}

static GPtrArray *
read_links (PalAtlas *atlas, PalJson *json, JsonObject *object)
{
  JsonArray *array = pal_json_array (json, object, "links");
  GPtrArray *links = g_ptr_array_new_with_free_func (free_link);

  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      gsize mark = pal_json_enter (json, "links", i);

      g_ptr_array_add (links, read_link (atlas, json, pal_json_object_at (json, array, i)));
      pal_json_leave (json, mark);
    }

  return links;
}

/* A reference as lists of literature print it; the names and titles are not translated. */
static char *
read_source (PalJson *json, JsonObject *object)
{
  g_autofree char *authors = pal_json_string (json, object, "authors");
  g_autofree char *title = pal_json_string (json, object, "title");
  g_autofree char *journal = pal_json_string (json, object, "journal");
  const char *stop = g_str_has_suffix (authors, ".") ? "" : ".";
  int year = (int) lround (CLAMP (pal_json_number (json, object, "year"), 0, 9999));

  return g_strdup_printf ("%s%s %s. %s; %d.", authors, stop, title, journal, year);
}

static GPtrArray *
read_sources (PalJson *json, JsonObject *evidence)
{
  JsonArray *array = pal_json_array (json, evidence, "sources");
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      gsize mark = pal_json_enter (json, "sources", i);

      g_ptr_array_add (sources, read_source (json, pal_json_object_at (json, array, i)));
      pal_json_leave (json, mark);
    }

  return sources;
}

static PalChain *
read_chain (PalAtlas *atlas, PalJson *json, JsonObject *object)
{
  PalChain *chain = g_new0 (PalChain, 1);
  JsonObject *evidence = pal_json_object (json, object, "evidence");

  chain->id = pal_json_string (json, object, "id");
  chain->name = pal_json_string (json, object, "name");
  chain->plain = pal_json_string (json, object, "plain");
  chain->links = read_links (atlas, json, object);
  chain->evidence_level = pal_json_string (json, evidence, "level");
  chain->evidence_note = pal_json_string (json, evidence, "note");
  chain->sources = read_sources (json, evidence);

  return chain;
}

GPtrArray *
pal_chains_load (PalAtlas *atlas, GError **error)
{
  g_return_val_if_fail (atlas != NULL, NULL);

  g_autoptr (PalJson) json = pal_json_open_resource ("chains.json", PAL_ATLAS_ERROR_BAD_CATALOGUE);
  g_autoptr (GPtrArray) chains = g_ptr_array_new_with_free_func (free_chain);
  g_autofree char *format = pal_json_string (json, json->root, "format");

  if (g_strcmp0 (format, CHAINS_FORMAT) != 0)
    pal_json_fail (json, _ ("the format is not “%s”"), CHAINS_FORMAT);

  JsonArray *array = pal_json_array (json, json->root, "chains");
  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      gsize mark = pal_json_enter (json, "chains", i);

      g_ptr_array_add (chains, read_chain (atlas, json, pal_json_object_at (json, array, i)));
      pal_json_leave (json, mark);
    }
  if (!pal_json_finish (json, error))
    return NULL;

  return g_steal_pointer (&chains);
}

const char *
pal_chain_get_name (const PalChain *chain)
{
  g_return_val_if_fail (chain != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "atlas", chain->name);
}

const char *
pal_chain_get_plain (const PalChain *chain)
{
  g_return_val_if_fail (chain != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "atlas", chain->plain);
}

const char *
pal_chain_get_evidence_note (const PalChain *chain)
{
  g_return_val_if_fail (chain != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "atlas", chain->evidence_note);
}

const char *
pal_chain_get_evidence_level (const PalChain *chain)
{
  g_return_val_if_fail (chain != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "atlas", chain->evidence_level);
}

const char *
pal_chain_link_get_name (const PalChainLink *link)
{
  g_return_val_if_fail (link != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "atlas", link->name);
}

const char *
pal_chain_link_get_plain (const PalChainLink *link)
{
  g_return_val_if_fail (link != NULL, NULL);

  return link->plain != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "atlas", link->plain) : NULL;
}
