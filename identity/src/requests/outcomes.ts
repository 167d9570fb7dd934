/**
 * Why a request ended where no person said why. Pages and mails say it in their reader's language by the code; the trail
 * keeps the English sentence.
 */
import type { OutcomeCode } from '@hallpass/contract/requests'

export type { OutcomeCode } from '@hallpass/contract/requests'

/** `code` is null where a person typed the reason. */
export type Outcome = { code: OutcomeCode | null; reason: string }

export function outcomeOf(code: OutcomeCode, stage = ''): Outcome {
  return { code, reason: english[code](stage) }
}

/** A reason as a mail says it; what a person typed stays as it is. */
export function reasonInGerman({ code, reason, stage }: Outcome & { stage: string }): string {
  return code === null ? reason : german[code](stage)
}

type Sentences = Record<OutcomeCode, (stage: string) => string>

const english: Sentences = {
  taken_back: () => 'Taken back by the person who asked.',
  asker_inactive: () => 'The person who asked is no longer active.',
  role_unused: () => 'This role is no longer in use.',
  not_offered: () => 'This role can no longer be asked for by this person.',
  access_ended: () => 'The access has ended.',
  extended_access_ended: () => 'The access that was to be extended has ended.',
  nobody_found: (stage) => `Nobody who may decide “${stage}” could be found, so it was not approved.`,
  nobody_decided: (stage) => `Nobody decided “${stage}” in time.`,
}

const german: Sentences = {
  taken_back: () => 'Zurückgezogen von der Person, die ihn gestellt hat.',
  asker_inactive: () => 'Die Person, die ihn gestellt hat, ist nicht mehr aktiv.',
  role_unused: () => 'Diese Rolle wird nicht mehr verwendet.',
  not_offered: () => 'Diese Rolle steht dieser Person nicht mehr offen.',
  access_ended: () => 'Der Zugang ist zu Ende.',
  extended_access_ended: () => 'Der Zugang, der verlängert werden sollte, ist zu Ende.',
  nobody_found: (stage) => `Für „${stage}“ war niemand zu finden, der entscheiden darf. Darum wurde nicht zugestimmt.`,
  nobody_decided: (stage) => `Über „${stage}“ hat niemand rechtzeitig entschieden.`,
}
