/** A directory whose certificate is of an authority that nobody named: nothing is sent to it, and every page says what can be said. */
import { ldapPassword } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { isSlapdInstalled, type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type BehindProxy, openBehindProxy } from './testing-behind-proxy.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const next = 'Eleven-Harbours-9'

describe.runIf(isSlapdInstalled())('a directory with a certificate of another authority', () => {
  let stage: BehindProxy
  let other: Slapd
  beforeAll(async () => {
    ;[stage, other] = await Promise.all([openBehindProxy(), startSlapd({ noSync: true })])
  })
  afterAll(async () => {
    await stage?.close()
    await other?.stop()
  })

  const call: BehindProxy['call'] = async (...input) => {
    await stage.world.forgetCounts()
    return stage.call(...input)
  }
  const trust = async (caPem: string) => {
    const { world, slapd, directoryId } = stage
    const ivan = await world.signIn('ivan')
    const { body } = await call('GET', `/api/directories/${directoryId}`, undefined, ivan)
    const { name, version, settings, sync } = body
    const bindPassword = slapd.servicePassword
    const change = { name, version, settings: { ...settings, caPem }, sync, bindPassword }
    const saved = await call('PUT', `/api/directories/${directoryId}`, change, ivan)
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  }

  test('signing in, the rules and a new password end in a word and a page that is good once it is put right', async () => {
    const { world, slapd, proxy, directoryId } = stage
    const { ticket } = await stage.ticketFor('fiona')

    await trust(other.caPem)
    proxy.forget()
    const stranger = await call('POST', '/api/session', { login: 'nobody-at-all', password: ldapPassword })
    const person = await call('POST', '/api/session', { login: 'frank', password: ldapPassword })
    expect([person.status, person.body.code, person.body.detail]).toEqual([
      stranger.status,
      stranger.body.code,
      stranger.body.detail,
    ])
    const rules = await call('POST', '/api/password/tickets/rules', { ticket })
    expect([rules.status, rules.body.code]).toEqual([503, 'directory_silent'])
    const finish = await call('POST', '/api/password/tickets/finish', { ticket, password: next })
    expect([finish.status, finish.body.code]).toEqual([503, 'password_unchanged'])
    // The administrator, and nobody else, is told which fault it is.
    const ivan = await world.signIn('ivan')
    const check = await call('POST', `/api/directories/${directoryId}/check`, {}, ivan)
    expect(check.body).toMatchObject({ ok: false, points: [{ message: expect.stringContaining('certificate') }] })
    const sent = proxy.clientBytes().toString('latin1')
    for (const secret of [ldapPassword, next, slapd.servicePassword, 'uid=frank']) expect(sent).not.toContain(secret)
    for (const { body } of [rules, finish]) expect(JSON.stringify(body)).not.toMatch(/dc=|certificate|127\.0\.0\.1/i)
    expect(await ldapAdmin(slapd).canBind('fiona', ldapPassword)).toBe(true)

    await trust(slapd.caPem)
    expect((await call('POST', '/api/password/tickets/rules', { ticket })).status).toBe(200)
    expect((await call('POST', '/api/password/tickets/finish', { ticket, password: next })).status).toBe(204)
    expect(await ldapAdmin(slapd).canBind('fiona', next)).toBe(true)
    expect((await call('POST', '/api/session', { login: 'frank', password: ldapPassword })).status).toBeLessThan(300)
  })
})
