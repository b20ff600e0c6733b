/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview: which pages it shows, that choices change them, and that a page can leave as a file
 * that does not stay. A stand-in takes the part of the desktop's portal. */

#define G_LOG_DOMAIN "test-preview"

#include "config.h"

#include <adwaita.h>
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-page-view.h"
#include "app/pal-passing-file.h"
#include "app/pal-preview.h"
#include "app/pal-print.h"
#include "app/pal-share.h"
#include "app/pal-summary-editor.h"
#include "record/pal-practice-settings.h"
#include "report/pal-summary.h"
#include "store/pal-typed.h"
#include "tests/kit/kit-start.h"

#define N_VISITS 4
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  AppBench *bench;
  GSettings *settings;
  PalPreview *preview;
} Shown;

static Shown
show (PalPrintKind kind)
{
  Shown self = { app_bench_new (N_VISITS), g_settings_new (APP_ID), NULL };

  pal_workbench_open_client (self.bench->bench, KIT_RUNNER_ID);
  self.preview = PAL_PREVIEW (pal_preview_new (NULL, self.bench->bench, self.settings, kind));
  gtk_window_present (GTK_WINDOW (self.preview));
  return self;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
shown_clear (Shown *self)
{
  settle ();
  g_object_add_weak_pointer (G_OBJECT (self->preview), (gpointer *) &self->preview);
  gtk_window_destroy (GTK_WINDOW (self->preview));
  /* It may still be waiting for an answer of the desktop. */
  while (self->preview != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (self->settings);
  app_bench_free (self->bench);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static guint
count_pages (Shown *self)
{
  guint n = 0;

  for (GtkWidget *page = app_find (GTK_WIDGET (self->preview), PAL_TYPE_PAGE_VIEW, NULL, NULL);
       page != NULL; page = gtk_widget_get_next_sibling (page))
    n++;
  return n;
}

static void
test_pages (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_BLANK);

  g_assert_cmpuint (count_pages (&shown), >, 1);
  g_assert_cmpuint (count_pages (&shown), ==,
                    pal_print_job_count_pages (pal_preview_get_job (shown.preview)));
}

/* Returns: whether there is ink on the first page. */
static gboolean
has_ink (Shown *self)
{
  GtkWidget *page = app_find (GTK_WIDGET (self->preview), PAL_TYPE_PAGE_VIEW, NULL, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (page);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 800);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  gboolean ink = FALSE;
  const guchar *data;

  while (gtk_widget_get_width (page) == 0 || gdk_paintable_get_intrinsic_width (paintable) == 0)
    g_main_context_iteration (NULL, TRUE);
  gdk_paintable_snapshot (paintable, snapshot, 600, 800);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (gsize i = 0; i < 600 * 800 && !ink; i++)
    ink = data[4 * i + 1] < 128;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

/* The page stays in sight when it is made anew. */
static void
test_painted (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);

  g_assert_true (has_ink (&shown));
  g_settings_set_boolean (shown.settings, "print-mono", TRUE);
  settle ();
  g_assert_true (has_ink (&shown));
  g_settings_reset (shown.settings, "print-mono");
}

/* A choice is remembered, and the page is made anew with it. */
static void
test_choices (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);
  double width = 0, height = 0;

  g_settings_set_string (shown.settings, "print-paper", "letter");
  settle ();
  pal_document_get_size (pal_preview_get_job (shown.preview)->documents->pdata[0], &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 612, 0.1);
  g_settings_set_string (shown.settings, "print-paper", "a4");
  settle ();
  pal_document_get_size (pal_preview_get_job (shown.preview)->documents->pdata[0], &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.1);
}

static void
test_other_document (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);
  GtkWidget *row = app_find (GTK_WIDGET (shown.preview), ADW_TYPE_COMBO_ROW, NULL, NULL);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  settle ();
  g_assert_cmpstr (pal_document_get_title (
                       pal_preview_get_job (shown.preview)->documents->pdata[0]),
                   ==, "Visit record");
}

