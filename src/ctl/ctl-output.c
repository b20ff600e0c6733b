/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Output that appears whole or not at all. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl-output.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ctl/ctl.h"

struct _CtlOutput
{
  char *path;
  char *part;
  int fd;
  GOutputStream *stream;
};

static gboolean
refuse (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CTL_ERROR, CTL_ERROR_OUTPUT,
               /* Translators: %1$s is a file name, %2$s the system's reason */
               _ ("“%1$s” cannot be written: %2$s."), name, g_strerror (code));
  return FALSE;
}

CtlOutput *
ctl_output_new (const char *path, GError **error)
{
  g_autoptr (CtlOutput) self = g_new0 (CtlOutput, 1);

  self->fd = -1;
  if (path == NULL)
    {
      self->stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return g_steal_pointer (&self);
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      refuse (path, EISDIR, error);
      return NULL;
    }
  self->path = g_strdup (path);
  self->part = g_strconcat (path, ".part-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->part, O_WRONLY | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->part, g_free);
      refuse (path, code, error);
      return NULL;
    }
  self->stream = g_unix_output_stream_new (self->fd, FALSE);
  return g_steal_pointer (&self);
}

GOutputStream *
ctl_output_get_stream (CtlOutput *self)
{
  return self->stream;
}

gboolean
ctl_output_write (CtlOutput *self, GString *text, GError **error)
{
  gboolean ok = g_output_stream_write_all (self->stream, text->str, text->len, NULL, NULL, error);

  g_string_truncate (text, 0);
  return ok;
}

gboolean
ctl_output_commit (CtlOutput *self, GError **error)
{
  if (self->path == NULL)
    return TRUE;
  if (fsync (self->fd) != 0 || g_rename (self->part, self->path) != 0)
    return refuse (self->path, errno, error);
  g_clear_pointer (&self->part, g_free);
  return TRUE;
}

void
ctl_output_free (CtlOutput *self)
{
  g_clear_object (&self->stream);
  if (self->part != NULL)
    g_unlink (self->part);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->part);
  g_free (self->path);
  g_free (self);
}
