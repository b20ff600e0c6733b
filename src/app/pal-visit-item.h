/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit as an item of a list model, with the ends it is chosen as. No widget. */

#pragma once

#include <glib-object.h>

#include "record/pal-visit.h"

G_BEGIN_DECLS

#define PAL_TYPE_VISIT_ITEM (pal_visit_item_get_type ())
G_DECLARE_FINAL_TYPE (PalVisitItem, pal_visit_item, PAL, VISIT_ITEM, GObject)

/* Property, notified: ends (uint): bit mask of `1 << PalStripEnd`: as what it is chosen. */

/** pal_visit_item_new: Returns: (transfer full): an item that holds on to @visit. */
PalVisitItem *pal_visit_item_new (const PalVisit *visit);
const PalVisit *pal_visit_item_get_visit (PalVisitItem *self);
guint pal_visit_item_get_ends (PalVisitItem *self);
void pal_visit_item_set_ends (PalVisitItem *self, guint ends);

G_END_DECLS
