#!/bin/sh
# SPDX-FileCopyrightText: The Palpate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with a display, a bus and folders of its own: nothing of the person's is read or
# written, and nothing is left.
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
mkdir -m 700 "$room/run"
# Settings are kept in a file, so that a program killed and started again finds them.
export XDG_RUNTIME_DIR="$room/run" XDG_DATA_HOME="$room/data" XDG_CONFIG_HOME="$room/config" \
  XDG_CACHE_HOME="$room/cache" XDG_STATE_HOME="$room/state" PALPATE_TEST_HOME="$room" \
  GSETTINGS_BACKEND=keyfile
unset WAYLAND_DISPLAY GTK_A11Y
# What the services print is no result of the test.
exec 3>&1
xvfb-run -a -s "-screen 0 ${JOURNEY_SCREEN:-1600x1000}x24 -nolisten tcp" \
  dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@" >&2
