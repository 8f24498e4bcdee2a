/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-catalog-sites"

#include "catalog/msp-catalog-sites.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"

static const MspActivityType *
read_type (MspCatalogData *data,
           MspJson        *place)
{
  MspJson *type = msp_json_get (place, "type");
  const char *id = msp_json_get_string (type);

  for (guint i = 0; i < data->types->len; i++)
    {
      const MspActivityType *known = g_ptr_array_index (data->types, i);

      if (g_str_equal (known->id, id))
        return known;
    }

  msp_json_fail (type, _ ("unknown id \"%s\""), id);

  return NULL;
}

/* A host is compared with one in lower case, a path from its first slash. */
static void
check_address (MspJson       *place,
               const MspSite *site)
{
  g_autofree char *lower = g_ascii_strdown (site->host, -1);

  if (!g_str_equal (lower, site->host) || strpbrk (site->host, "/:@ ") != NULL ||
      strchr (site->host, '.') == NULL || g_str_has_prefix (site->host, "www."))
    msp_json_fail (msp_json_get (place, "host"), _ ("a host is expected, as example.org"));
  if (site->path != NULL && *site->path != '/')
    msp_json_fail (msp_json_get (place, "path"), _ ("a path begins with a slash"));
}

static void
check_role (MspJson       *place,
            const MspSite *site)
{
  if (site->role != NULL && site->type != NULL &&
      !g_strv_contains ((const char *const *) site->type->roles, site->role))
    msp_json_fail (msp_json_get (place, "role"), _ ("\"%s\" is no role of that type"), site->role);
}

void
msp_catalog_read_sites (MspCatalogData *data,
                        MspJsonDoc     *doc)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MspJson *root = msp_catalog_read_head (doc, "sites", "source sites");
  MspJson *list = msp_json_get (root, "sites");
  guint length = msp_json_get_length (list);

  msp_catalog_read_source (data, root, "source");
  data->sites = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspSite *site = msp_catalog_data_alloc (data, sizeof *site);

      msp_json_allow (place, "host path type role");
      site->host = msp_catalog_read_text (data, place, "host");
      site->path = msp_catalog_read_optional (data, place, "path");
      site->type = read_type (data, place);
      site->role = msp_catalog_read_optional (data, place, "role");
      check_address (place, site);
      check_role (place, site);
      if (!g_hash_table_add (seen, g_strconcat (site->host, site->path, NULL)))
        msp_json_fail (place, _ ("the site \"%s\" is there twice"), site->host);
      g_ptr_array_add (data->sites, site);
    }
}

/* "/en-us/answers/x" is "/answers/x" in one of its languages. */
static const char *
skip_language (const char *path)
{
  gsize length;

  if (*path != '/')
    return path;

  length = strcspn (path + 1, "/");
  if (length < 5 || length > 7 || path[1 + length] != '/' || path[3] != '-')
    return path;

  for (gsize i = 1; i <= length; i++)
    {
      if (i != 3 && !g_ascii_isalpha (path[i]))
        return path;
    }

  return path + 1 + length;
}

static gboolean
is_on_host (const MspSite *site,
            const char    *host)
{
  gsize length = strlen (host);
  gsize site_length = strlen (site->host);

  if (length < site_length || !g_str_equal (host + length - site_length, site->host))
    return FALSE;

  return length == site_length || host[length - site_length - 1] == '.';
}

/* How well @site fits: the longer host decides, then the longer path; 0: not at all. */
static gsize
rate (const MspSite *site,
      const char    *host,
      const char    *path)
{
  gsize rating;

  if (!is_on_host (site, host))
    return 0;

  rating = strlen (site->host) * (MSP_URL_MAX_LENGTH + 1);
  if (site->path == NULL)
    return rating;

  if (g_str_has_prefix (path, site->path) || g_str_has_prefix (skip_language (path), site->path))
    return rating + strlen (site->path);

  return 0;
}

const MspSite *
msp_catalog_data_find_site (MspCatalogData *data,
                            const char     *url)
{
  g_autofree char *host = msp_url_get_host (url);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  const MspSite *best = NULL;
  gsize best_rating = 0;

  if (host == NULL || uri == NULL)
    return NULL;

  for (guint i = 0; i < data->sites->len; i++)
    {
      const MspSite *site = g_ptr_array_index (data->sites, i);
      gsize rating = rate (site, host, g_uri_get_path (uri));

      if (rating > best_rating)
        {
          best = site;
          best_rating = rating;
        }
    }

  return best;
}