static gboolean
has_title (GtkWidget *row, const char *title)
{
  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title);
}

/* Returns: (transfer none): the widget of @type inside the row of @block. */
static GtkWidget *
find_in_row (Shown *self, PalSummaryBlock block, GType type)
{
  GtkWidget *row = app_find (GTK_WIDGET (self->preview), ADW_TYPE_PREFERENCES_ROW, has_title,
                             pal_summary_block_get_name (block));

  g_assert_nonnull (row);
  return app_find (row, type, NULL, NULL);
}

static const PalDocument *
get_document (Shown *self)
{
  return pal_preview_get_job (self->preview)->documents->pdata[0];
}

/* The therapist's own words are kept with the visit, a signed one as well, and the page says them.
 */
static void
test_own_words (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);
  GtkWidget *view = find_in_row (&shown, PAL_SUMMARY_BLOCK_FOUND, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const PalSummaryText *own;
  g_autofree char *made = NULL;

  made = g_strdup (pal_summary_get_made (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, g_utf8_strlen (made, -1));
  pal_workbench_sign_visit (shown.bench->bench);
  gtk_text_buffer_set_text (buffer, "Your calves worked hard.", -1);
  pal_workbench_flush (shown.bench->bench);
  settle ();
  g_assert_null (shown.bench->failure);
  own = pal_visit_find_summary_text (pal_workbench_get_visit (shown.bench->bench),
                                     PAL_SUMMARY_BLOCK_FOUND);
  g_assert_nonnull (own);
  g_assert_cmpstr (own->text, ==, "Your calves worked hard.");
  g_assert_cmpstr (own->made, ==, made);
  g_assert_cmpstr (pal_summary_get_made (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND), ==, made);
  /* Typing the record's own words gives the block back to the record. */
  gtk_text_buffer_set_text (buffer, made, -1);
  pal_workbench_flush (shown.bench->bench);
  settle ();
  g_assert_null (pal_visit_find_summary_text (pal_workbench_get_visit (shown.bench->bench),
                                              PAL_SUMMARY_BLOCK_FOUND));
}

/* On disk at every key, of a signed visit too: another program that opens the file takes them up.
 */
static void
test_own_words_recovered (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);
  GtkWidget *view = find_in_row (&shown, PAL_SUMMARY_BLOCK_FOUND, GTK_TYPE_TEXT_VIEW);
  g_autofree char *made = NULL;
  g_autoptr (PalStore) store = NULL;
  g_autoptr (PalWorkbench) later = NULL;
  g_autoptr (GPtrArray) left = NULL;
  const PalSummaryText *own;

  made = g_strdup (pal_summary_get_made (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND));
  pal_workbench_sign_visit (shown.bench->bench);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Your calves", -1);
  g_assert_null (pal_visit_find_summary_text (pal_workbench_get_visit (shown.bench->bench),
                                              PAL_SUMMARY_BLOCK_FOUND));

  store =
      pal_store_open (pal_store_get_path (shown.bench->store), PAL_STORE_OPEN_DEFAULT, "Ann", NULL);
  later = pal_workbench_new (store, kit_get_atlas (), kit_get_vocabulary ());
  pal_workbench_recover_typed (later);
  pal_workbench_open_client (later, KIT_RUNNER_ID);
  own = pal_visit_find_summary_text (pal_workbench_get_visit (later), PAL_SUMMARY_BLOCK_FOUND);
  g_assert_nonnull (own);
  g_assert_cmpstr (own->text, ==, "Your calves");
  g_assert_cmpstr (own->made, ==, made);
  left = pal_store_list_typed (store, NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

/* What is left out is remembered for the client, then for everybody. */
static void
test_left_out (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);
  GtkWidget *stands = find_in_row (&shown, PAL_SUMMARY_BLOCK_FOUND, GTK_TYPE_SWITCH);
  const PalClient *client;
  g_autofree char *ids = NULL;

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (stands)));
  g_assert_true (pal_summary_has_block (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND));
  gtk_switch_set_active (GTK_SWITCH (stands), FALSE);
  settle ();
  g_assert_false (pal_summary_has_block (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND));
  client = pal_workbench_get_client (shown.bench->bench);
  g_assert_cmpuint (g_strv_length (client->summary_left_out), ==, 1);
  g_assert_cmpstr (client->summary_left_out[0], ==, "found");
  pal_summary_editor_use_for_everybody (PAL_SUMMARY_EDITOR (
      app_find (GTK_WIDGET (shown.preview), PAL_TYPE_SUMMARY_EDITOR, NULL, NULL)));
  settle ();
  ids = pal_store_get_setting (shown.bench->store, PAL_SETTING_SUMMARY_LEFT_OUT);
  g_assert_cmpstr (ids, ==, "found");
  g_assert_null (pal_workbench_get_client (shown.bench->bench)->summary_left_out);
  g_assert_false (pal_summary_has_block (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND));
  gtk_switch_set_active (GTK_SWITCH (stands), TRUE);
  settle ();
  g_assert_true (pal_summary_has_block (get_document (&shown), PAL_SUMMARY_BLOCK_FOUND));
}

