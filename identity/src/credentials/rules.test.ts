import { describe, expect, it } from 'vitest'
import type { PasswordPolicy, Person } from '../directory/module.ts'
import { forbiddenWordsOf, namePartsOf, notBeforeOf, rulesOf } from './rules.ts'

const policy: PasswordPolicy = {
  minLength: 12,
  maxLength: 64,
  historyCount: 5,
  minAgeSeconds: 86_400,
  maxAgeSeconds: null,
  lockoutTries: 5,
  furtherChecks: true,
  refusesCommon: true,
  classes: null,
  refusesNameParts: false,
}

describe('the rules of a password', () => {
  it('are one sentence each, and the minimum age is shown for an own change only', () => {
    expect(rulesOf(policy, 'change').map(({ sentence }) => sentence)).toEqual([
      'At least 12 characters',
      'At most 64 characters',
      'Not your name, login or company with a little added',
      'Not on the lists of passwords that attackers try first',
      'None of your last 5 passwords',
      'Can be changed once in a day',
      'Your directory checks more than it tells: the longer, the safer',
    ])
    expect(rulesOf(policy, 'reset').map(({ code }) => code)).not.toContain('age_min')
  })

  it('do not promise for a reset what the directory holds to in an own change alone', () => {
    const samba: PasswordPolicy = { ...policy, resetIgnoresHistory: true }
    expect(rulesOf(samba, 'reset').map(({ code }) => code)).not.toContain('history')
    expect(rulesOf(samba, 'change').map(({ code }) => code)).toContain('history')
    expect(rulesOf(policy, 'reset').map(({ code }) => code)).toContain('history')
  })

  it('of Active Directory name the kinds of characters, and the parts of a name that it refuses', () => {
    const windows: PasswordPolicy = { ...policy, refusesCommon: false, classes: 3, refusesNameParts: true }
    const rules = rulesOf(windows, 'reset')
    expect(rules.find(({ code }) => code === 'classes_min')?.value).toBe(3)
    // The company's name is no rule of theirs, so it is not promised.
    expect(rules.map(({ code }) => code)).toContain('no_name_parts')
    expect(rules.map(({ code }) => code)).not.toContain('no_personal_words')
    const wendy = { login: 'wendy', displayName: 'Wendy Alder-Xu' } as Person
    expect(namePartsOf(wendy)).toEqual(['wendy', 'alder'])
  })

  it('say nothing where the directory says nothing', () => {
    const silent: PasswordPolicy = {
      minLength: null,
      maxLength: null,
      historyCount: 0,
      minAgeSeconds: null,
      maxAgeSeconds: null,
      lockoutTries: null,
      furtherChecks: false,
      refusesCommon: false,
      classes: null,
      refusesNameParts: false,
    }
    expect(rulesOf(silent, 'change')).toEqual([])
  })

  it.each([
    [3600, 'an hour'],
    [7200, '2 hours'],
    [90, '90 seconds'],
    [172_800, '2 days'],
  ])('count a minimum age of %i seconds in words', (minAgeSeconds, words) => {
    const [rule] = rulesOf({ ...policy, minAgeSeconds }, 'change').filter(({ code }) => code === 'age_min')
    expect(rule?.sentence).toBe(`Can be changed once in ${words}`)
  })

  it('name the moment from which a change is possible again', () => {
    const changedAt = new Date('2026-03-02T08:00:00Z')
    expect(notBeforeOf(policy, changedAt, new Date('2026-03-02T09:00:00Z'))?.toISOString()).toBe(
      '2026-03-03T08:00:00.000Z',
    )
    expect(notBeforeOf(policy, changedAt, new Date('2026-03-03T08:00:00Z'))).toBeNull()
    expect(notBeforeOf(policy, null, changedAt)).toBeNull()
  })

  it('forbid the words of a person, whatever letters their name is written in', () => {
    const person = {
      login: 'sio',
      displayName: "Siobhán O'Neill",
      givenName: 'Siobhán',
      familyName: "O'Neill",
      mail: 'sio.design@acme.example',
    } as Person
    expect(forbiddenWordsOf(person, 'Acme')).toEqual(['sio', 'siobhán', "o'neill", 'design', 'acme'])
    expect(forbiddenWordsOf({ ...person, displayName: 'عمر حداد' }, 'Acme')).toContain('حداد')
  })
})
