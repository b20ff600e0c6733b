/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to a practice as a whole and travels with its file: its name, who works in it, its
 * own snippets, what it does not want to be asked. What belongs to one computer (colours, sizes)
 * lies elsewhere, and so do the practice's own words (PalOwnTerm). */

#pragma once

#include "atlas/pal-snippets.h"
#include "record/pal-record-types.h"

G_BEGIN_DECLS

/* Under these names the store keeps them. */

#define PAL_SETTING_PRACTICE_NAME "practice-name"
#define PAL_SETTING_PRACTICE_CONTACT "practice-contact"
#define PAL_SETTING_THERAPIST "therapist"
/** PAL_SETTING_ASK_CONSENT: "no" turns the question off; anything else, or nothing, asks. */
#define PAL_SETTING_ASK_CONSENT "ask-consent"
/** PAL_SETTING_SNIPPETS: the practice's own, in the form pal_snippets_set_own() takes. */
#define PAL_SETTING_SNIPPETS "snippets"

/** PAL_SETTING_SUMMARY_LEFT_OUT: ids of blocks left out of clients' pages (pal-summary-text.h),
 * with commas between. */
#define PAL_SETTING_SUMMARY_LEFT_OUT "summary-left-out"

/** PAL_MAX_OWN_SNIPPETS: more than anybody remembers. */
#define PAL_MAX_OWN_SNIPPETS 1000

/** PAL_MAX_IMAGE_BYTES: of a logo or a signature, once it is made fit for keeping. */
#define PAL_MAX_IMAGE_BYTES (256 * 1024)

/** PalSignature: the picture of a signature; @png as pal_practice_image_check() has it. */
typedef struct
{
  char *therapist;
  char *png;
} PalSignature;

void pal_signature_free (PalSignature *self);

/**
 * pal_practice_image_check:
 * @key: for the error
 * @png: (nullable): a PNG file as base64 (RFC 4648, without line breaks)
 *
 * Whether it can be kept: a PNG file by its first bytes and not larger than %PAL_MAX_IMAGE_BYTES.
 * What is in it is not looked at: that is the work of the report, which draws it.
 */
gboolean pal_practice_image_check (const char *key, const char *png, GError **error);

/**
 * PalPracticeSettings:
 * @name: (nullable): of the practice, as printed
 * @contact: (nullable): address or telephone, as printed
 * @therapist: (nullable): who works here
 * @skips_consent: consent for sensitive regions is not asked for
 * @snippets: (element-type PalSnippet): the practice's own; never %NULL
 * @summary_left_out: (nullable): ids of blocks that are left out of the pages clients take home
 * @logo: (nullable): for the head of pages, as pal_practice_image_check() has it
 * @signatures: (element-type PalSignature): of those who work here; never %NULL
 *
 * A handful for a practice; read when a file is written or taken in.
 */
typedef struct
{
  char *name;
  char *contact;
  char *therapist;
  gboolean skips_consent;
  GPtrArray *snippets;
  char **summary_left_out;
  char *logo;
  GPtrArray *signatures;
} PalPracticeSettings;

/** pal_practice_settings_new: Returns: (transfer full): nothing set. */
PalPracticeSettings *pal_practice_settings_new (void);
void pal_practice_settings_free (PalPracticeSettings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalPracticeSettings, pal_practice_settings_free)

/** pal_practice_settings_is_empty: Returns: whether nothing is set. */
gboolean pal_practice_settings_is_empty (const PalPracticeSettings *self);

/** pal_practice_settings_validate: as pal_client_validate(): "snippets[1].code: …". */
gboolean pal_practice_settings_validate (const PalPracticeSettings *self, GError **error);

/** pal_practice_settings_get_names: Returns: the PAL_SETTING_… names, %NULL-terminated. */
const char *const *pal_practice_settings_get_names (void);

/**
 * pal_practice_settings_put:
 * @name: a PAL_SETTING_… name
 * @value: (nullable): as the store keeps it; %NULL for not set
 *
 * Lines of snippets that cannot be read are left out.
 */
void pal_practice_settings_put (PalPracticeSettings *self, const char *name, const char *value);

/** pal_practice_settings_dup: Returns: (transfer full) (nullable): as the store keeps it. */
char *pal_practice_settings_dup (const PalPracticeSettings *self, const char *name);

/**
 * pal_practice_settings_fill_from:
 * @is_new: nobody is in this practice yet
 *
 * Takes over what @other says and this practice does not: what somebody set here stays as it is,
 * and a snippet comes along unless its code is taken. Name, contact, therapist and the question for
 * consent come along into a new practice only: elsewhere they would sign and print for somebody
 * else, or stop asking unseen.
 */
void pal_practice_settings_fill_from (PalPracticeSettings *self,
                                      const PalPracticeSettings *other,
                                      gboolean is_new);

G_END_DECLS
