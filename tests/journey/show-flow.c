/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A tool, no test: takes pictures of the real window while a visit is charted, to look at. They go
 * to the folder JOURNEY_PICTURES; JOURNEY_SIZE says how large the window is, as in "800x1280". */

#define G_LOG_DOMAIN "show-flow"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

/* Keys, or with a first "=" words, and the picture that is taken after them. */
static const struct
{
  const char *keys;
  const char *picture;
} steps[] = {
  { "ctrl+n", "1-alert" },
  { "alt+e", "2-seen" },
  { "alt+1 slash", NULL },
  { "=l itb 3 tp, r calf 2 after 0 mfr 5min, l itbx", "3-quick-entry" },
  { "BackSpace Return Escape", "4-marked" },
  { "Down Return", "5-mark" },
  { "Escape b", "6-both-sides" },
  { "alt+d", "7-state" },
  { "alt+s", NULL },
  { "=Outer knee quiet after 30 km.", "8-notes" },
  { "alt+p", NULL },
  { "=Two easy weeks.", "9-plan" },
  { "alt+1 slash", NULL },
  { "=l glute med 2", NULL },
  { "Return", "10-consent" },
  { "ctrl+Return", "11-signed" },
};

/* Whatever moves on the screen has come to rest by then. */
#define REST_US (900 * 1000)

static void
show_flow (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "practice.palpate", NULL);
  g_autofree char *said = journey_ctl ("demo", "--db", db, NULL);
  g_autofree char *client = journey_dup_client (db);
  const char *size = g_getenv ("JOURNEY_SIZE");
  Journey *journey =
      journey_start ((const char *[]){ "--db", db, "--client", client, "--page", "chart", "--size",
                                       size != NULL ? size : "1280x800", NULL });

  g_usleep (REST_US);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (*steps[i].keys == '=')
        journey_type (journey, steps[i].keys + 1);
      else
        journey_keys (journey, steps[i].keys);
      if (steps[i].picture == NULL)
        continue;
      g_usleep (REST_US);
      journey_picture (journey, steps[i].picture);
    }
  journey_stop (journey);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/journey/show-flow", show_flow);
  return g_test_run ();
}
