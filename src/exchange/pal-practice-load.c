/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of `palpate-practice`: each is checked for its type here, and for its meaning by the
 * record it belongs to. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-practice-load.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_ID_CHARS 64
/* More than this of a strange key or value tells no more. */
#define MAX_QUOTED_CHARS 40

/* Shortens and blunts what came from the file, for a message of one line. */
static char *
quote_briefly (const char *text)
{
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MAX_QUOTED_CHARS)
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_isprint (c) ? c : '?');
    }
  return g_string_free (out, FALSE);
}

static void
push_index (PalLoad *load, guint index)
{
  g_string_append_printf (load->path, "[%u]", index);
}

static gboolean
expect (PalLoad *load, PalJsonKind kind, GError **error)
{
  const char *message = NULL;

  if (pal_json_reader_peek (&load->json) == kind)
    return TRUE;
  switch (kind)
    {
    case PAL_JSON_OBJECT:
      message = _ ("an object in braces is expected here");
      break;
    case PAL_JSON_ARRAY:
      message = _ ("a list in brackets is expected here");
      break;
    case PAL_JSON_TEXT:
      message = _ ("a text in quotes is expected here");
      break;
    case PAL_JSON_NUMBER:
      message = _ ("a number is expected here");
      break;
    case PAL_JSON_FLAG:
      message = _ ("true or false is expected here");
      break;
    case PAL_JSON_NULL:
    case PAL_JSON_NOTHING:
      break;
    }
  return pal_load_refuse (load, error, message != NULL ? message : _ ("a value is expected here"));
}

static gboolean
load_text (PalLoad *load, char **where, GError **error)
{
  const char *text;

  if (!expect (load, PAL_JSON_TEXT, error) || !pal_json_reader_text (&load->json, &text, error))
    return FALSE;
  g_free (*where);
  *where = *text != 0 ? g_strdup (text) : NULL;
  return TRUE;
}

static gboolean
load_id (PalLoad *load, char **where, GError **error)
{
  gsize length;

  if (!load_text (load, where, error))
    return FALSE;
  length = *where != NULL ? strlen (*where) : 0;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum ((*where)[i]) && strchr ("-.", (*where)[i]) == NULL)
      length = 0;
  if (length == 0 || length > MAX_ID_CHARS)
    return pal_load_refuse (load, error,
                            _ ("an id has 1 to 64 letters, digits, hyphens and full stops"));
  return TRUE;
}

static gboolean
load_number (PalLoad *load, gboolean may_be_negative, double *where, GError **error)
{
  double number;

  if (!expect (load, PAL_JSON_NUMBER, error) ||
      !pal_json_reader_number (&load->json, &number, error))
    return FALSE;
  if (number < 0 && !may_be_negative)
    return pal_load_refuse (load, error, _ ("the number must not be negative"));
  *where = number == 0 ? 0 : number; /* no minus zero */
  return TRUE;
}

/* 7 and 7.0 are the same number to many programs that write JSON. */
static gboolean
load_count (PalLoad *load, int *where, GError **error)
{
  double number;

  if (!load_number (load, FALSE, &number, error))
    return FALSE;
  if (number != floor (number))
    return pal_load_refuse (load, error, _ ("a whole number is expected here"));
  if (number > G_MAXINT)
    return pal_load_refuse (load, error, _ ("the number is too large"));
  *where = (int) number;
  return TRUE;
}

static gboolean
load_flag (PalLoad *load, gboolean *where, GError **error)
{
  return expect (load, PAL_JSON_FLAG, error) && pal_json_reader_flag (&load->json, where, error);
}

static gboolean
load_date (PalLoad *load, const PalField *field, PalDate *where, GError **error)
{
  const char *text;
  gboolean is_week = field->type == PAL_FIELD_WEEK;
  g_autofree char *quoted = NULL, *message = NULL;

  if (!expect (load, PAL_JSON_TEXT, error) || !pal_json_reader_text (&load->json, &text, error))
    return FALSE;
  if (is_week ? pal_week_parse (text, where) : pal_date_parse (text, where))
    return TRUE;
  quoted = quote_briefly (text);
  /* Translators: %s is what stands in the file */
  message = is_week
                ? g_strdup_printf (_ ("“%s” is no week; one is written like 2026-W09"), quoted)
                : g_strdup_printf (_ ("“%s” is no date; one is written like 2026-03-01"), quoted);
  return pal_load_refuse (load, error, message);
}

