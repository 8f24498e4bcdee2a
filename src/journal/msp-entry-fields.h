/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* Fields of an entry; its figures and files are not among them, for each of those is given or not. */
typedef enum
{
  MSP_ENTRY_TITLE = 1 << 0,
  MSP_ENTRY_DESCRIPTION = 1 << 1,
  MSP_ENTRY_PRIVATE_DESCRIPTION = 1 << 2,
  MSP_ENTRY_DATE = 1 << 3,
  MSP_ENTRY_DATE_END = 1 << 4,
  MSP_ENTRY_URL = 1 << 5,
  MSP_ENTRY_TYPE = 1 << 6,
  MSP_ENTRY_AREA = 1 << 7,
  MSP_ENTRY_ADDITIONAL_AREAS = 1 << 8,
  MSP_ENTRY_AUDIENCE = 1 << 9,
  MSP_ENTRY_ROLE = 1 << 10,
  MSP_ENTRY_QUANTITY = 1 << 11,
  MSP_ENTRY_IS_PRIVATE = 1 << 12,
  MSP_ENTRY_IS_HIGH_IMPACT = 1 << 13,
  MSP_ENTRY_STATUS = 1 << 14,
  MSP_ENTRY_IN_PORTAL = 1 << 15,
  MSP_ENTRY_MICROSOFT_EVENT = 1 << 16,
  MSP_ENTRY_MICROSOFT_EVENT_OTHER = 1 << 17,
  MSP_ENTRY_TAGS = 1 << 18,
  MSP_ENTRY_NOTES = 1 << 19,
  MSP_ENTRY_LINKS = 1 << 20,
} MspEntryFields;

/* By its name in JSON; 0: it is none of them. */
MspEntryFields   msp_entry_fields_named  (const char            *name);
/* Those that a new entry does not have as they are in @entry. */
MspEntryFields   msp_entry_fields_filled (const MspContribution *entry);
/* Takes @fields of @from into @entry, and all of its figures and files; what is already so keeps its
 * day. */
void             msp_entry_fields_take   (MspContribution       *entry,
                                          const MspContribution *from,
                                          MspEntryFields         fields);

/* An entry in few bytes, to be unpacked by the same process: without id and times. */
GBytes          *msp_entry_fields_pack   (const MspContribution *entry);
MspContribution *msp_entry_fields_unpack (GBytes                *packed);

G_END_DECLS
