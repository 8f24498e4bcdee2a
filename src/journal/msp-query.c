/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-query"

#include "journal/msp-query.h"

MspQuery *
msp_query_new (void)
{
  return g_new0 (MspQuery, 1);
}

MspQuery *
msp_query_copy (const MspQuery *self)
{
  MspQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  copy->types = g_strdupv (self->types);
  copy->gate_types = g_strdupv (self->gate_types);
  copy->areas = g_strdupv (self->areas);
  copy->tags = g_strdupv (self->tags);
  copy->ids = g_strdupv (self->ids);

  return copy;
}

void
msp_query_free (MspQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->search);
  g_strfreev (self->types);
  g_strfreev (self->gate_types);
  g_strfreev (self->areas);
  g_strfreev (self->tags);
  g_strfreev (self->ids);
  g_free (self);
}

static gboolean
is_given (const GStrv values)
{
  return values != NULL && values[0] != NULL;
}

static gboolean
equal_lists (const GStrv a,
             const GStrv b)
{
  if (!is_given (a) || !is_given (b))
    return is_given (a) == is_given (b);

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
equal_whether (const MspQuery *a,
               const MspQuery *b)
{
  return a->in_portal == b->in_portal && a->high_impact == b->high_impact &&
         a->has_link == b->has_link && a->has_reach == b->has_reach &&
         a->is_private == b->is_private;
}

gboolean
msp_query_equal (const MspQuery *a,
                 const MspQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->search, b->search) == 0 && a->from == b->from && a->to == b->to &&
         equal_lists (a->types, b->types) && equal_lists (a->gate_types, b->gate_types) &&
         equal_lists (a->areas, b->areas) && equal_lists (a->tags, b->tags) &&
         equal_lists (a->ids, b->ids) && a->status == b->status && equal_whether (a, b) &&
         a->figures_before == b->figures_before && a->trash == b->trash && a->sort == b->sort &&
         a->reversed == b->reversed && a->limit == b->limit;
}

gboolean
msp_query_is_filtering (const MspQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->search != NULL && *self->search != '\0') || self->from != MSP_DAY_NONE ||
         self->to != MSP_DAY_NONE || is_given (self->types) || is_given (self->gate_types) ||
         is_given (self->areas) || is_given (self->tags) || is_given (self->ids) ||
         self->status != MSP_STATUS_FILTER_ANY || self->in_portal != MSP_WHETHER_ANY ||
         self->high_impact != MSP_WHETHER_ANY || self->has_link != MSP_WHETHER_ANY ||
         self->has_reach != MSP_WHETHER_ANY || self->is_private != MSP_WHETHER_ANY ||
         self->figures_before != MSP_DAY_NONE;
}

MspWhether
msp_query_get_mark (const MspQuery *self,
                    MspMark         mark)
{
  g_return_val_if_fail (self != NULL, MSP_WHETHER_ANY);

  switch (mark)
    {
    case MSP_MARK_STATUS:
      return self->status == MSP_STATUS_FILTER_ANY ? MSP_WHETHER_ANY
             : self->status == MSP_STATUS_FILTER_DONE ? MSP_WHETHER_YES : MSP_WHETHER_NO;

    case MSP_MARK_IN_PORTAL:
      return self->in_portal;

    case MSP_MARK_HIGH_IMPACT:
      return self->high_impact;

    case MSP_MARK_LINK:
      return self->has_link;

    case MSP_MARK_REACH:
      return self->has_reach;

    case MSP_MARK_PRIVATE:
      return self->is_private;

    case MSP_N_MARKS:
    default:
      g_return_val_if_reached (MSP_WHETHER_ANY);
    }
}

void
msp_query_set_mark (MspQuery   *self,
                    MspMark     mark,
                    MspWhether  whether)
{
  g_return_if_fail (self != NULL && mark < MSP_N_MARKS);

  if (mark == MSP_MARK_STATUS)
    self->status = whether == MSP_WHETHER_ANY ? MSP_STATUS_FILTER_ANY
                   : whether == MSP_WHETHER_YES ? MSP_STATUS_FILTER_DONE : MSP_STATUS_FILTER_PLANNED;
  else if (mark == MSP_MARK_IN_PORTAL)
    self->in_portal = whether;
  else if (mark == MSP_MARK_HIGH_IMPACT)
    self->high_impact = whether;
  else if (mark == MSP_MARK_LINK)
    self->has_link = whether;
  else if (mark == MSP_MARK_REACH)
    self->has_reach = whether;
  else
    self->is_private = whether;
}