static gboolean
load_time (PalLoad *load, PalTime *where, GError **error)
{
  const char *text;
  g_autofree char *quoted = NULL, *message = NULL;

  if (!expect (load, PAL_JSON_TEXT, error) || !pal_json_reader_text (&load->json, &text, error))
    return FALSE;
  if (pal_time_parse (text, where))
    return TRUE;
  quoted = quote_briefly (text);
  /* Translators: %s is what stands in the file */
  message =
      g_strdup_printf (_ ("“%s” is no moment; one is written like 2026-03-01T10:00:00Z"), quoted);
  return pal_load_refuse (load, error, message);
}

static gboolean
load_choice (PalLoad *load, const PalChoice *choice, int *where, GError **error)
{
  const char *text;
  g_autoptr (GString) known = NULL;
  g_autofree char *quoted = NULL, *message = NULL;

  if (choice->nullable && pal_json_reader_peek (&load->json) == PAL_JSON_NULL)
    {
      *where = 0;
      return pal_json_reader_skip (&load->json, error);
    }
  if (!expect (load, PAL_JSON_TEXT, error) || !pal_json_reader_text (&load->json, &text, error))
    return FALSE;
  if (choice->from_id (text, where))
    return TRUE;
  known = g_string_new (NULL);
  for (int i = 0; i < choice->n; i++)
    if (choice->to_id (i) != NULL)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", choice->to_id (i));
  quoted = quote_briefly (text);
  /* Translators: %1$s is what stands in the file, %2$s the words that are known */
  message = g_strdup_printf (_ ("“%1$s” is none of: %2$s"), quoted, known->str);
  return pal_load_refuse (load, error, message);
}

static gboolean
load_words (PalLoad *load, gboolean keep_empty, char ***where, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean first = TRUE;
  const char *text;
  guint n = 0;
  PalJsonStep step;

  if (!expect (load, PAL_JSON_ARRAY, error) || !pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_item (&load->json, &first, error)) == PAL_JSON_STEP_MORE)
    {
      gsize length = load->path->len;

      push_index (load, n++);
      if (!expect (load, PAL_JSON_TEXT, error) || !pal_json_reader_text (&load->json, &text, error))
        return FALSE;
      g_strv_builder_add (builder, text);
      g_string_truncate (load->path, length);
    }
  if (step != PAL_JSON_STEP_END)
    return FALSE;
  g_strfreev (*where);
  *where = n > 0 || keep_empty ? g_strv_builder_end (builder) : NULL;
  return TRUE;
}

/* One sample of ink: [x, y, pressure]. */
static gboolean
load_sample (PalLoad *load, GArray *points, GError **error)
{
  gboolean first = TRUE;
  double number;
  guint n = 0;
  PalJsonStep step;

  if (!expect (load, PAL_JSON_ARRAY, error) || !pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_item (&load->json, &first, error)) == PAL_JSON_STEP_MORE)
    {
      if (!load_number (load, TRUE, &number, error))
        return FALSE;
      if (n++ < 3)
        g_array_append_val (points, number);
    }
  if (step == PAL_JSON_STEP_END && n != 3)
    return pal_load_refuse (load, error, _ ("x, y and pressure are expected here"));
  return step == PAL_JSON_STEP_END;
}

static gboolean
load_stroke (PalLoad *load, GArray **where, GError **error)
{
  gboolean first = TRUE;
  guint n = 0;
  PalJsonStep step;

  if (*where == NULL)
    *where = g_array_new (FALSE, FALSE, sizeof (double));
  if (!expect (load, PAL_JSON_ARRAY, error) || !pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_item (&load->json, &first, error)) == PAL_JSON_STEP_MORE)
    {
      gsize length = load->path->len;

      push_index (load, n++);
      if (!load_sample (load, *where, error))
        return FALSE;
      g_string_truncate (load->path, length);
    }
  return step == PAL_JSON_STEP_END;
}

