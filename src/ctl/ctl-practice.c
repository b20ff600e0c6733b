/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* practice: what is printed for the practice as a whole. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl-output.h"
#include "ctl/ctl.h"
#include "exchange/pal-json-writer.h"
#include "record/pal-summary-text.h"
#include "report/pal-letterhead.h"

static struct
{
  char *name;
  char *contact;
  char *therapist;
  char *logo;
  char *signature;
  char *leave_out;
} options;

/* Empty takes a setting away. */
static gboolean
set_text (CtlCall *call, const char *option, const char *name, const char *value, GError **error)
{
  return value == NULL ||
         (ctl_check_text (option, value, error) &&
          pal_store_set_setting (call->store, name, *value != '\0' ? value : NULL, error));
}

/* @path: (nullable): nothing to do; empty takes the picture away */
static gboolean
set_picture (CtlCall *call, const char *therapist, const char *path, GError **error)
{
  g_autofree char *png = NULL;

  if (path == NULL)
    return TRUE;
  if (*path != '\0')
    {
      png = pal_picture_intake (path, error);
      if (png == NULL)
        return FALSE;
    }
  return pal_store_set_image (call->store, therapist, png, error);
}

static gboolean
is_list_of_blocks (const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);
  PalSummaryBlock block;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!pal_summary_block_from_id (ids[i], &block))
      return FALSE;
  return TRUE;
}

static void
print_all (const PalPracticeSettings *settings)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  if (settings->name != NULL)
    pal_json_writer_text (&json, "name", settings->name);
  if (settings->contact != NULL)
    pal_json_writer_text (&json, "contact", settings->contact);
  if (settings->therapist != NULL)
    pal_json_writer_text (&json, "therapist", settings->therapist);
  pal_json_writer_flag (&json, "logo", settings->logo != NULL);
  pal_json_writer_begin_array (&json, "signatures", TRUE);
  for (guint i = 0; i < settings->signatures->len; i++)
    pal_json_writer_text (&json, NULL,
                          ((const PalSignature *) settings->signatures->pdata[i])->therapist);
  pal_json_writer_end (&json);
  pal_json_writer_words (&json, "summary_left_out", settings->summary_left_out);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

static gboolean
change (CtlCall *call, GError **error)
{
  return set_text (call, "--name", PAL_SETTING_PRACTICE_NAME, options.name, error) &&
         set_text (call, "--contact", PAL_SETTING_PRACTICE_CONTACT, options.contact, error) &&
         set_text (call, "--therapist", PAL_SETTING_THERAPIST,
                   options.signature == NULL ? options.therapist : NULL, error) &&
         set_text (call, "--leave-out", PAL_SETTING_SUMMARY_LEFT_OUT, options.leave_out, error) &&
         set_picture (call, NULL, options.logo, error) &&
         set_picture (call, options.therapist, options.signature, error);
}

static CtlStatus
run_practice (CtlCall *call)
{
  gboolean changes = options.name != NULL || options.contact != NULL || options.therapist != NULL ||
                     options.logo != NULL || options.signature != NULL || options.leave_out != NULL;
  g_autoptr (PalPracticeSettings) settings = NULL;
  GError *error = NULL;

  if (options.signature != NULL && (options.therapist == NULL || *options.therapist == '\0'))
    return ctl_usage (call, _ ("--signature needs --therapist NAME: whose it is."));
  if (options.leave_out != NULL && *options.leave_out != '\0' &&
      !is_list_of_blocks (options.leave_out))
    return ctl_usage (call, _ ("The blocks of the page are map, complaint, found, explanations, "
                               "recurring, done, since, until and next."));
  if (!ctl_check_text ("--therapist", options.therapist, &error) ||
      !ctl_open (call, changes ? PAL_STORE_OPEN_DEFAULT : PAL_STORE_OPEN_READ_ONLY, &error) ||
      !change (call, &error))
    return ctl_refuse (error);
  settings = pal_store_get_settings (call->store, &error);
  if (settings == NULL)
    return ctl_refuse (error);
  if (call->json || !changes)
    print_all (settings);
  return CTL_OK;
}

static const GOptionEntry entries[] = {
  { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_ ("Of the practice, as printed"),
    N_ ("TEXT") },
  { "contact", 0, 0, G_OPTION_ARG_FILENAME, &options.contact, N_ ("Phone, e-mail or address"),
    N_ ("TEXT") },
  { "therapist", 0, 0, G_OPTION_ARG_FILENAME, &options.therapist,
    N_ ("Who works here; with --signature: whose it is"), N_ ("NAME") },
  { "logo", 0, 0, G_OPTION_ARG_FILENAME, &options.logo,
    N_ ("A PNG, JPEG or SVG file for the head of pages"), N_ ("FILE") },
  { "signature", 0, 0, G_OPTION_ARG_FILENAME, &options.signature,
    N_ ("The same, for records that --therapist signed"), N_ ("FILE") },
  { "leave-out", 0, 0, G_OPTION_ARG_FILENAME, &options.leave_out,
    N_ ("Blocks to leave out of the pages clients take home"), N_ ("BLOCKS") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_practice = {
  .name = "practice",
  .usage = "",
  .summary = N_ ("Show or change what is printed for the practice"),
  .description = N_ (
      "Without an option it shows what is set. An empty value takes a setting or picture away.\n\n"
      "It prints {\"name\": \"…\", \"logo\": true, \"signatures\": [\"…\"], "
      "\"summary_left_out\": []}."),
  .options = entries,
  .has_json = TRUE,
  .run = run_practice,
};
