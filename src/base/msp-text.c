/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-text"

#include "base/msp-text.h"

#include <glib/gi18n-lib.h>

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Marks that turn the direction of text can make an address look like another. */
      if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || c == 0x200e || c == 0x200f ||
          (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff)
        return TRUE;
    }

  return FALSE;
}

/**
 * msp_url_check:
 * @url: an address
 *
 * Checks the form only, nothing is fetched: `http`, `https` and `mailto` without user info.
 *
 * Returns: what is wrong with @url, or `MSP_URL_OK`
 */
MspUrlVerdict
msp_url_check (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  if (url == NULL || *url == '\0')
    return MSP_URL_EMPTY;
  if (strlen (url) > MSP_URL_MAX_LENGTH)
    return MSP_URL_TOO_LONG;
  if (!g_utf8_validate (url, -1, NULL) || strchr (url, '\\') != NULL)
    return MSP_URL_MALFORMED;
  if (has_control (url))
    return MSP_URL_CONTROL;

  uri = g_uri_parse (url, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    return MSP_URL_MALFORMED;

  scheme = g_uri_get_scheme (uri);
  if (g_str_equal (scheme, "mailto"))
    return strchr (g_uri_get_path (uri), '@') != NULL ? MSP_URL_OK : MSP_URL_MALFORMED;
  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return MSP_URL_SCHEME;
  if (g_uri_get_userinfo (uri) != NULL)
    return MSP_URL_USER_INFO;
  if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return MSP_URL_MALFORMED;

  return MSP_URL_OK;
}

const char *
msp_url_verdict_to_text (MspUrlVerdict verdict)
{
  switch (verdict)
    {
    case MSP_URL_OK:
      return "";

    case MSP_URL_EMPTY:
      return _ ("There is no link.");

    case MSP_URL_TOO_LONG:
      return _ ("The link is longer than 2,048 characters.");

    case MSP_URL_SCHEME:
      return _ ("Only links that begin with https://, http:// or mailto: can be opened.");

    case MSP_URL_USER_INFO:
      return _ ("The link carries a user name or password; take that out.");

    case MSP_URL_CONTROL:
      return _ ("The link has blanks or invisible characters in it.");

    case MSP_URL_MALFORMED:
    default:
      return _ ("This is not a complete link; it begins like https://example.org/.");
    }
}

static gboolean
is_tracking (const char *parameter)
{
  return g_str_has_prefix (parameter, "utm_") || g_str_has_prefix (parameter, "wt.mc_id=") ||
         g_str_has_prefix (parameter, "WT.mc_id=");
}

static void
append_query (GString    *key,
              const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
  char separator = '?';

  for (guint i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_tracking (parameters[i]))
        continue;

      g_string_append_c (key, separator);
      g_string_append (key, parameters[i]);
      separator = '&';
    }
}

/**
 * msp_url_normalise:
 * @url: an address
 *
 * Returns: (transfer full): what two links to the same page have in common: scheme and host in
 *   lower case, no fragment, no trailing slash, no tracking parameters
 */
char *
msp_url_normalise (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GString) key = NULL;
  g_autofree char *host = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (url);

  host = g_utf8_strdown (g_uri_get_host (uri), -1);
  key = g_string_new (NULL);
  g_string_append_printf (key, "%s://%s", g_uri_get_scheme (uri), host);
  if (g_uri_get_port (uri) != -1)
    g_string_append_printf (key, ":%d", g_uri_get_port (uri));
  g_string_append (key, g_uri_get_path (uri));
  while (key->len > 0 && key->str[key->len - 1] == '/')
    g_string_truncate (key, key->len - 1);
  if (g_uri_get_query (uri) != NULL)
    append_query (key, g_uri_get_query (uri));

  return g_string_free (g_steal_pointer (&key), FALSE);
}

char *
msp_url_get_host (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;
  const char *bare;

  if (msp_url_check (url) != MSP_URL_OK)
    return NULL;

  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return NULL;

  host = g_utf8_strdown (g_uri_get_host (uri), -1);
  bare = g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host;

  return g_strdup (bare);
}

gboolean
msp_text_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }

  return TRUE;
}

/**
 * msp_text_clean:
 * @text: (nullable): what somebody typed or a file held
 * @multi_line: whether line breaks stay
 *
 * Returns: (transfer full): valid UTF-8 without control characters and without blanks around it
 */
char *
msp_text_clean (const char *text,
                gboolean    multi_line)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r')
        g_string_append_c (clean, multi_line ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (clean, multi_line ? '\t' : ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE));
}

/**
 * msp_text_is_obeyed:
 * @c: a character
 *
 * Returns: whether a terminal or a line of text would act on @c instead of showing it: control
 *   characters, breaks, and marks that turn the direction of all that follows
 */
gboolean
msp_text_is_obeyed (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * msp_text_fold:
 * @text: some text
 *
 * Returns: (transfer full): the same for texts that differ by case and accents only
 */
char *
msp_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) bare = NULL;

  /* Most text has nothing else to fold, and this is many times as fast. */
  if (!g_str_is_ascii (text))
    decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_ascii_strdown (text, -1);

  bare = g_string_sized_new (strlen (decomposed));
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_ismark (g_utf8_get_char (p)))
        g_string_append_unichar (bare, g_utf8_get_char (p));
    }

  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

/**
 * msp_text_number:
 * @number: a number
 *
 * Returns: (transfer full): with the thousands marked as the locale has it
 */
char *
msp_text_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

/**
 * msp_strv_copy_clean:
 * @values: (nullable): some words
 *
 * Returns: (transfer full): each cleaned, without empty ones and repetitions
 */
GStrv
msp_strv_copy_clean (const char *const *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *clean = msp_text_clean (values[i], FALSE);

      if (*clean != '\0' && g_hash_table_add (seen, msp_text_fold (clean)))
        g_strv_builder_add (builder, clean);
    }

  return g_strv_builder_end (builder);
}

/* 1 for a mark between thousands, its length in bytes at the start of @text; 0 for anything else. */
static gsize
thousands_mark (const char *text)
{
  const char *const marks[] = { " ", ".", ",", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x99" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_prefix (text, marks[i]))
        return strlen (marks[i]);
    }

  return 0;
}

gboolean
msp_text_parse_number (const char *text,
                       gint64      most,
                       gint64     *number)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *at;
  guint in_group = 0;
  gboolean is_grouped = FALSE;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  for (at = stripped; *at != '\0';)
    {
      gsize mark = thousands_mark (at);

      if (mark > 0)
        {
          /* "1,200,000": three after each mark, one to three before the first. */
          if (in_group == 0 || in_group > 3 || (is_grouped && in_group != 3))
            return FALSE;
          is_grouped = TRUE;
          in_group = 0;
          at += mark;
          continue;
        }
      if (!g_ascii_isdigit (*at))
        return FALSE;
      g_string_append_c (digits, *at);
      in_group++;
      at++;
    }

  if (is_grouped && in_group != 3)
    return FALSE;

  return g_ascii_string_to_signed (digits->str, 10, 0, most, number, NULL);
}