/* What is dropped somewhere is a file in memory of the person's own, and it does not stay. */
static void
test_passing (void)
{
  g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);
  GtkWidget *page = app_find (GTK_WIDGET (shown.preview), PAL_TYPE_PAGE_VIEW, NULL, NULL);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL, *folder = NULL, *bytes = NULL;
  GStatBuf status;

  g_signal_emit_by_name (page, "passing", &file);
  g_assert_nonnull (file);
  path = g_file_get_path (file);
  folder = g_path_get_dirname (path);
  g_assert_true (g_str_has_prefix (path, g_getenv ("XDG_RUNTIME_DIR")));
  g_assert_true (g_str_has_suffix (path, "2025-10-13 Your session.pdf"));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  pal_passing_files_clear ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_no_private_folder (void)
{
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);
  g_autofree char *runtime = g_strdup (g_getenv ("XDG_RUNTIME_DIR"));
  g_autoptr (PalPrintJob) job = NULL;
  GError *error = NULL;
  GFile *file;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  job = pal_print_job_new (a->bench, NULL, PAL_PRINT_SUMMARY, NULL);
  g_unsetenv ("XDG_RUNTIME_DIR");
  file = pal_passing_file_new (job, "page.pdf", &error);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  kit_assert_refused (file != NULL, error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
                      "The desktop has no private folder");
}

/* What goes to the printer is the document: all its pages, on its paper. */
static void
test_printer (void)
{
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);
  g_autofree char *path = g_build_filename (a->folder, "printed.pdf", NULL);
  g_autofree char *pages = NULL, *told = NULL;
  const char *argv[] = { "pdfinfo", path, NULL };
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (PalPrintJob) job = NULL;
  GError *error = NULL;

  if (g_find_program_in_path ("pdfinfo") == NULL)
    {
      g_test_skip ("pdfinfo is not there");
      return;
    }
  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  job = pal_print_job_new (a->bench, NULL, PAL_PRINT_BLANK, NULL);
  operation = pal_print_operation_new (job);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &told, NULL, NULL,
                NULL);
  pages = g_strdup_printf ("Pages:           %u\n", pal_print_job_count_pages (job));
  g_assert_nonnull (strstr (told, pages));
  g_assert_nonnull (strstr (told, "(A4)"));
}

/* The portal -------------------------------------------------------------------------------------
 */

/* Answers from a thread and a connection of its own, as another program would. */
typedef struct
{
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  int ready, asked; /* atomic */
  char *subject;
  char start[6]; /* of what was attached */
} Portal;

