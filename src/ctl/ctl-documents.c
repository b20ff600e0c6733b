/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What verbs that write documents share: paper, language, day, the file. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl-documents.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl-language.h"
#include "report/pal-letterhead.h"

CtlPaper ctl_paper;

CtlStatus
ctl_paper_check (CtlCall *call, gboolean needs_out)
{
  PalPaper paper;
  PalDate day;

  if (needs_out && ctl_paper.out == NULL)
    return ctl_usage (call, _ ("--out FILE.pdf is missing."));
  if (ctl_paper.language != NULL && !ctl_is_language (ctl_paper.language))
    return ctl_usage (call, _ ("The language is a code such as de or pt_BR."));
  if (ctl_paper.size != NULL && !pal_paper_from_id (ctl_paper.size, &paper))
    return ctl_usage (call, _ ("The paper is a4 or letter."));
  if (ctl_paper.date != NULL && !pal_date_parse (ctl_paper.date, &day))
    return ctl_usage (call, _ ("A date is written like 2026-03-01."));
  return CTL_OK;
}

/* Returns: (transfer full) (nullable): a picture that can be drawn; says so when it cannot. */
static char *
take_picture (CtlCall *call, const char *therapist)
{
  g_autofree char *png = pal_store_get_image (call->store, therapist);
  g_autoptr (GError) error = NULL;

  if (pal_letterhead_check (png, &error))
    return g_steal_pointer (&png);
  ctl_say (error->message);
  return NULL;
}

void
ctl_paper_sign (CtlCall *call, const char *therapist, PalReportSetup *setup)
{
  if (therapist == NULL || *therapist == '\0')
    return;
  ctl_paper.signature = take_picture (call, therapist);
  setup->signature = ctl_paper.signature;
}

void
ctl_paper_prepare (CtlCall *call, const char *language, PalReportSetup *setup)
{
  /* The pages speak the client's language, unless told otherwise. */
  const char *spoken = ctl_paper.language != NULL ? ctl_paper.language : language;

  ctl_set_language (spoken);
  *setup = (PalReportSetup){ .atlas = call->atlas,
                             .vocabulary = call->vocabulary,
                             .language = spoken,
                             .paper = PAL_PAPER_A4,
                             .large = ctl_paper.large,
                             .mono = ctl_paper.mono,
                             .today = pal_time_get_local_date (pal_time_now ()) };
  if (call->store != NULL)
    {
      ctl_paper.practice_name = pal_store_get_setting (call->store, PAL_SETTING_PRACTICE_NAME);
      ctl_paper.practice_contact =
          pal_store_get_setting (call->store, PAL_SETTING_PRACTICE_CONTACT);
      setup->practice_name = ctl_paper.practice_name;
      setup->practice_contact = ctl_paper.practice_contact;
      ctl_paper.logo = take_picture (call, NULL);
      setup->logo = ctl_paper.logo;
      ctl_paper.summary_left_out =
          pal_store_get_setting_list (call->store, PAL_SETTING_SUMMARY_LEFT_OUT);
      setup->summary_left_out = (const char *const *) ctl_paper.summary_left_out;
    }
  if (ctl_paper.size != NULL)
    pal_paper_from_id (ctl_paper.size, &setup->paper);
  if (ctl_paper.date != NULL)
    pal_date_parse (ctl_paper.date, &setup->today);
}

PalClientFile *
ctl_paper_open_client_with (CtlCall *call, PalStoreOpenFlags flags, GError **error)
{
  g_autofree char *client = NULL;

  if (ctl_open (call, flags, error))
    client = ctl_find_client (call, call->args[0], error);
  return client != NULL ? pal_store_get_client_file (call->store, client, error) : NULL;
}

PalClientFile *
ctl_paper_open_client (CtlCall *call, GError **error)
{
  return ctl_paper_open_client_with (call, PAL_STORE_OPEN_READ_ONLY, error);
}

void
ctl_paper_clear (void)
{
  g_clear_pointer (&ctl_paper.practice_name, g_free);
  g_clear_pointer (&ctl_paper.practice_contact, g_free);
  g_clear_pointer (&ctl_paper.logo, g_free);
  g_clear_pointer (&ctl_paper.signature, g_free);
  g_clear_pointer (&ctl_paper.summary_left_out, g_strfreev);
}

CtlStatus
ctl_paper_finish (PalDocument *document, GError **error)
{
  g_autoptr (PalDocument) owned = document;
  gboolean done = document != NULL && pal_document_write_pdf (document, ctl_paper.out, error);

  ctl_paper_clear ();
  return done ? CTL_OK : ctl_refuse (*error);
}
