/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of places as a therapist says them within a sentence: "left calf", "lower ITB on both
 * sides". The catalogue's own names are headings; "Left Knee, outer side" breaks a sentence. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/pal-words-change.h"

/* By id of region or structure: the name in the middle of a sentence, without its side. */
static const struct
{
  const char *id;
  const char *name;
} spoken[] = {
  { "forehead", NC_ ("place in a sentence", "forehead") },
  { "temporalis", NC_ ("place in a sentence", "temple") },
  { "masseter", NC_ ("place in a sentence", "jaw") },
  { "suboccipitals", NC_ ("place in a sentence", "suboccipitals") },
  { "neck-extensors", NC_ ("place in a sentence", "neck extensors") },
  { "sternocleidomastoid", NC_ ("place in a sentence", "SCM") },
  { "scalenes", NC_ ("place in a sentence", "scalenes") },
  { "levator-scapulae", NC_ ("place in a sentence", "levator scapulae") },
  { "trapezius-upper", NC_ ("place in a sentence", "upper trapezius") },
  { "trapezius-middle", NC_ ("place in a sentence", "middle trapezius") },
  { "trapezius-lower", NC_ ("place in a sentence", "lower trapezius") },
  { "supraspinatus", NC_ ("place in a sentence", "supraspinatus") },
  { "infraspinatus", NC_ ("place in a sentence", "infraspinatus") },
  { "teres", NC_ ("place in a sentence", "teres") },
  { "deltoid-anterior", NC_ ("place in a sentence", "front deltoid") },
  { "deltoid-middle", NC_ ("place in a sentence", "middle deltoid") },
  { "deltoid-posterior", NC_ ("place in a sentence", "rear deltoid") },
  { "biceps-brachii", NC_ ("place in a sentence", "biceps") },
  { "triceps-brachii", NC_ ("place in a sentence", "triceps") },
  { "medial-elbow", NC_ ("place in a sentence", "inner elbow") },
  { "lateral-elbow", NC_ ("place in a sentence", "outer elbow") },
  { "brachioradialis", NC_ ("place in a sentence", "brachioradialis") },
  { "forearm-flexors", NC_ ("place in a sentence", "forearm flexors") },
  { "forearm-extensors", NC_ ("place in a sentence", "forearm extensors") },
  { "wrist", NC_ ("place in a sentence", "wrist") },
  { "palm", NC_ ("place in a sentence", "palm") },
  { "hand-back", NC_ ("place in a sentence", "back of the hand") },
  { "sternum", NC_ ("place in a sentence", "sternum") },
  { "pectoralis-major", NC_ ("place in a sentence", "pectoralis major") },
  { "pectoralis-minor", NC_ ("place in a sentence", "pectoralis minor") },
  { "serratus-anterior", NC_ ("place in a sentence", "serratus") },
  { "intercostals", NC_ ("place in a sentence", "intercostals") },
  { "diaphragm", NC_ ("place in a sentence", "diaphragm") },
  { "rectus-abdominis-upper", NC_ ("place in a sentence", "upper abs") },
  { "rectus-abdominis-lower", NC_ ("place in a sentence", "lower abs") },
  { "obliques", NC_ ("place in a sentence", "obliques") },
  { "rhomboids", NC_ ("place in a sentence", "rhomboids") },
  { "thoracic-spine", NC_ ("place in a sentence", "thoracic spine") },
  { "erector-thoracic", NC_ ("place in a sentence", "upper erector") },
  { "erector-lumbar", NC_ ("place in a sentence", "lower erector") },
  { "latissimus-dorsi", NC_ ("place in a sentence", "lats") },
  { "lumbar-spine", NC_ ("place in a sentence", "lumbar spine") },
  { "quadratus-lumborum", NC_ ("place in a sentence", "QL") },
  { "sacrum", NC_ ("place in a sentence", "sacrum") },
  { "sacroiliac-joint", NC_ ("place in a sentence", "SI joint") },
  { "iliopsoas", NC_ ("place in a sentence", "hip flexors") },
  { "tensor-fasciae-latae", NC_ ("place in a sentence", "TFL") },
  { "gluteus-medius", NC_ ("place in a sentence", "gluteus medius") },
  { "gluteus-minimus", NC_ ("place in a sentence", "gluteus minimus") },
  { "gluteus-maximus", NC_ ("place in a sentence", "gluteus maximus") },
  { "piriformis", NC_ ("place in a sentence", "piriformis") },
  { "greater-trochanter", NC_ ("place in a sentence", "trochanter") },
  { "hamstring-origin", NC_ ("place in a sentence", "hamstring origin") },
  { "itb-proximal", NC_ ("place in a sentence", "upper ITB") },
  { "itb-mid", NC_ ("place in a sentence", "middle ITB") },
  { "itb-distal", NC_ ("place in a sentence", "lower ITB") },
  { "rectus-femoris", NC_ ("place in a sentence", "rectus femoris") },
  { "vastus-lateralis", NC_ ("place in a sentence", "outer quad") },
  { "vastus-medialis", NC_ ("place in a sentence", "inner quad") },
  { "sartorius", NC_ ("place in a sentence", "sartorius") },
  { "adductors", NC_ ("place in a sentence", "adductors") },
  { "gracilis", NC_ ("place in a sentence", "gracilis") },
  { "adductor-magnus", NC_ ("place in a sentence", "adductor magnus") },
  { "biceps-femoris", NC_ ("place in a sentence", "outer hamstrings") },
  { "semitendinosus", NC_ ("place in a sentence", "inner hamstrings") },
  { "patella", NC_ ("place in a sentence", "kneecap") },
  { "patellar-tendon", NC_ ("place in a sentence", "patellar tendon") },
  { "lateral-knee", NC_ ("place in a sentence", "outer knee") },
  { "medial-knee", NC_ ("place in a sentence", "inner knee") },
  { "popliteus", NC_ ("place in a sentence", "popliteus") },
  { "tibialis-anterior", NC_ ("place in a sentence", "tibialis anterior") },
  { "medial-shin", NC_ ("place in a sentence", "inner shin") },
  { "tibialis-posterior", NC_ ("place in a sentence", "tibialis posterior") },
  { "peroneals", NC_ ("place in a sentence", "peroneals") },
  { "gastrocnemius-medial", NC_ ("place in a sentence", "inner calf") },
  { "gastrocnemius-lateral", NC_ ("place in a sentence", "outer calf") },
  { "soleus", NC_ ("place in a sentence", "soleus") },
  { "achilles", NC_ ("place in a sentence", "Achilles") },
  { "front-ankle", NC_ ("place in a sentence", "front of the ankle") },
  { "lateral-ankle", NC_ ("place in a sentence", "outer ankle") },
  { "medial-ankle", NC_ ("place in a sentence", "inner ankle") },
  { "foot-top", NC_ ("place in a sentence", "top of the foot") },
  { "toes", NC_ ("place in a sentence", "toes") },
  { "heel", NC_ ("place in a sentence", "heel") },
  { "plantar-fascia", NC_ ("place in a sentence", "plantar fascia") },
  { "lateral-foot", NC_ ("place in a sentence", "outer foot") },
  { "forefoot", NC_ ("place in a sentence", "ball of the foot") },
  { "itb", NC_ ("place in a sentence", "ITB") },
  { "gastrocnemius", NC_ ("place in a sentence", "gastrocnemius") },
  { "calf", NC_ ("place in a sentence", "calf") },
  { "hamstrings", NC_ ("place in a sentence", "hamstrings") },
  { "quadriceps", NC_ ("place in a sentence", "quads") },
  { "inner-thigh", NC_ ("place in a sentence", "inner thigh") },
  { "gluteals", NC_ ("place in a sentence", "glutes") },
  { "trapezius", NC_ ("place in a sentence", "trapezius") },
  { "deltoid", NC_ ("place in a sentence", "deltoid") },
  { "rotator-cuff", NC_ ("place in a sentence", "rotator cuff") },
  { "pectorals", NC_ ("place in a sentence", "pecs") },
  { "erector-spinae", NC_ ("place in a sentence", "erectors") },
  { "rectus-abdominis", NC_ ("place in a sentence", "abs") },
};

const char *
pal_words_get_spoken_name (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (strcmp (spoken[i].id, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "place in a sentence", spoken[i].name);
  return NULL;
}

char *
pal_words_dup_spoken_place (const char *name, guint sides)
{
  gboolean left = (sides & 1 << PAL_SIDE_LEFT) != 0, right = (sides & 1 << PAL_SIDE_RIGHT) != 0;

  if (left && right)
    /* Translators: %s is a place in the middle of a sentence, as in "calf". */
    return g_strdup_printf (C_ ("place in a sentence", "%s on both sides"), name);
  if (left)
    /* Translators: %s is a place in the middle of a sentence, as in "calf". */
    return g_strdup_printf (C_ ("place in a sentence", "left %s"), name);
  if (right)
    /* Translators: %s is a place in the middle of a sentence, as in "calf". */
    return g_strdup_printf (C_ ("place in a sentence", "right %s"), name);
  return g_strdup (name);
}
