import { expect, test } from 'vitest'
import { textsFor } from './mail-texts.ts'
import { outcomeOf } from './outcomes.ts'

const facts = {
  requester: 'Molly Byrne',
  beneficiary: 'Molly Byrne',
  isForOther: false,
  isExtension: false,
  role: 'Salesforce users',
  durationDays: 30,
  reason: 'Spring campaign',
  stage: 'Manager',
  denyAt: null,
  by: '',
  text: '',
  link: 'https://id.acme.example/requests/1',
}

test('a mail gives the reason in the language of its reader', () => {
  const mail = (locale: string) =>
    textsFor(locale).tell('denied', { ...facts, outcome: outcomeOf('nobody_decided', 'Manager') }).text
  expect(mail('en')).toContain('Nobody decided “Manager” in time.')
  expect(mail('de')).toContain('Über „Manager“ hat niemand rechtzeitig entschieden.')
})

test('what a person wrote as a reason stays as it is in every language', () => {
  const outcome = { code: null, reason: 'Too expensive' }
  for (const locale of ['en', 'de'])
    expect(textsFor(locale).tell('denied', { ...facts, outcome }).text).toContain('Too expensive')
})
