/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What depends on the room a widget was given is done right after the sizes were given out, and
 * before the next picture: an ordinary idle call would come after all of them, and the eye would
 * see the wrong layout first. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pal_before_drawing: calls @func once, outside any allocation, before the next frame. */
void pal_before_drawing (GSourceOnceFunc func, gpointer data);

G_END_DECLS
