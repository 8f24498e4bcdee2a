/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-wizard"

#include "app/widgets/msp-wizard.h"

/**
 * MspWizard:
 *
 * Where somebody is in the questionnaire: the answers so far, kept in the settings so that they
 * survive a restart, and the question shown.
 */
struct _MspWizard
{
  GObject            parent_instance;

  MspCatalog        *catalog;  /* (owned) (not nullable) */
  GSettings         *settings; /* (owned) (nullable) */
  MspAnswers        *answers;  /* (owned) (not nullable) */
  GPtrArray         *path;     /* (owned) (not nullable) (element-type MspQuestion) */
  const MspQuestion *question; /* (nullable): NULL if there is none */
};

G_DEFINE_FINAL_TYPE (MspWizard, msp_wizard, G_TYPE_OBJECT)

static void
find_path (MspWizard *self)
{
  g_clear_pointer (&self->path, g_ptr_array_unref);
  self->path = msp_questionnaire_path (self->answers);
}

/* The place of the current question on the path; the end of it if it is no longer there. */
static guint
find_position (MspWizard *self)
{
  guint index = 0;

  if (!g_ptr_array_find (self->path, self->question, &index))
    index = MAX (self->path->len, 1) - 1;

  return index;
}

static void
go_to (MspWizard *self,
       guint      position)
{
  self->question = position < self->path->len ? g_ptr_array_index (self->path, position) : NULL;
}

static void
save (MspWizard *self)
{
  g_autofree char *json = NULL;

  if (self->settings == NULL)
    return;

  if (msp_answers_count (self->answers) > 0)
    json = msp_answers_to_json (self->answers);
  g_settings_set_string (self->settings, "wizard-answers", json != NULL ? json : "");
}

/* Answers that the catalogue no longer knows are dropped, all of them. */
static void
load (MspWizard *self)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  if (self->settings == NULL)
    return;

  json = g_settings_get_string (self->settings, "wizard-answers");
  if (*json != '\0' && !msp_answers_load_json (self->answers, json, -1, &error))
    {
      g_message ("Answers left aside: %s", error->message);
      g_clear_object (&self->answers);
      self->answers = msp_answers_new (self->catalog);
    }
}

static void
msp_wizard_finalize (GObject *object)
{
  MspWizard *self = MSP_WIZARD (object);

  g_clear_pointer (&self->path, g_ptr_array_unref);
  g_clear_object (&self->answers);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (msp_wizard_parent_class)->finalize (object);
}

static void
msp_wizard_class_init (MspWizardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_wizard_finalize;
}

static void
msp_wizard_init (MspWizard *self)
{
}

/**
 * msp_wizard_new:
 * @catalog: the questions
 * @settings: (nullable): where half-done answers are kept
 *
 * Returns: (transfer full): a wizard with the answers left from the last time
 */
MspWizard *
msp_wizard_new (MspCatalog *catalog,
                GSettings  *settings)
{
  MspWizard *self;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  self = g_object_new (MSP_TYPE_WIZARD, NULL);
  self->catalog = g_object_ref (catalog);
  g_set_object (&self->settings, settings);
  self->answers = msp_answers_new (catalog);
  load (self);
  find_path (self);
  go_to (self, 0);

  return self;
}

gboolean
msp_wizard_is_half_done (MspWizard *self)
{
  return msp_wizard_count_answers (self) > 0;
}

guint
msp_wizard_count_answers (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), 0);

  return msp_answers_count (self->answers);
}

/**
 * msp_wizard_start:
 * @self: a wizard
 * @answers: (nullable): answers to begin with, copied
 *
 * Goes to the first question, with no answers but @answers.
 */
void
msp_wizard_start (MspWizard  *self,
                  MspAnswers *answers)
{
  g_return_if_fail (MSP_IS_WIZARD (self));

  g_clear_object (&self->answers);
  self->answers = answers != NULL ? msp_answers_copy (answers) : msp_answers_new (self->catalog);
  save (self);
  find_path (self);
  go_to (self, 0);
}

/**
 * msp_wizard_resume:
 * @self: a wizard
 *
 * Goes to the question behind the last one answered.
 */
void
msp_wizard_resume (MspWizard *self)
{
  guint position = 0;

  g_return_if_fail (MSP_IS_WIZARD (self));

  find_path (self);
  for (guint i = 0; i < self->path->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (self->path, i);

      if (msp_answers_get (self->answers, question->id) != NULL)
        position = i + 1;
    }

  go_to (self, MIN (position, MAX (self->path->len, 1) - 1));
}

/**
 * msp_wizard_finish:
 * @self: a wizard
 *
 * The result is there: nothing is half done any more.
 */
void
msp_wizard_finish (MspWizard *self)
{
  msp_wizard_start (self, NULL);
}

/**
 * msp_wizard_get_question:
 * @self: a wizard
 *
 * Returns: (nullable): the question to show
 */
const MspQuestion *
msp_wizard_get_question (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), NULL);

  return self->question;
}

/* From 0. */
guint
msp_wizard_get_position (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), 0);

  return find_position (self);
}

/* As many as there are if nothing more is answered. */
guint
msp_wizard_count_questions (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), 0);

  return self->path->len;
}

gboolean
msp_wizard_is_last (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), FALSE);

  return find_position (self) + 1 >= self->path->len;
}

/**
 * msp_wizard_go_next:
 * @self: a wizard
 *
 * Returns: %FALSE if the question was the last that matters
 */
gboolean
msp_wizard_go_next (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), FALSE);

  if (msp_wizard_is_last (self))
    return FALSE;

  go_to (self, find_position (self) + 1);

  return TRUE;
}

/**
 * msp_wizard_go_back:
 * @self: a wizard
 *
 * Returns: %FALSE if the question was the first
 */
gboolean
msp_wizard_go_back (MspWizard *self)
{
  guint position;

  g_return_val_if_fail (MSP_IS_WIZARD (self), FALSE);

  position = find_position (self);
  if (position == 0)
    return FALSE;

  go_to (self, position - 1);

  return TRUE;
}

/**
 * msp_wizard_get_values:
 * @self: a wizard
 *
 * Returns: (nullable) (transfer none): the answer to the question shown
 */
const char *const *
msp_wizard_get_values (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), NULL);

  return self->question != NULL ? msp_answers_get (self->answers, self->question->id) : NULL;
}

/**
 * msp_wizard_set_values:
 * @self: a wizard
 * @values: (nullable): the answer to the question shown; %NULL takes it back
 *
 * Answers the question, keeps that in the settings, and finds out what can still matter.
 */
void
msp_wizard_set_values (MspWizard         *self,
                       const char *const *values)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MSP_IS_WIZARD (self));

  if (self->question == NULL)
    return;

  if (values == NULL)
    msp_answers_clear (self->answers, self->question->id);
  else if (!msp_answers_set (self->answers, self->question->id, values, &error))
    g_warning ("%s", error->message);

  save (self);
  find_path (self);
}

MspAnswers *
msp_wizard_get_answers (MspWizard *self)
{
  g_return_val_if_fail (MSP_IS_WIZARD (self), NULL);

  return self->answers;
}
