/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter"

#include "journal/msp-filter.h"

#include "base/msp-text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100
/* More than anybody chooses by hand. */
#define VALUES_MAX 200

static const char *const kind_keys[MSP_N_FILTER_KINDS] = { "type", "gate", "area", "tag" };
static const char *const mark_keys[MSP_N_MARKS] = {
  "status", "in-portal", "high-impact", "link", "reach", "private"
};

MspFilter *
msp_filter_new (void)
{
  MspFilter *self = g_new0 (MspFilter, 1);

  self->query = msp_query_new ();

  return self;
}

MspFilter *
msp_filter_copy (const MspFilter *self)
{
  MspFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (MspFilter, 1);
  copy->query = msp_query_copy (self->query);
  copy->gates = g_strdupv (self->gates);
  copy->cycle = self->cycle;

  return copy;
}

void
msp_filter_free (MspFilter *self)
{
  if (self == NULL)
    return;

  msp_query_free (self->query);
  g_strfreev (self->gates);
  g_free (self);
}

gboolean
msp_filter_equal (const MspFilter *a,
                  const MspFilter *b)
{
  g_autofree char *one = msp_filter_to_text (a);
  g_autofree char *other = msp_filter_to_text (b);

  return g_str_equal (one, other);
}

gboolean
msp_filter_is_empty (const MspFilter *self)
{
  MspQuery choices;

  g_return_val_if_fail (self != NULL, TRUE);

  choices = *self->query;
  choices.search = NULL;

  return self->cycle == 0 && (self->gates == NULL || self->gates[0] == NULL) &&
         !msp_query_is_filtering (&choices);
}

static GStrv *
list_of_kind (const MspFilter *self,
              MspFilterKind    kind)
{
  switch (kind)
    {
    case MSP_FILTER_TYPE:
      return &self->query->types;

    case MSP_FILTER_AREA:
      return &self->query->areas;

    case MSP_FILTER_TAG:
      return &self->query->tags;

    case MSP_FILTER_GATE:
    case MSP_N_FILTER_KINDS:
    default:
      return (GStrv *) &self->gates;
    }
}

const char *const *
msp_filter_get_values (const MspFilter *self,
                       MspFilterKind    kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) *list_of_kind (self, kind);
}

static gboolean
is_same (const char *one,
         const char *other)
{
  g_autofree char *folded = msp_text_fold (one);
  g_autofree char *other_folded = msp_text_fold (other);

  return g_str_equal (folded, other_folded);
}

gboolean
msp_filter_has_value (const MspFilter *self,
                      MspFilterKind    kind,
                      const char      *value)
{
  const char *const *values = msp_filter_get_values (self, kind);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      if (is_same (values[i], value))
        return TRUE;
    }

  return FALSE;
}

void
msp_filter_set_value (MspFilter     *self,
                      MspFilterKind  kind,
                      const char    *value,
                      gboolean       is_chosen)
{
  GStrv *list;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  g_return_if_fail (self != NULL && value != NULL);

  list = list_of_kind (self, kind);
  for (guint i = 0; *list != NULL && (*list)[i] != NULL; i++)
    {
      if (is_same ((*list)[i], value))
        continue;

      g_strv_builder_add (builder, (*list)[i]);
      n++;
    }
  if (is_chosen && n < VALUES_MAX)
    {
      g_strv_builder_add (builder, value);
      n++;
    }

  g_strfreev (*list);
  *list = n > 0 ? g_strv_builder_end (builder) : NULL;
}

void
msp_filter_set_days (MspFilter *self,
                     MspDay     from,
                     MspDay     to)
{
  g_return_if_fail (self != NULL);

  self->cycle = 0;
  self->query->from = from;
  self->query->to = to;
}

void
msp_filter_set_cycle (MspFilter *self,
                      int        year)
{
  msp_filter_set_days (self, MSP_DAY_NONE, MSP_DAY_NONE);
  self->cycle = year;
}

static void
append_line (GString    *text,
             const char *key,
             const char *value)
{
  g_string_append_printf (text, "%s=", key);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (text, "\\n");
      else if (*p == '\r')
        g_string_append (text, "\\r");
      else if (*p == '\\')
        g_string_append (text, "\\\\");
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '\n');
}

static void
append_day (GString    *text,
            const char *key,
            MspDay      day)
{
  g_autofree char *iso = day != MSP_DAY_NONE ? msp_day_to_iso (day) : NULL;

  if (iso != NULL)
    append_line (text, key, iso);
}