/* The element joins its list before it is filled, so that the list frees it on failure. */
static gpointer
add_element (const PalField *field, gpointer record)
{
  gsize size = field->set->size;
  gpointer element;

  if (field->type == PAL_FIELD_LIST)
    {
      element = g_malloc0 (size);
      g_ptr_array_add (PAL_FIELD_AT (GPtrArray *, record, field), element);
    }
  else
    {
      GArray **values = &PAL_FIELD_AT (GArray *, record, field);

      if (*values == NULL)
        *values = g_array_new (FALSE, TRUE, (guint) size);
      g_array_set_size (*values, (*values)->len + 1);
      element = (*values)->data + ((*values)->len - 1) * size;
      memset (element, 0, size);
    }
  pal_field_set_clear_record (field->set, element);
  return element;
}

static void
complete_element (const PalFieldSet *set, gpointer element)
{
  const PalField *kind = pal_field_set_find (set, "kind");

  /* Most findings are tightness; a mark that does not say is that. */
  if (kind != NULL && PAL_FIELD_AT (char *, element, kind) == NULL)
    PAL_FIELD_AT (char *, element, kind) = g_strdup ("tight");
}

static gboolean
load_list (PalLoad *load, const PalField *field, gpointer record, GError **error)
{
  gboolean first = TRUE;
  guint n = 0;
  PalJsonStep step;

  if (!expect (load, PAL_JSON_ARRAY, error) || !pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_item (&load->json, &first, error)) == PAL_JSON_STEP_MORE)
    {
      gsize length = load->path->len;
      gpointer element = add_element (field, record);

      push_index (load, n++);
      if (!pal_load_record (load, field->set, element, error))
        return FALSE;
      complete_element (field->set, element);
      g_string_truncate (load->path, length);
    }
  return step == PAL_JSON_STEP_END;
}

static gboolean
load_field (PalLoad *load, const PalField *field, gpointer record, GError **error)
{
  switch (field->type)
    {
    case PAL_FIELD_TEXT:
      return load_text (load, &PAL_FIELD_AT (char *, record, field), error);
    case PAL_FIELD_ID:
      return load_id (load, &PAL_FIELD_AT (char *, record, field), error);
    case PAL_FIELD_WORDS:
    case PAL_FIELD_GROUPS:
      return load_words (load, field->type == PAL_FIELD_GROUPS,
                         &PAL_FIELD_AT (char **, record, field), error);
    case PAL_FIELD_COUNT:
      return load_count (load, &PAL_FIELD_AT (int, record, field), error);
    case PAL_FIELD_NUMBER:
    case PAL_FIELD_DECIMAL:
      return load_number (load, field->rule == PAL_FIELD_REQUIRED,
                          &PAL_FIELD_AT (double, record, field), error);
    case PAL_FIELD_FLAG:
      return load_flag (load, &PAL_FIELD_AT (gboolean, record, field), error);
    case PAL_FIELD_DATE:
    case PAL_FIELD_WEEK:
      return load_date (load, field, &PAL_FIELD_AT (PalDate, record, field), error);
    case PAL_FIELD_TIME:
      return load_time (load, &PAL_FIELD_AT (PalTime, record, field), error);
    case PAL_FIELD_CHOICE:
      return load_choice (load, field->choice, &PAL_FIELD_AT (int, record, field), error);
    case PAL_FIELD_RECORD:
      if (field->present != 0)
        G_STRUCT_MEMBER (gboolean, record, field->present) = TRUE;
      return pal_load_record (load, field->set, record, error);
    case PAL_FIELD_LIST:
    case PAL_FIELD_VALUES:
      return load_list (load, field, record, error);
    case PAL_FIELD_STROKE:
      return load_stroke (load, &PAL_FIELD_AT (GArray *, record, field), error);
    case PAL_FIELD_VISITS:
      return pal_load_visits (load, error);
    }
  return FALSE;
}

