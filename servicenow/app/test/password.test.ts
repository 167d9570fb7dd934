import { describe, expect, it } from 'vitest'
import { takeCallback } from '../src/server/callbacks.ts'
import { answerChallenge, startChallenge } from '../src/server/password/challenge.ts'
import { ownPassword } from '../src/server/password/own-password.ts'
import {
  changePassword,
  lockState,
  resetPassword,
  testConnection,
  unlockAccount,
} from '../src/server/password/reset-password.ts'
import { connected, people, signed } from './connected.ts'
import type { Memory } from './memory-glide.ts'

const secret = 'correct horse battery staple'
const molly = { sysId: people.molly, userName: 'molly', email: 'molly@acme.example', language: 'en' }

function request(glide: Memory, type: string): string {
  const process = glide.add('pwd_process', { type })
  return glide.add('pwd_reset_request', { user: people.molly, process })
}

/** Hallpass as it answers a password request, and the challenge before it. */
function hallpass(glide: Memory, status = 'success', message = ''): void {
  glide.answerWith((call) => {
    if (call.path.endsWith('/challenges')) {
      const offers = [{ kind: 'totp', label: 'Code of your app', number: null }]
      return {
        status: 201,
        body: JSON.stringify({ id: 'ch-1', state: 'waiting', offers, expiresAt: '2027-01-15T09:00:00Z' }),
      }
    }
    if (call.path.endsWith('/answers')) {
      const { code } = JSON.parse(call.body) as { code: string }
      const state = code === '123456' ? 'proven' : 'waiting'
      return {
        body: JSON.stringify({ id: 'ch-1', state, given: code === '111111' ? 1 : 0, offers: [], expiresAt: '' }),
      }
    }
    if (call.path.endsWith('/lock-states')) return { body: JSON.stringify({ locked: 'yes', message: '' }) }
    return { body: JSON.stringify({ status, message }) }
  })
}

function lastBody(glide: Memory): Record<string, unknown> {
  return JSON.parse(glide.said.at(-1)?.body ?? '{}') as Record<string, unknown>
}

/** Every value of every row of the instance. */
function everything(glide: Memory): string {
  return JSON.stringify([...glide.rows].map(([table, rows]) => [table, [...rows]]))
}

describe('a reset in the self-service process', () => {
  it('passes the chosen password on with the proof, and no row of the instance ever holds it', () => {
    const glide = connected()
    hallpass(glide)
    const requestId = request(glide, 'self_service')
    startChallenge(glide, requestId, molly)
    answerChallenge(glide, requestId, 'totp', '123456')
    expect(resetPassword(glide, requestId, secret)).toEqual({ status: 'success', message: '' })
    expect(lastBody(glide)).toEqual({
      requestId,
      person: molly,
      process: 'self_service',
      challengeId: 'ch-1',
      newPassword: secret,
    })
    expect(glide.said.at(-1)?.client).toBe('password')
    expect(everything(glide)).not.toContain(secret)
    expect(everything(glide)).not.toContain('123456')
  })

  it('without a proof says so to Hallpass, which decides', () => {
    const glide = connected()
    hallpass(glide, 'failure', 'Please confirm first that it is you')
    expect(resetPassword(glide, request(glide, 'self_service'), secret)).toEqual({
      status: 'failure',
      message: 'Please confirm first that it is you',
    })
    expect(lastBody(glide).challengeId).toBeNull()
  })

  it('is not tried again and not kept when Hallpass does not answer: the person is asked again', () => {
    const glide = connected()
    expect(resetPassword(glide, request(glide, 'self_service'), secret)).toEqual({
      status: 'failure',
      message: 'try_later',
    })
    expect(glide.said).toHaveLength(1)
    expect(everything(glide)).not.toContain(secret)
  })

  it('may be left pending, and ends with the callback', () => {
    const glide = connected()
    hallpass(glide, 'pending')
    const requestId = request(glide, 'self_service')
    expect(resetPassword(glide, requestId, secret).status).toBe('pending')
    const path = `/api/x_hlps_access/v1/callback/password-requests/${requestId}`
    const callback = signed(glide, path, { status: 'success', message: '' })
    expect(takeCallback(glide, 'passwordRequest', callback, requestId)).toMatchObject({ status: 200 })
    expect(glide.subflows).toEqual([
      {
        name: 'global.update_password_reset_request_status',
        inputs: {
          password_reset_request: { table: 'pwd_reset_request', id: requestId },
          status: 'Completed With Success',
          error_message: '',
        },
      },
    ])
  })
})

