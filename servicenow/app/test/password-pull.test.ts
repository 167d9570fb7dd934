import { describe, expect, it } from 'vitest'
import { ownPassword } from '../src/server/password/own-password.ts'
import {
  changePassword,
  lockState,
  resetPassword,
  testConnection,
  unlockAccount,
} from '../src/server/password/reset-password.ts'
import { sendLink } from '../src/server/password/send-link.ts'
import { sendCall, takeAnswer } from '../src/server/send-call.ts'
import { connected, people } from './connected.ts'
import type { Memory } from './memory-glide.ts'

const secret = 'correct horse battery staple'
const molly = { sysId: people.molly, userName: 'molly', email: 'molly@acme.example', language: 'en' }
const page = 'https://hallpass.acme.example/password/forgot'

function pulled(): { glide: Memory; requestId: string } {
  const glide = connected()
  glide.set('x_hlps_access.mode', 'pull')
  const process = glide.add('pwd_process', { type: 'self_service' })
  return { glide, requestId: glide.add('pwd_reset_request', { user: people.molly, process }) }
}
const calls = (glide: Memory) => glide.all('x_hlps_access_call')

/** Hallpass has written its answer into the row. */
function answered(glide: Memory, status: number, body: unknown, attempts = 1): void {
  const [call] = calls(glide)
  takeAnswer(glide, call?.id ?? '', { status, body: JSON.stringify(body), error: '', retryAfter: null }, attempts)
}

describe('passwords where the instance cannot reach Hallpass', () => {
  it('leave the password behind, ask for a link once, and stay pending', () => {
    const { glide, requestId } = pulled()
    for (let time = 0; time < 2; time++)
      expect(resetPassword(glide, requestId, secret)).toEqual({ status: 'pending', message: 'link_coming' })
    expect(calls(glide)).toMatchObject([
      { kind: 'password', subject: requestId, method: 'POST', path: '/desk/v1/password-resets', state: 'waiting' },
    ])
    expect(JSON.parse(calls(glide)[0]?.body ?? '')).toEqual({
      requestId,
      person: molly,
      process: 'service_desk',
      challengeId: null,
    })
    expect(JSON.stringify([...glide.rows].map(([table, rows]) => [table, [...rows]]))).not.toContain(secret)
    sendCall(glide, calls(glide)[0]?.id ?? '')
    expect(glide.said).toEqual([])
  })

  it('end only when Hallpass says so; the answer that a link was sent does not', () => {
    const { glide, requestId } = pulled()
    expect(unlockAccount(glide, requestId).status).toBe('pending')
    answered(glide, 200, { status: 'pending', message: 'If Hallpass knows this person …' })
    expect(calls(glide)).toMatchObject([{ path: '/desk/v1/unlocks', state: 'answered', settled: 'true' }])
    expect(glide.subflows).toEqual([])
  })

  it('end at once when Hallpass refuses', () => {
    const { glide, requestId } = pulled()
    resetPassword(glide, requestId, secret)
    answered(glide, 404, { code: 'not_found' })
    expect(glide.subflows).toMatchObject([
      {
        inputs: {
          status: 'Completed With Failure',
          error_message: 'try_later',
          password_reset_request: { id: requestId },
        },
      },
    ])
  })

  it('end at once when the door of Hallpass for passwords is closed', () => {
    const { glide, requestId } = pulled()
    resetPassword(glide, requestId, secret)
    answered(glide, 403, { code: 'servicenow_closed', detail: 'No more are taken.' })
    expect(calls(glide)).toMatchObject([{ state: 'refused', settled: 'true', status_code: '403' }])
    expect(glide.subflows).toMatchObject([{ inputs: { error_message: 'try_later' } }])
  })

  it('wait longer each time Hallpass says later, and not for ever', () => {
    const { glide, requestId } = pulled()
    resetPassword(glide, requestId, secret)
    answered(glide, 429, { code: 'too_many_tries' }, 3)
    expect(calls(glide)).toMatchObject([{ state: 'waiting', attempts: '3' }])
    expect(glide.subflows).toEqual([])
    answered(glide, 429, { code: 'too_many_tries' }, 40)
    expect(calls(glide)).toMatchObject([{ state: 'given_up' }])
    expect(glide.subflows).toMatchObject([{ inputs: { error_message: 'try_later' } }])
  })

  it('of which Hallpass must be asked at once show the way to its page', () => {
    const { glide, requestId } = pulled()
    const words = { status: 'failure', message: `elsewhere | ${page}` }
    expect(changePassword(glide, requestId, 'old one', secret)).toEqual(words)
    expect(lockState(glide, requestId)).toMatchObject(words)
    expect(ownPassword(glide, people.molly, {})).toMatchObject({ state: 'elsewhere', link: page })
    expect(ownPassword(glide, people.molly, { action: 'set', newPassword: secret }).state).toBe('elsewhere')
    expect([glide.said, calls(glide)]).toEqual([[], []])
  })

  it('an agent’s link is asked for by the outbox as well', () => {
    const { glide } = pulled()
    // Nothing of the agent's ends when the person has set it.
    expect(sendLink(glide, people.molly, people.marcus)).toEqual({ ok: true, message: 'agents_link_coming' })
    expect(calls(glide)).toHaveLength(1)
  })

  it('work in the bound instance only', () => {
    const { glide, requestId } = pulled()
    expect(testConnection(glide)).toEqual({ status: 'success', message: '' })
    glide.set('instance_id', 'i-2')
    expect(testConnection(glide).status).toBe('failure')
    expect(resetPassword(glide, requestId, secret)).toEqual({ status: 'failure', message: 'try_later' })
    expect(calls(glide)).toEqual([])
  })
})
