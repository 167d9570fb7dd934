/**
 * A directory that takes ten seconds for every answer: whoever belongs to it gets a clear word and a page that is good
 * later, and everybody else notices nothing.
 */
import { ldapPassword } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { isSlapdInstalled } from '@hallpass/counterparts/slapd'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Delay } from './credentials/at-deadline.ts'
import { password } from './testing-app.ts'
import { type BehindProxy, openBehindProxy } from './testing-behind-proxy.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const next = 'Eleven-Harbours-9'
/** What each answer of the directory is held back by; longer than anything here waits for it. */
const delayMs = 10_000

describe.runIf(isSlapdInstalled())('a directory slow by ten seconds', () => {
  let stage: BehindProxy
  /** What is waited for in the service, as the test has it: nothing up to so many milliseconds, else until the work is done. */
  let passedMs = 0
  const delay: Delay = (milliseconds, _signal, settled) => (milliseconds <= passedMs ? Promise.resolve() : settled)

  beforeAll(async () => {
    stage = await openBehindProxy({ delay })
  })
  afterEach(async () => {
    passedMs = 0
    quickAgain()
    await stage.world.forgetCounts()
  })
  afterAll(() => stage?.close())

  const slow = () => {
    stage.proxy.cutAll()
    stage.proxy.rules.delayMs = delayMs
  }
  const quickAgain = () => {
    stage.proxy.heal()
    stage.proxy.cutAll()
  }
  const signIn = (login: string, text: string) => stage.call('POST', '/api/session', { login, password: text })
  const words = ({ status, body }: Awaited<ReturnType<typeof signIn>>) => [status, body.code, body.detail]

  test('whoever signs in gets the answer of a stranger by the clock, and in once it is quick again', async () => {
    slow()
    passedMs = delayMs
    const stranger = await signIn('nobody-at-all', ldapPassword)
    const held = await signIn('frank', ldapPassword)
    expect(words(held)).toEqual(words(stranger))
    expect(held.status).toBe(401)
    // The directory has not answered yet: nothing that it says later changes what was told.
    passedMs = 0
    quickAgain()
    const back = await signIn('frank', ldapPassword)
    expect([back.status, back.body.kind]).not.toEqual([401, undefined])
    expect(back.status).toBeLessThan(300)
  })

  test('nobody of another directory waits: not while twenty hang, and not who has a namesake there', async () => {
    const { world, directoryId, call } = stage
    slow()
    passedMs = delayMs
    await Promise.all(Array.from({ length: 20 }, (_, n) => signIn(['frank', 'fiona', 'sio'][n % 3] ?? '', `no-${n}`)))
    passedMs = 500
    // Molly of the built-in directory; another Molly is in the slow one.
    const namesakes = await world.app.directory.findByLogin(world.app.foundation.db, 'molly')
    expect(namesakes.map(({ directoryId: home }) => home === directoryId).sort()).toEqual([false, true])
    const right = await signIn('molly', password)
    expect([right.status < 300, right.ms < delayMs]).toEqual([true, true])
    for (const url of ['/health/live', '/health/ready']) {
      const health = await call('GET', url)
      expect([url, health.status, health.ms < delayMs]).toEqual([url, 200, true])
    }
  })

  test('a forgotten password is asked for and proven as ever; the rules are said to be out of reach, and the page stays good', async () => {
    const { world, slapd, call, ticketFor } = stage
    slow()
    const { started, ticket } = await ticketFor('fiona')
    expect([started.status, started.ms < delayMs]).toEqual([202, true])
    const [rules, finish] = await Promise.all([
      call('POST', '/api/password/tickets/rules', { ticket }),
      call('POST', '/api/password/tickets/finish', { ticket, password: next }),
    ])
    expect([rules.status, rules.body.code, rules.ms < delayMs]).toEqual([503, 'directory_silent', true])
    expect([finish.status, finish.body.code, finish.ms < delayMs]).toEqual([503, 'password_unchanged', true])
    for (const { body } of [rules, finish]) expect(JSON.stringify(body)).not.toMatch(/dc=|ldap|127\.0\.0\.1/i)
    const intents = await world.app.audit.openIntents(world.app.foundation.db)
    expect(intents.filter(({ action }) => action.startsWith('password'))).toEqual([])
    const admin = ldapAdmin(slapd)
    expect(await admin.canBind('fiona', ldapPassword)).toBe(true)
    quickAgain()
    expect((await call('POST', '/api/password/tickets/rules', { ticket })).status).toBe(200)
    expect((await call('POST', '/api/password/tickets/finish', { ticket, password: next })).status).toBe(204)
    expect(await admin.canBind('fiona', next)).toBe(true)
  })
})
