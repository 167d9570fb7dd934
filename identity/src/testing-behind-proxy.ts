/** The whole service and a real OpenLDAP directory of Acme, with a line between them that a test slows, cuts or listens at. */
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { expect } from 'vitest'
import { type Caller, openPage, openTestApp, operator, type TestApp } from './testing-app.ts'
import { connectLdap } from './testing-directories.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer is what it is about
type Answer = { status: number; body: any; ms: number }

export type BehindProxy = {
  world: TestApp
  slapd: Slapd
  proxy: TcpProxy
  directoryId: string
  /** By somebody at a page of their own who is not signed in, unless it says who. */
  call(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, caller?: Caller): Promise<Answer>
  /** What lets a person set a new password: asked for, and proven by the mailed code. */
  ticketFor(login: string): Promise<{ started: Answer; ticket: string }>
  close(): Promise<void>
}

export async function openBehindProxy(options?: Parameters<typeof openTestApp>[1]): Promise<BehindProxy> {
  const world = await openTestApp({ HALLPASS_INTERNAL_HOSTS: '*' }, options)
  const slapd = await startSlapd({ noSync: true })
  const proxy = await startTcpProxy({ port: slapd.tlsPort })
  const { db } = world.app.foundation
  const { directory } = world.app
  const sync = { ownMailDomains: ['acme.example'] }
  const directoryId = await connectLdap({ db, directory }, slapd, { port: proxy.port, sync })
  await directory.syncNow(directoryId, operator)
  await world.platform.jobs.runUntilIdle()
  const page = await openPage(world.server)
  const call: BehindProxy['call'] = async (method, url, payload, { headers } = page) => {
    const began = performance.now()
    const answer = await world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    const body = answer.body === '' ? {} : answer.json()
    return { status: answer.statusCode, body, ms: performance.now() - began }
  }
  return {
    world,
    slapd,
    proxy,
    directoryId,
    call,
    async ticketFor(login) {
      const started = await call('POST', '/api/password/resets', { login })
      await world.platform.jobs.runUntilIdle()
      const mail = world.platform.mailbox.findLast(({ to }) => to === `${login}@home.example`)
      const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? 'none'
      const proven = await call('POST', `/api/password/resets/${started.body.attemptId}/verify`, { code })
      expect(proven.status, JSON.stringify(proven.body)).toBeLessThan(300)
      return { started, ticket: proven.body.ticket }
    },
    async close() {
      await world.close()
      await proxy.stop()
      await slapd.stop()
    },
  }
}
