import type { ConfirmChoices } from '@hallpass/contract/sign-in'
import { describe, expect, test } from 'vitest'
import { bothWanted, choicesFor, wantedProof } from './wanted-proof.ts'

const offer = (kind: 'totp' | 'sms' | 'recovery_codes') => ({
  kind,
  factorId: null,
  name: null,
  passkeyOptions: null,
  number: null,
})
const choices: ConfirmChoices = {
  password: true,
  offers: [offer('totp'), offer('sms'), offer('recovery_codes')],
  challengeId: '0198c0de-0000-7000-8000-000000000001',
  enrol: [],
  restsUntil: null,
  gone: [],
  expiresAt: null,
}
const refused = { code: 'insufficient_user_authentication', max_age: 300 }
const kindsOf = ({ offers }: ConfirmChoices) => offers.map(({ kind }) => kind)

describe('asked to confirm who one is', () => {
  test('by whatever the policy takes, where any fresh proof will do', () => {
    expect(choicesFor(choices, wantedProof(refused))).toEqual(choices)
  })

  test('by a factor and never the password, where the service wants a factor', () => {
    const left = choicesFor(choices, wantedProof({ ...refused, acr_values: 'mfa' }))
    expect([left.password, kindsOf(left)]).toEqual([false, ['totp', 'sms', 'recovery_codes']])
  })

  test('by the kinds alone that the service names', () => {
    const wanted = wantedProof({ ...refused, acr_values: 'mfa', methods: 'otp hwk swk pop' })
    expect(kindsOf(choicesFor(choices, wanted))).toEqual(['totp'])
    expect(bothWanted(wanted, null)).toEqual(wanted)
    expect(bothWanted(null, ['sms', 'totp'])).toEqual(['sms', 'totp'])
    expect(bothWanted(wanted, ['sms', 'totp'])).toEqual(['totp'])
  })

  test('is led to adding one who has none that counts, unless one only rests or was taken away', () => {
    const wanted = wantedProof({ ...refused, acr_values: 'mfa', methods: 'otp hwk swk pop' })
    const none = { ...choices, offers: [offer('sms')] }
    expect(choicesFor(none, wanted)).toMatchObject({ password: false, offers: [], enrol: ['totp', 'passkey', 'push'] })
    expect(choicesFor({ ...none, gone: ['push'] }, wanted).enrol).toEqual([])
    expect(choicesFor({ ...none, restsUntil: '2026-12-01T10:00:00.000Z' }, wanted).enrol).toEqual([])
  })
})
