import type { SignOnTrial } from '@hallpass/contract/sign-on-policy'
import { expect, test } from 'vitest'
import type { Catalogue } from '../../strings/catalogue.ts'
import { deRules } from '../../strings/de-rules.ts'
import { deSigningIn } from '../../strings/de-signing-in.ts'
import { formatText } from '../../strings/format.ts'
import { trialSentence } from './trial-sentence.ts'

const german = { ...deRules, ...deSigningIn } as unknown as Catalogue
const strings = {
  t: (key: Parameters<typeof formatText>[2], values?: Parameters<typeof formatText>[3]) =>
    formatText(german, 'de', key, values),
  list: (items: readonly string[]) => new Intl.ListFormat('de').format(items),
}

const trial = (said: Partial<SignOnTrial['said']>, rule: string | null): SignOnTrial => ({
  ...{ outcome: 'allow', sentence: '', signIn: null, demand: null, considered: [] },
  rule: rule === null ? null : { id: '01900000-0000-7000-8000-000000000000', name: rule },
  said: { code: 'allow', person: 'Byrne, Molly', app: null, kinds: [], ...said },
})

test('names with a comma and several factors leave no English in the sentence', () => {
  const kinds = ['totp', 'passkey'] as const
  expect(
    trialSentence(strings, trial({ code: 'second_factor', app: 'Books, Ltd.', kinds: [...kinds] }, 'Two, always')),
  ).toBe(
    'Byrne, Molly würde nach einem zweiten Faktor gefragt, um Books, Ltd. zu öffnen (was zählt: Authenticator-App und Passkey oder Sicherheitsschlüssel), nach der Regel „Two, always“.',
  )
})

test('signing in, and what holds otherwise', () => {
  expect(trialSentence(strings, trial({}, null))).toBe(
    'Byrne, Molly könnte sich ohne weitere Fragen anmelden, denn keine Regel passt, und es gilt, was sonst gilt.',
  )
})

test('an app that is not theirs', () => {
  expect(trialSentence(strings, trial({ code: 'no_access', app: 'Figma' }, null))).toBe(
    'Byrne, Molly hat jetzt keinen Zugriff auf Figma.',
  )
})

test('an app for which they said who people are', () => {
  expect(trialSentence(strings, trial({ code: 'own_change', app: 'Figma' }, null))).toContain(
    'hat festgelegt, was Figma über Personen erfährt',
  )
})
