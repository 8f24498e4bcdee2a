/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog/msp-catalog.h"

#include <glib/gstdio.h>

static const struct
{
  const char *url;
  const char *type; /* (nullable): id */
} cases[] = {
  { "https://github.com/dotnet/runtime", "open-source" },
  { "HTTPS://WWW.GitHub.com/x", "open-source" },
  { "https://gist.github.com/x", "open-source" },
  { "https://notgithub.com/x", NULL },
  { "https://github.com.example.org/x", NULL },
  { "https://youtu.be/abc", "video" },
  { "https://www.youtube.com/watch?v=abc", "video" },
  { "https://m.youtube.com/watch?v=abc", "video" },
  { "https://sessionize.com/me/", "third-party-event" },
  { "https://www.meetup.com/group/events/1/", "user-group" },
  { "https://me.substack.com/p/x", "blog" },
  { "https://www.linkedin.com/pulse/x", "article" },
  { "https://www.linkedin.com/posts/x", "blog" },
  { "https://www.linkedin.com/in/me/", NULL },
  { "https://learn.microsoft.com/en-us/answers/questions/1", "online-support" },
  { "https://learn.microsoft.com/zh-hans-cn/answers/", "content-feedback" },
  { "https://learn.microsoft.com/answers/questions/1", "online-support" },
  { "https://learn.microsoft.com/de-de/azure/", "content-feedback" },
  { "https://learn.microsoft.com", "content-feedback" },
  { "https://techcommunity.microsoft.com/blog/x", "blog" },
  { "https://techcommunity.microsoft.com/discussions/x", "online-support" },
  { "https://example.org/github.com/", NULL },
  { "mailto:me@github.com", NULL },
  { "javascript:github.com", NULL },
  { "github.com", NULL },
  { "", NULL },
};

static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MspCatalog) catalog = msp_catalog_load (NULL, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MspSite *site = msp_catalog_find_site (catalog, cases[i].url);

      g_test_message ("%s", cases[i].url);
      if (cases[i].type != NULL)
        g_assert_cmpstr (site->type->id, ==, cases[i].type);
      else
        g_assert_null (site);
    }

  g_assert_cmpstr (msp_catalog_find_site (catalog, "https://sessionize.com/x")->role, ==, "Speaker");
}

static const struct
{
  const char *site;
  const char *problem; /* (nullable): NULL: the copy is used */
} copies[] = {
  { "{\"host\": \"example.org\", \"type\": \"blog\"}", NULL },
  { "{\"host\": \"example.org\", \"type\": \"blog\", \"path\": \"/a/\", \"role\": \"Author\"}", NULL },
  { "{\"host\": \"example.org\", \"type\": \"blag\"}", "sites.json: sites[0].type: unknown id" },
  { "{\"host\": \"example.org\", \"type\": \"blog\", \"role\": \"King\"}", "sites[0].role" },
  { "{\"host\": \"Example.org\", \"type\": \"blog\"}", "sites[0].host" },
  { "{\"host\": \"https://example.org\", \"type\": \"blog\"}", "sites[0].host" },
  { "{\"host\": \"www.example.org\", \"type\": \"blog\"}", "sites[0].host" },
  { "{\"host\": \"example.org\", \"type\": \"blog\", \"path\": \"a\"}", "sites[0].path" },
  { "{\"host\": \"example.org\", \"type\": \"blog\", \"kind\": 1}", "unknown name \"kind\"" },
  { "{\"host\": \"a.org\", \"type\": \"blog\"}, {\"host\": \"a.org\", \"type\": \"book\"}", "twice" },
  { "{\"type\": \"blog\"}", "\"host\" is missing" },
};

static void
test_copy (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sites.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *json =
        g_strdup_printf ("{\"format\": \"ms-programs-catalog/sites\", \"version\": 1, "
                         "\"as_of\": \"2026-11-23\", \"source\": \"product\", \"sites\": [%s]}",
                         copies[i].site);
      g_autofree char *problem = NULL;
      g_autoptr (MspCatalog) catalog = NULL;

      g_test_message ("%s", copies[i].site);
      g_assert_true (g_file_set_contents (path, json, -1, NULL));
      catalog = msp_catalog_load (folder, &problem, NULL);
      g_assert_nonnull (catalog);
      if (copies[i].problem != NULL)
        {
          g_assert_nonnull (problem);
          g_assert_nonnull (strstr (problem, copies[i].problem));
          g_assert_nonnull (msp_catalog_find_site (catalog, "https://github.com/x"));
        }
      else
        {
          g_assert_null (problem);
          g_assert_nonnull (msp_catalog_find_site (catalog, "https://blog.example.org/a/b"));
          g_assert_null (msp_catalog_find_site (catalog, "https://github.com/x"));
        }
    }

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sites/bundled", test_bundled);
  g_test_add_func ("/sites/copy", test_copy);

  return g_test_run ();
}
