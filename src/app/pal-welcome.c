/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first start. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-welcome.h"

struct _PalWelcome
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *refusal;
};

G_DEFINE_FINAL_TYPE (PalWelcome, pal_welcome, ADW_TYPE_BIN)

static void
pal_welcome_dispose (GObject *object)
{
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (pal_welcome_parent_class)->dispose (object);
}

static void
pal_welcome_class_init (PalWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pal_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, PalWelcome, stack);
  gtk_widget_class_bind_template_child (widget_class, PalWelcome, refusal);
}

static void
pal_welcome_init (PalWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_welcome_new (void)
{
  return g_object_new (PAL_TYPE_WELCOME, NULL);
}

void
pal_welcome_set_refusal (PalWelcome *self, const char *message)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (PAL_IS_WELCOME (self));

  gtk_stack_set_visible_child_name (self->stack, message != NULL ? "refusal" : "start");
  if (message == NULL)
    return;
  /* Descriptions of status pages are markup, and the message may name a file. */
  escaped = g_markup_escape_text (message, -1);
  adw_status_page_set_description (self->refusal, escaped);
}
