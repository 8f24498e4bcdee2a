/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSP_SHARED_TEXT_MAX 20000 /* bytes that are looked at */

/**
 * MspSharedText:
 *
 * What a text that was pasted or dropped says of an entry. Never NULL; empty where it says nothing.
 */
typedef struct
{
  char *url;
  char *title;
  char *description;
} MspSharedText;

/* (transfer full): "Title https://…", a link in Markdown, a title above its link, a link or a text
 * alone. What is longer than MSP_SHARED_TEXT_MAX is cut. */
MspSharedText *msp_shared_text_parse (const char    *text);
void           msp_shared_text_free  (MspSharedText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspSharedText, msp_shared_text_free)

G_END_DECLS
