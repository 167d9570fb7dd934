import { describe, expect, test } from 'vitest'
import { PasswordRejected } from '../../directory/module.ts'
import { firstNamed, inLanguage, sayIn } from './in-language.ts'

describe('what is said in ServiceNow', () => {
  test.each(['de', 'de-AT', 'DE'])('is German where somebody speaks %s', (language) => {
    expect(inLanguage(language, 'Salesforce: approved, the account is being made.')).toBe(
      'Salesforce: genehmigt, das Konto wird angelegt.',
    )
  })

  test.each(['en', 'fr', 'den', '', null])('is English where somebody speaks %s', (language) => {
    const english = 'Salesforce: approved, the account is being made.'
    expect(inLanguage(language, english)).toBe(english)
  })

  test('is said line by line, and what people wrote stays', () => {
    expect(
      inLanguage('de', 'Salesforce: ready to use until 2026-05-01.\nFigma: not given. Please ask again in spring.'),
    ).toBe('Salesforce: bereit, bis 2026-05-01.\nFigma: nicht vergeben. Please ask again in spring.')
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
