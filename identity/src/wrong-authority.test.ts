/** A directory whose certificate is of an authority that nobody named: nothing is sent to it, and every page says what can be said. */
import { ldapPassword } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { isSlapdInstalled, type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Caller, openPage, openTestApp, operator, type TestApp } from './testing-app.ts'
import { connectLdap } from './testing-directories.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const next = 'Eleven-Harbours-9'

describe.runIf(isSlapdInstalled())('a directory with a certificate of another authority', () => {
  let world: TestApp
  let slapd: Slapd
  let other: Slapd
  let proxy: TcpProxy
  let directoryId: string
  let page: Caller
  beforeAll(async () => {
    world = await openTestApp({ HALLPASS_INTERNAL_HOSTS: '*' })
    ;[slapd, other] = await Promise.all([startSlapd({ noSync: true }), startSlapd({ noSync: true })])
    proxy = await startTcpProxy({ port: slapd.tlsPort })
    const { db } = world.app.foundation
    const { directory } = world.app
    const sync = { ownMailDomains: ['acme.example'] }
    directoryId = await connectLdap({ db, directory }, slapd, { port: proxy.port, sync })
    await directory.syncNow(directoryId, operator)
    await world.platform.jobs.runUntilIdle()
    page = await openPage(world.server)
  })
  afterAll(async () => {
    await world?.close()
    await proxy?.stop()
    await Promise.all([slapd?.stop(), other?.stop()])
  })

  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, { headers } = page) => {
    await world.forgetCounts()
    const answer = await world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
  }
  const trust = async (caPem: string) => {
    const ivan = await world.signIn('ivan')
    const { body } = await call('GET', `/api/directories/${directoryId}`, undefined, ivan)
    const { name, version, settings, sync } = body
    const bindPassword = slapd.servicePassword
    const change = { name, version, settings: { ...settings, caPem }, sync, bindPassword }
    const saved = await call('PUT', `/api/directories/${directoryId}`, change, ivan)
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  }

  test('signing in, the rules and a new password end in a word and a page that is good once it is put right', async () => {
    const started = await call('POST', '/api/password/resets', { login: 'fiona' })
    await world.platform.jobs.runUntilIdle()
    const mail = world.platform.mailbox.findLast(({ to }) => to === 'fiona@home.example')
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? 'none'
    const { ticket } = (await call('POST', `/api/password/resets/${started.body.attemptId}/verify`, { code })).body

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
