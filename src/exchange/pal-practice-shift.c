/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving a practice in time. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-exchange.h"
#include "exchange/pal-practice-fields.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

static void shift_record (const PalFieldSet *set, gpointer record, int days);

static void
shift_list (const PalField *field, gpointer record, int days)
{
  GPtrArray *list = PAL_FIELD_AT (GPtrArray *, record, field);

  for (guint i = 0; i < list->len; i++)
    shift_record (field->set, g_ptr_array_index (list, i), days);
}

static void
shift_field (const PalField *field, gpointer record, int days)
{
  switch (field->type)
    {
    case PAL_FIELD_DATE:
    case PAL_FIELD_WEEK:
      if (PAL_FIELD_AT (PalDate, record, field) != PAL_NO_DATE)
        PAL_FIELD_AT (PalDate, record, field) += days;
      break;
    case PAL_FIELD_TIME:
      if (PAL_FIELD_AT (PalTime, record, field) != PAL_NO_TIME)
        PAL_FIELD_AT (PalTime, record, field) += (PalTime) days * SECONDS_PER_DAY;
      break;
    case PAL_FIELD_RECORD:
      shift_record (field->set, record, days);
      break;
    case PAL_FIELD_LIST:
      shift_list (field, record, days);
      break;
    case PAL_FIELD_TEXT:
    case PAL_FIELD_ID:
    case PAL_FIELD_WORDS:
    case PAL_FIELD_GROUPS:
    case PAL_FIELD_COUNT:
    case PAL_FIELD_NUMBER:
    case PAL_FIELD_DECIMAL:
    case PAL_FIELD_FLAG:
    case PAL_FIELD_CHOICE:
    case PAL_FIELD_VALUES: /* regions and points have no dates */
    case PAL_FIELD_STROKE:
    case PAL_FIELD_VISITS:
      break;
    }
}

static void
shift_record (const PalFieldSet *set, gpointer record, int days)
{
  for (guint i = 0; i < set->n_fields; i++)
    shift_field (&set->fields[i], record, days);
}

void
pal_practice_shift (PalPractice *self, int days)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      PalClientFile *file = g_ptr_array_index (self->files, i);

      shift_record (&pal_client_fields, file->client, days);
      for (guint k = 0; k < file->visits->len; k++)
        shift_record (&pal_visit_fields, g_ptr_array_index (file->visits, k), days);
    }
}
