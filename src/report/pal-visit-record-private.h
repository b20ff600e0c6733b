/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the visit record share. */

#pragma once

#include "report/pal-document-private.h"
#include "report/pal-visit-record.h"

G_BEGIN_DECLS

/** pal_record_add_marks: the marks as a table. */
void pal_record_add_marks (PalDocument *document, const PalVisit *visit);
/** pal_record_add_tests: tests with textbook ranges. */
void pal_record_add_tests (PalDocument *document, const PalVisit *visit);
/** pal_record_add_consents: what was asked, and the answer. */
void pal_record_add_consents (PalDocument *document, const PalVisit *visit);
/** pal_record_add_amendments: dated additions; what was signed stands above, unchanged. */
void pal_record_add_amendments (PalDocument *document, const PalVisit *visit);

/**
 * pal_record_add_signature:
 * @png: (nullable): the stored signature of who signed
 *
 * The picture and the day for a signed visit that has one; else lines to sign on by hand.
 */
void pal_record_add_signature (PalDocument *document, const PalVisit *visit, const char *png);

G_END_DECLS