static const char *
whether_to_text (MspMark    mark,
                 MspWhether whether)
{
  if (mark == MSP_MARK_STATUS)
    return whether == MSP_WHETHER_YES ? "done" : "planned";

  return whether == MSP_WHETHER_YES ? "yes" : "no";
}

/**
 * msp_filter_to_text:
 * @self: a filter
 *
 * Returns: (transfer full): lines of key=value, of which msp_filter_from_text() makes the same filter
 */
char *
msp_filter_to_text (const MspFilter *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const MspQuery *query;

  g_return_val_if_fail (self != NULL, NULL);

  query = self->query;
  if (!msp_text_is_blank (query->search))
    append_line (text, "search", query->search);
  if (self->cycle != 0)
    g_string_append_printf (text, "cycle=%d\n", self->cycle);
  append_day (text, "from", query->from);
  append_day (text, "to", query->to);
  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    {
      const char *const *values = msp_filter_get_values (self, (MspFilterKind) kind);

      for (guint i = 0; values != NULL && values[i] != NULL; i++)
        append_line (text, kind_keys[kind], values[i]);
    }
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      MspWhether whether = msp_query_get_mark (query, (MspMark) mark);

      if (whether != MSP_WHETHER_ANY)
        append_line (text, mark_keys[mark], whether_to_text ((MspMark) mark, whether));
    }
  append_day (text, "figures-before", query->figures_before);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
unescape (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      const char *letter = *p == '\\' && p[1] != '\0' ? strchr ("nr\\", p[1]) : NULL;

      if (letter == NULL)
        {
          g_string_append_c (text, *p);
          continue;
        }

      g_string_append_c (text, *letter == 'n' ? '\n' : *letter == 'r' ? '\r' : '\\');
      p++;
    }

  return g_string_free (text, FALSE);
}

static gboolean
take_list_value (MspFilter  *self,
                 const char *key,
                 const char *value)
{
  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    {
      if (!g_str_equal (key, kind_keys[kind]))
        continue;

      if (!msp_text_is_blank (value))
        msp_filter_set_value (self, (MspFilterKind) kind, value, TRUE);
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_mark (MspFilter  *self,
           const char *key,
           const char *value)
{
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      if (!g_str_equal (key, mark_keys[mark]))
        continue;

      for (int whether = MSP_WHETHER_YES; whether <= MSP_WHETHER_NO; whether++)
        {
          if (g_ascii_strcasecmp (value, whether_to_text ((MspMark) mark, (MspWhether) whether)) == 0)
            msp_query_set_mark (self->query, (MspMark) mark, (MspWhether) whether);
        }
      return TRUE;
    }

  return FALSE;
}

static void
take_day (MspDay     *day,
          const char *value)
{
  MspDay read;

  if (msp_day_parse (value, &read, NULL))
    *day = read;
}

static void
take_line (MspFilter  *self,
           const char *key,
           const char *value)
{
  gint64 year;

  if (take_list_value (self, key, value) || take_mark (self, key, value))
    return;

  if (g_str_equal (key, "search"))
    {
      g_free (self->query->search);
      self->query->search = g_strdup (value);
    }
  else if (g_str_equal (key, "cycle"))
    {
      if (g_ascii_string_to_signed (value, 10, FIRST_YEAR, LAST_YEAR, &year, NULL))
        self->cycle = (int) year;
    }
  else if (g_str_equal (key, "from"))
    {
      take_day (&self->query->from, value);
    }
  else if (g_str_equal (key, "to"))
    {
      take_day (&self->query->to, value);
    }
  else if (g_str_equal (key, "figures-before"))
    {
      take_day (&self->query->figures_before, value);
    }
}

/**
 * msp_filter_from_text:
 * @text: lines of key=value: search, cycle, from, to, type, gate, area, tag, status, in-portal,
 *   high-impact, link, reach, private and figures-before
 *
 * What cannot be read, such as a key of a later release, is passed over.
 *
 * Returns: (transfer full): the filter
 */
MspFilter *
msp_filter_from_text (const char *text)
{
  MspFilter *self = msp_filter_new ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, self);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');
      g_autofree char *value = equals != NULL ? unescape (equals + 1) : NULL;

      if (value == NULL || !g_utf8_validate (value, -1, NULL))
        continue;

      *equals = '\0';
      take_line (self, lines[i], value);
    }
  if (self->cycle != 0)
    msp_filter_set_cycle (self, self->cycle);

  return self;
}