static void
answer (GDBusConnection *bus, const char *sender, const char *token)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);

  g_dbus_connection_emit_signal (bus, sender, path, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", 0, NULL), NULL);
}

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *object,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Portal *portal = data;
  GUnixFDList *fds =
      g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) options = g_variant_get_child_value (arguments, 1);
  const char *token = "t";
  g_autofree char *path = NULL;
  int fd = g_unix_fd_list_get (fds, 0, NULL);

  g_assert_cmpstr (method, ==, "ComposeEmail");
  g_variant_lookup (options, "handle_token", "&s", &token);
  g_variant_lookup (options, "subject", "s", &portal->subject);
  g_assert_cmpint (read (fd, portal->start, 5), ==, 5);
  close (fd);
  g_atomic_int_set (&portal->asked, TRUE);
  path = g_strdup_printf (PORTAL_PATH "/request/%s", token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  answer (bus, sender, token);
}

static const char portal_xml[] =
    "<node><interface name='org.freedesktop.portal.Email'>"
    "<method name='ComposeEmail'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method><property name='version' type='u' access='read'/>"
    "</interface></node>";

static GVariant *
get_cb (GDBusConnection *bus,
        const char *sender,
        const char *object,
        const char *interface,
        const char *property,
        GError **error,
        gpointer data)
{
  return g_variant_new_uint32 (3);
}

static void
owned_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  Portal *portal = data;

  g_atomic_int_set (&portal->ready, TRUE);
}

static gpointer
serve (gpointer data)
{
  Portal *portal = data;
  const GDBusInterfaceVTable table = { .method_call = called_cb, .get_property = get_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GDBusConnection) bus = NULL;
  guint object, name;

  g_main_context_push_thread_default (portal->context);
  bus = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, NULL);
  object = g_dbus_connection_register_object (bus, PORTAL_PATH, node->interfaces[0], &table, portal,
                                              NULL, NULL);
  name = g_bus_own_name_on_connection (bus, "org.freedesktop.portal.Desktop",
                                       G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, portal, NULL);
  g_main_loop_run (portal->loop);
  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (bus, object);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_main_context_pop_thread_default (portal->context);
  return NULL;
}

static void
portal_start (Portal *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("portal", serve, self);
  while (!g_atomic_int_get (&self->ready))
    g_usleep (1000);
}

static void
portal_stop (Portal *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self->subject);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(int *) data = pal_share_find_finish (result);
}

static gboolean
find_portal (void)
{
  int found = -1;

  pal_share_find_async (NULL, found_cb, &found);
  while (found < 0)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
test_mail (void)
{
  Portal portal = { 0 };

  g_assert_false (find_portal ());
  portal_start (&portal);
  g_assert_true (find_portal ());
  {
    g_auto (Shown) shown = show (PAL_PRINT_SUMMARY);

    /* The window asks the same question, and asked first. */
    g_assert_true (find_portal ());
    settle ();
    gtk_widget_activate_action (GTK_WIDGET (shown.preview), "preview.mail", NULL);
    while (!g_atomic_int_get (&portal.asked))
      g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpstr (portal.subject, ==, "Your session");
  g_assert_cmpstr (portal.start, ==, "%PDF-");
  portal_stop (&portal);
  pal_passing_files_clear ();
}

int
main (int argc, char **argv)
{
  g_autoptr (KitFolder) runtime = NULL;

  kit_start (&argc, &argv);
  runtime = kit_folder_new ();
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  adw_init ();
  pal_app_init ();
  g_test_add_func ("/app/preview/pages", test_pages);
  g_test_add_func ("/app/preview/painted", test_painted);
  g_test_add_func ("/app/preview/choices", test_choices);
  g_test_add_func ("/app/preview/other-document", test_other_document);
  g_test_add_func ("/app/preview/own-words", test_own_words);
  g_test_add_func ("/app/preview/own-words-recovered", test_own_words_recovered);
  g_test_add_func ("/app/preview/left-out", test_left_out);
  g_test_add_func ("/app/preview/passing", test_passing);
  g_test_add_func ("/app/preview/no-private-folder", test_no_private_folder);
  g_test_add_func ("/app/preview/printer", test_printer);
  g_test_add_func ("/app/preview/mail", test_mail);
  return g_test_run ();
}
