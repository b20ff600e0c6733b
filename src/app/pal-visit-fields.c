/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a visit beside map and notes, as tables. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-group.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define COUNT(member, title, summary, step)                                                   \
  { title, summary, PAL_VISIT_FIELD_COUNT, G_STRUCT_OFFSET (PalVisit, member), step,          \
    PAL_TERMS_N, NULL, NULL }
#define NUMBER(member, title, summary, step)                                                  \
  { title, summary, PAL_VISIT_FIELD_NUMBER, G_STRUCT_OFFSET (PalVisit, member), step,         \
    PAL_TERMS_N, NULL, NULL }
#define TEXT(member, title, summary)                                                               \
  { title, summary, PAL_VISIT_FIELD_TEXT, G_STRUCT_OFFSET (PalVisit, member), 0,                \
    PAL_TERMS_N, NULL, NULL }
#define WORD(member, title, summary, list)                                                         \
  { title, summary, PAL_VISIT_FIELD_TERM, G_STRUCT_OFFSET (PalVisit, member), 0,                \
    list, NULL, NULL }
#define WORDS(member, title, summary, list)                                                        \
  { title, summary, PAL_VISIT_FIELD_TERMS, G_STRUCT_OFFSET (PalVisit, member), 0,               \
    list, NULL, NULL }
#define CHOICE(member, title, summary, ids, names)                                                 \
  { title, summary, PAL_VISIT_FIELD_CHOICE, G_STRUCT_OFFSET (PalVisit, member), 0,              \
    PAL_TERMS_N, ids, names }
/* clang-format on */

static const char *const breathing_ids[] = { "full", "restricted", NULL };
static const char *const breathing_names[] = { N_ ("Full"), N_ ("Restricted"), NULL };

const PalVisitField *
pal_visit_fields_visit (guint *n_fields)
{
  static const PalVisitField fields[] = {
    WORD (type, N_ ("Type of visit"), "%s", PAL_TERMS_VISIT_TYPE),
    /* Translators: length of a visit in the folded line */
    COUNT (minutes, N_ ("Length, minutes"), N_ ("%s min"), 5),
    TEXT (room, N_ ("Room"), "%s"),
    TEXT (therapist, N_ ("Charted by"), "%s"),
    TEXT (request, N_ ("What the client asks for"), NULL),
  };

  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

const PalVisitField *
pal_visit_fields_state (guint *n_fields)
{
  static const PalVisitField fields[] = {
    NUMBER (state.sleep_hours, N_ ("Sleep, hours"), N_ ("slept %s h"), 0.5),
    COUNT (state.sleep_quality, N_ ("Sleep quality, 0 to 10"), NULL, 1),
    COUNT (state.stress, N_ ("Stress, 0 to 10"), N_ ("stress %s"), 1),
    COUNT (state.rest_days, N_ ("Rest days this week"), N_ ("rest days %s"), 1),
    COUNT (state.recovery_sessions, N_ ("Recovery sessions this week"), NULL, 1),
    COUNT (state.pain_at_rest, N_ ("Pain at rest, 0 to 10"), N_ ("pain at rest %s"), 1),
    COUNT (state.pain_in_training, N_ ("Pain in training, 0 to 10"), N_ ("in training %s"), 1),
    CHOICE (state.breathing, N_ ("Breathing"), N_ ("breathing: %s"), breathing_ids,
            breathing_names),
    WORDS (state.symptoms, N_ ("Symptoms"), "%s", PAL_TERMS_SYMPTOM),
    TEXT (state.nutrition, N_ ("Food and drink"), NULL),
  };

  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

const PalVisitField *
pal_visit_fields_training (guint *n_fields)
{
  static const PalVisitField fields[] = {
    COUNT (state.days_since_hard, N_ ("Days since the last hard session"),
           N_ ("hard session %s d ago"), 1),
    WORDS (state.terrain, N_ ("Terrain"), "%s", PAL_TERMS_TERRAIN),
    TEXT (state.shoes, N_ ("Shoes"), "%s"),
  };

  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}
