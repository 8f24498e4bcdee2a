/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-shared-text"

#include "base/msp-shared-text.h"

#include <string.h>

#include "base/msp-text.h"

/* Marks that end a sentence or a bracket, not a link. */
#define NOT_AT_END ".,;:!?'\"*_"
/* What stands between a title and its link. */
#define BETWEEN "-:|<>[]()"
#define BLANKS " \t\r\n"

void
msp_shared_text_free (MspSharedText *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

/* The first "https://" or "http://" that begins a word. */
static const char *
find_link (const char *text)
{
  for (const char *at = text; (at = strpbrk (at, "hH")) != NULL; at++)
    {
      if ((at == text || !g_ascii_isalnum (at[-1])) &&
          (g_ascii_strncasecmp (at, "https://", 8) == 0 || g_ascii_strncasecmp (at, "http://", 7) == 0))
        return at;
    }

  return NULL;
}

/* A bracket belongs to the link if the link opened it: "…/wiki/Azure_(color)". */
static gsize
measure_link (const char *link)
{
  gsize length = strcspn (link, " \t\r\n<>\"`");
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (link[i] == '(')
        depth++;
      else if ((link[i] == ')' && --depth < 0) || link[i] == ']')
        length = i;
    }
  while (length > 0 && strchr (NOT_AT_END, link[length - 1]) != NULL)
    length--;

  return length;
}

static void
strip_between (char       *text,
               const char *at_start,
               const char *at_end)
{
  gsize skip = strspn (text, at_start);
  gsize length;

  memmove (text, text + skip, strlen (text + skip) + 1);
  length = strlen (text);
  while (length > 0 && strchr (at_end, text[length - 1]) != NULL)
    length--;
  text[length] = '\0';
}

/* The first line that holds anything is the title, the others are the description. */
static void
take_lines (MspSharedText *self,
            const char    *text)
{
  g_autofree char *clean = msp_text_clean (text, TRUE);
  const char *end = strchr (clean, '\n');
  g_autofree char *first = end != NULL ? g_strndup (clean, (gsize) (end - clean)) : g_strdup (clean);

  g_free (self->title);
  self->title = msp_text_clean (first, FALSE);
  if (end != NULL)
    {
      g_free (self->description);
      self->description = msp_text_clean (end, TRUE);
    }
}

MspSharedText *
msp_shared_text_parse (const char *text)
{
  MspSharedText *self = g_new0 (MspSharedText, 1);
  g_autofree char *cut = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *end;
  const char *link;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  cut = g_strndup (text, MSP_SHARED_TEXT_MAX);
  g_utf8_validate (cut, -1, &end);
  cut[end - cut] = '\0';
  self->url = g_strdup ("");
  self->title = g_strdup ("");
  self->description = g_strdup ("");

  link = find_link (cut);
  length = link != NULL ? measure_link (link) : 0;
  before = link != NULL ? g_strndup (cut, (gsize) (link - cut)) : g_strdup (cut);
  after = link != NULL ? g_strdup (link + length) : g_strdup ("");
  if (link != NULL)
    {
      g_free (self->url);
      self->url = g_strndup (link, length);
      strip_between (before, BLANKS "[(<", BLANKS BETWEEN);
      strip_between (after, BLANKS BETWEEN NOT_AT_END, BLANKS "])>");
    }
  if (msp_url_check (self->url) != MSP_URL_OK)
    {
      g_free (self->url);
      self->url = g_strdup ("");
    }

  take_lines (self, *before != '\0' ? before : after);
  if (*before != '\0' && *after != '\0')
    {
      g_autofree char *both = g_strconcat (self->description, "\n", after, NULL);

      g_free (self->description);
      self->description = msp_text_clean (both, TRUE);
    }

  return self;
}
