import { describe, expect, test } from 'vitest'
import { PasswordRejected } from '../../directory/module.ts'
import { firstNamed, inLanguage, sayIn } from './in-language.ts'

describe('what is said in ServiceNow', () => {
  test.each(['de', 'de-AT', 'de_DE', 'DE'])('is German where somebody speaks %s', (language) => {
    expect(inLanguage(language, 'Salesforce: approved, the account is being made.')).toBe(
      'Salesforce: genehmigt, das Konto wird angelegt.',
    )
  })

  test.each(['en', 'fr', 'den', 'de.', '', null])('is English where somebody speaks %s', (language) => {
    const english = 'Salesforce: approved, the account is being made.'
    expect(inLanguage(language, english)).toBe(english)
  })

  test('is said line by line, and what people wrote stays', () => {
    expect(
      inLanguage('de', 'Salesforce: ready to use until 2026-05-01.\nFigma: not given. Please ask again in spring.'),
    ).toBe('Salesforce: bereit, bis 2026-05-01.\nFigma: nicht vergeben. Please ask again in spring.')
  })

  test.each([
    ['Manager: ready to use.', 'Manager: bereit.'],
    ['day: stopped. The access has ended.', 'day: angehalten. Der Zugang ist zu Ende.'],
    ['Figma $& {1}: ready to use.', 'Figma $& {1}: bereit.'],
    ['Salesforce: not given. “The access has ended.”', 'Salesforce: nicht vergeben. „The access has ended.“'],
    [
      'Salesforce: stopped. “Because. The access has ended.”',
      'Salesforce: angehalten. „Because. The access has ended.“',
    ],
    ['Salesforce: not given. “A. B: not given. C”', 'Salesforce: nicht vergeben. „A. B: not given. C“'],
  ])('leaves names and what a person wrote as they are, known words included: %s', (english, german) => {
    expect(inLanguage('de', english)).toBe(german)
  })

  test.each([
    [
      'Somebody this item rests on is in a directory that is paused. It is decided once that goes on, and ends after a day.',
      /angehalten ist\. Entschieden wird/,
    ],
    [
      'Somebody this item rests on is in a directory that is paused. Order again once that goes on.',
      /angehalten ist\. Bestellen Sie neu/,
    ],
    [
      'Somebody this item rests on is in a directory that does not answer. It is decided once that answers.',
      /das nicht antwortet\. Entschieden wird/,
    ],
  ])('says in German what an item waits for: %s', (english, german) => {
    expect(inLanguage('de', english)).toMatch(german)
  })

  test.each([
    'Hallpass knows nobody like bob, who ordered this item.',
    'Hallpass knows several people like bob, who ordered this item.',
    'This item says that bob ordered it, and was made by nobody that can be seen.',
    'The approval of bob does not count: somebody else wrote it.',
    '“Legal” was not approved by anybody who may decide it. “Manager” was not approved by anybody who may decide it.',
    'The approval by bob does not count: it is older than the order. The approval by ann does not count: it is older than the order.',
    'This access can be had for at most 1 day.',
    'This access can be had for at most 30 days.',
    'It is no longer offered.',
  ])('says all of a reason in German: %s', (reason) => {
    const said = inLanguage('de', `Unknown access: not given. ${reason}`)
    expect(said).toMatch(/^Unbekannter Zugang: nicht vergeben\. /)
    expect(said).not.toMatch(/\b(is|was|of|by|and|access|nobody|several|manager|days?)\b|“Legal/i)
  })

  test('takes no longer for many short sentences than they are long', () => {
    const ms = (count: number) => {
      const text = `Salesforce: not given. ${'A: not given. '.repeat(count)}B.`
      const began = performance.now()
      expect(inLanguage('de', text)).toContain('nicht vergeben')
      return performance.now() - began
    }
    ms(200)
    expect(ms(2000)).toBeLessThan(1000)
  })

  test('takes the first language that anybody named, also one that nobody speaks here', () => {
    expect(firstNamed('', undefined, ' fr ', 'de')).toBe('fr')
    expect(firstNamed(null, '')).toBeNull()
  })

  test.each([
    'Taken back by the person who asked.',
    'The person who asked is no longer active.',
    'This role is no longer in use.',
    'This role can no longer be asked for by this person.',
    'The access has ended.',
    'The access that was to be extended has ended.',
    'Nobody who may decide “Manager” could be found, so it was not approved.',
    'Nobody decided “Manager” in time.',
  ])('says in German why Hallpass ended a request: %s', (reason) => {
    expect(inLanguage('de', reason)).not.toMatch(/\b(the|this|nobody|manager)\b/i)
    expect(inLanguage('de', `Salesforce: stopped. ${reason}`)).toBe(
      `Salesforce: angehalten. ${inLanguage('de', reason)}`,
    )
  })

  test('tells in German, too, why a directory takes no password', () => {
    const faults = new PasswordRejected([
      { reason: 'too_short', minLength: null },
      { reason: 'too_short', minLength: 12 },
      { reason: 'too_long', maxLength: null },
      { reason: 'too_long', maxLength: 64 },
      { reason: 'used_before', historyCount: 5 },
      { reason: 'too_common' },
      { reason: 'contains_name' },
      { reason: 'contains_company_word' },
      { reason: 'too_simple' },
      { reason: 'too_soon', notBefore: null },
      { reason: 'too_soon', notBefore: new Date('2026-03-02T10:00:00Z') },
      { reason: 'current_wrong' },
      { reason: 'not_changeable' },
      { reason: 'refused' },
    ])
    const { message } = sayIn('de', faults)
    expect(message).toContain('braucht mindestens 12 Zeichen')
    expect(message).not.toMatch(/\b(the|password|choose|directory|you)\b/i)
  })
})
