/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A tool, no test: takes pictures of the real window while a visit is charted, to look at. They go
 * to the folder JOURNEY_PICTURES; JOURNEY_SIZE says how large the window is, as in "800x1280". */

#define G_LOG_DOMAIN "show-flow"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

/* A word on the button, or on a phone only an icon with a tooltip. */
#define GHOST "!Ghost|Lay the last visit under the map"

/* Keys, or by their first letter: "=" words that are typed, "@" a region of which the mark is
 * opened, "!" the beginning of the name of a button that is pressed, "#" the title of a window that
 * gets the keyboard; and the picture that is taken after them. */
static const struct
{
  const char *hands;
  const char *picture;
} steps[] = {
  { "ctrl+n", "01-alert" },
  { "!S_een", "02-seen" },
  { GHOST, "03-ghost" },
  { "!Start from the last visit", "04-carried-over" },
  { "ctrl+z", NULL },
  { GHOST, NULL },
  { "alt+c", NULL },
  { "=Outer knee since the long run.", NULL },
  { "alt+1 slash", NULL },
  { "=l itb 3 tp, r calf 2 after 0 mfr 5min, l itbx", "05-quick-entry" },
  { "Return", "06-not-understood" },
  { "BackSpace Return Escape", "07-marked" },
  { "@left itb-mid", "08-mark" },
  { "!Both sides", NULL },
  { "Escape", "09-both-sides" },
  { "alt+d", "10-state" },
  { "alt+s", NULL },
  { "=Outer knee quiet after 30 km.", "11-notes" },
  { "alt+p", NULL },
  { "=Two easy weeks.", "12-plan" },
  { "alt+1 slash", NULL },
  { "=l glute med 2", NULL },
  { "Return", "13-consent" },
  { "ctrl+Return", "14-signed" },
  { "alt+a", NULL },
  { "!Amend…", NULL },
  { "#Amend This Visit", NULL },
  { "=Wrong side", NULL },
  { "Tab", NULL },
  { "=It was the right calf.", "15-amend" },
  { "!_Amend", NULL },
  { "#Annika", "16-amended" },
};

/* Whatever moves on the screen has come to rest by then. */
#define REST_US (900 * 1000)

/* Of two names parted by "|" the one that is on the screen. */
static AtspiAccessible *
find_button (Journey *journey, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, "|", 2);

  if (parts[1] != NULL)
    {
      AtspiAccessible *button = journey_peek (journey, ATSPI_ROLE_PUSH_BUTTON, _ (parts[1]));
      if (button != NULL)
        return button;
    }
  return journey_find_prefix_button (journey, _ (parts[0]));
}

static void
use_hands (Journey *journey, const char *hands)
{
  if (*hands == '=')
    journey_type (journey, hands + 1);
  else if (*hands == '@')
    {
      g_autoptr (AtspiAccessible) region = journey_find_place (journey, hands + 1);
      journey_act (region, "region.details");
    }
  else if (*hands == '!')
    {
      g_autoptr (AtspiAccessible) button = find_button (journey, hands + 1);
      journey_act (button, "click");
    }
  else if (*hands == '#')
    journey_focus_window (journey, _ (hands + 1));
  else
    journey_keys (journey, hands);
}

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
      use_hands (journey, steps[i].hands);
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
  const char *folder = g_getenv ("PALPATE_LOCALEDIR");

  kit_start (&argc, &argv);
  /* Buttons are found in the language the program speaks. */
  setlocale (LC_ALL, "");
  if (folder != NULL)
    bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/journey/show-flow", show_flow);
  return g_test_run ();
}
