/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/msp-services.h"
#include "dossier/msp-dossier-pages.h"
#include "dossier/msp-dossier.h"

G_BEGIN_DECLS

/* A dossier that was made and laid out, off the main thread. Not changed any more. */
typedef struct
{
  MspDossier      *dossier; /* (owned) */
  MspDossierPages *pages;   /* (owned) */
} MspDossierDraft;

typedef enum
{
  MSP_DOSSIER_PDF,
  MSP_DOSSIER_HTML,
  MSP_DOSSIER_MARKDOWN,
} MspDossierFormat;

MspDossierDraft *msp_dossier_draft_ref          (MspDossierDraft      *self);
void             msp_dossier_draft_unref        (MspDossierDraft      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspDossierDraft, msp_dossier_draft_unref)

/* Reads the entries of @cycle and makes the draft of them. */
void             msp_dossier_draft_make_async   (MspServices          *services,
                                                 const MspCycle       *cycle,
                                                 const char           *name,
                                                 gboolean              with_private,
                                                 MspPaper              paper,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
MspDossierDraft *msp_dossier_draft_make_finish  (GAsyncResult         *result,
                                                 GError              **error);
void             msp_dossier_draft_write_async  (MspDossierDraft      *self,
                                                 MspDossierFormat      format,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GBytes          *msp_dossier_draft_write_finish (GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