static gboolean
load_member (PalLoad *load, const PalField *field, gboolean again, gpointer record, GError **error)
{
  if (field == NULL)
    {
      pal_load_warn (load);
      return pal_json_reader_skip (&load->json, error);
    }
  if (again)
    return pal_load_refuse (load, error, _ ("the key is there twice"));
  return load_field (load, field, record, error);
}

gboolean
pal_load_record (PalLoad *load, const PalFieldSet *set, gpointer record, GError **error)
{
  gboolean first = TRUE;
  const char *key;
  guint64 seen = 0;
  PalJsonStep step;

  if (!expect (load, PAL_JSON_OBJECT, error) || !pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_member (&load->json, &first, &key, error)) ==
         PAL_JSON_STEP_MORE)
    {
      const PalField *field = pal_field_set_find (set, key);
      guint64 bit = field != NULL ? G_GUINT64_CONSTANT (1) << (field - set->fields) : 0;
      gsize length = load->path->len;

      pal_load_push_key (load, key);
      if (!load_member (load, field, (seen & bit) != 0, record, error))
        return FALSE;
      seen |= bit;
      g_string_truncate (load->path, length);
    }
  for (guint i = 0; step == PAL_JSON_STEP_END && i < set->n_fields; i++)
    if (set->fields[i].rule == PAL_FIELD_REQUIRED && (seen >> i & 1) == 0)
      return pal_load_refuse_at (load, set->fields[i].key, error, _ ("the key is missing"));
  return step == PAL_JSON_STEP_END;
}

gboolean
pal_load_array (PalLoad *load, PalLoadFunc func, guint max, GError **error)
{
  gboolean first = TRUE;
  guint n = 0;
  PalJsonStep step;

  if (!expect (load, PAL_JSON_ARRAY, error) || !pal_json_reader_enter (&load->json, error))
    return FALSE;
  while ((step = pal_json_reader_next_item (&load->json, &first, error)) == PAL_JSON_STEP_MORE)
    {
      gsize length = load->path->len;

      if (n == max)
        {
          g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_TOO_LARGE,
                       /* Translators: %1$s is where in the file, %2$u how many are allowed there */
                       _ ("%1$s: there are more than %2$u of them, the most that is read"),
                       load->path->str, max);
          return FALSE;
        }
      push_index (load, n++);
      if (!func (load, error))
        return FALSE;
      g_string_truncate (load->path, length);
    }
  return step == PAL_JSON_STEP_END;
}

void
pal_load_push_key (PalLoad *load, const char *key)
{
  g_autofree char *quoted = quote_briefly (key);

  if (load->path->len > 0)
    g_string_append_c (load->path, '.');
  g_string_append (load->path, quoted);
}

gboolean
pal_load_refuse (PalLoad *load, GError **error, const char *message)
{
  g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID, "%s: %s", load->path->str,
               message);
  return FALSE;
}

gboolean
pal_load_refuse_at (PalLoad *load, const char *key, GError **error, const char *message)
{
  pal_load_push_key (load, key);
  return pal_load_refuse (load, error, message);
}

void
pal_load_warn (PalLoad *load)
{
  if (load->n_unknown++ < PAL_LOAD_MAX_WARNINGS)
    g_ptr_array_add (load->practice->warnings,
                     /* Translators: %s is where in the file */
                     g_strdup_printf (_ ("%s: unknown key, left out"), load->path->str));
}

void
pal_load_finish_warnings (PalLoad *load)
{
  guint more =
      load->n_unknown > PAL_LOAD_MAX_WARNINGS ? load->n_unknown - PAL_LOAD_MAX_WARNINGS : 0;

  if (more > 0)
    g_ptr_array_add (load->practice->warnings,
                     g_strdup_printf (ngettext ("%u more unknown key left out",
                                                "%u more unknown keys left out", more),
                                      more));
}