describe('a reset in the service-desk process', () => {
  it('leaves the supplied or generated password behind and has a link sent', () => {
    for (const type of ['service_desk', '', 'something new']) {
      const glide = connected()
      hallpass(glide, 'link_sent')
      expect(resetPassword(glide, request(glide, type), secret)).toEqual({ status: 'success', message: 'link_sent' })
      expect(lastBody(glide)).toMatchObject({ process: 'service_desk' })
      expect(glide.said[0]?.body).not.toContain(secret)
    }
  })
})

describe('the other subflows', () => {
  it('change, unlock, look at the lock and test the connection', () => {
    const glide = connected()
    hallpass(glide)
    const requestId = request(glide, 'self_service')
    expect(changePassword(glide, requestId, 'old one', secret).status).toBe('success')
    expect(lastBody(glide)).toEqual({ requestId, person: molly, oldPassword: 'old one', newPassword: secret })
    expect(unlockAccount(glide, requestId).status).toBe('success')
    expect(lockState(glide, requestId)).toEqual({ status: 'success', locked: 'true', message: '' })
    expect(lastBody(glide)).toEqual({ requestId, person: molly, challengeId: null })
    expect(testConnection(glide).status).toBe('success')
  })

  it('in a clone fail with words, and no call leaves', () => {
    const glide = connected()
    glide.set('instance_id', 'i-2')
    const requestId = request(glide, 'self_service')
    for (const done of [
      resetPassword(glide, requestId, secret),
      unlockAccount(glide, requestId),
      testConnection(glide),
    ]) {
      expect(done.status).toBe('failure')
    }
    expect(glide.said).toEqual([])
  })
})

describe('the page "Reset my password"', () => {
  it('goes from the proof to the new password', () => {
    const glide = connected()
    hallpass(glide)
    const begun = ownPassword(glide, people.molly, {})
    expect(begun).toMatchObject({ state: 'waiting', offers: [{ kind: 'totp' }] })
    const { requestId } = begun
    expect(
      ownPassword(glide, people.molly, { requestId, action: 'answer', kind: 'totp', code: '000000' }),
    ).toMatchObject({
      state: 'waiting',
      message: 'code_wrong',
    })
    expect(
      ownPassword(glide, people.molly, { requestId, action: 'answer', kind: 'sms', code: '111111' }),
    ).toMatchObject({
      state: 'waiting',
      message: 'one_more',
    })
    expect(ownPassword(glide, people.molly, { requestId, action: 'answer', kind: 'totp', code: '123456' }).state).toBe(
      'proven',
    )
    expect(ownPassword(glide, people.molly, { requestId, action: 'set', newPassword: secret }).state).toBe('done')
    expect(everything(glide)).not.toContain(secret)
  })

  it('takes up no request that another person began', () => {
    const glide = connected()
    hallpass(glide)
    const { requestId } = ownPassword(glide, people.molly, {})
    const before = glide.said.length
    expect(ownPassword(glide, people.ida, { requestId, action: 'set', newPassword: secret }).state).toBe('failed')
    expect(glide.said).toHaveLength(before)
  })

  it('shows whoever is not signed in the way to the page of Hallpass', () => {
    const glide = connected()
    expect(ownPassword(glide, '', {})).toMatchObject({
      state: 'signed_out',
      link: 'https://hallpass.acme.example/password',
    })
  })
})
