import type { ProductRole } from '@hallpass/contract/common'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditRoutes } from '../audit/module.ts'
import type { Home } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { assuredBy } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { Secret } from '../platform/secret.ts'
import { changePassword } from './change-password.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { startReset } from './start-reset.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  nextPassword,
  until,
} from './testing-credentials.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
let server: FastifyInstance
let roles: ProductRole[]
const administratorId = '01900000-0000-7000-8000-0000000000ad'
beforeAll(async () => {
  house = await credentialsHouse()
  server = await createServer({
    clock: house.clock,
    ids: house.ids,
    log: house.log,
    limiter: createRateLimiter({ db: house.db, clock: house.clock, perMinutePerAddress: 1000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => ({
      kind: 'person',
      personId: administratorId,
      sessionId: administratorId,
      roles: new Set(roles),
      assurance: assuredBy(['password'], house.clock.now()),
    }),
    checkCsrf: async () => {},
  })
  auditRoutes(server, house)
})
afterAll(async () => {
  await server.close()
  await house.close()
})
beforeEach(() => {
  roles = ['admin']
})

const signIn = async (login: string, password: string) =>
  (await checkPassword(house.deps, { ...caller, login, password: new Secret(password) })).kind
const finish = (ticket: Secret, deps = house.deps) =>
  finishReset(deps, { ...caller, ticket, password: new Secret(nextPassword) })
const epochOf = async (personId: string) => (await house.credentials.validity(house.db, personId)).epoch
const openIntents = () => house.audit.openIntents(house.db)
const theOpenIntent = async () => String((await openIntents())[0]?.id)
const say = async (happened: boolean, intentId?: string) => {
  const payload = { happened, reason: 'The log of the directory says so.' }
  return await server.inject({
    method: 'POST',
    url: `/api/trail/intents/${intentId ?? (await theOpenIntent())}/resolve`,
    payload,
  })
}
/** Every outcome of the password writes about a person: who wrote it down, and what. */
const outcomesAbout = async (personId: string) => {
  const { items } = await house.audit.search(house.db, { subjects: { personId } }, { limit: 100 })
  return items
    .filter(({ body }) => body.kind === 'outcome')
    .map(({ body, values }) => ({ by: body.actor.personId, ok: body.ok, reason: values.get('reason') }))
}

/** Somebody whose reset began and whose process died: `lands` says whether the directory took the password before. */
async function abandoned(login: string, lands: boolean): Promise<{ personId: string; ticket: Secret; epoch: number }> {
  const { id: personId } = await house.addPerson({ login, password: goodPassword })
  const { attemptId } = await startReset(house.deps, { ...caller, login })
  await house.jobs.runUntilIdle()
  const code = new Secret(fromMail(house, `${login}@contractor.example`).code)
  const { ticket } = await verifyProof(house.deps, { ...caller, attemptId, code })
  const connectorOf = async (r: Reader, id: string): Promise<Home> => {
    const home = await house.directory.connectorOf(r, id)
    const { passwords } = home.connector
    if (!passwords) return home
    const reset: typeof passwords.reset = async (...args) => {
      if (lands) await passwords.reset(...args)
      reached = true
      await new Promise(() => {})
    }
    return { ...home, connector: { ...home.connector, passwords: { ...passwords, reset } } }
  }
  let reached = false
  void finish(ticket, { ...house.deps, directory: { ...house.directory, connectorOf } })
  await until(() => reached)
  return { personId, ticket, epoch: await epochOf(personId) }
}

describe('a password write whose outcome nobody knows', () => {
  it('that an administrator says was set is settled: sessions end, the page is used up, and the person is told', async () => {
    const { personId, ticket, epoch } = await abandoned('carla', true)
    house.clock.advance(61_000)
    expect((await say(true)).statusCode).toBe(204)
    expect(await openIntents()).toEqual([])
    expect(await epochOf(personId)).toBeGreaterThan(epoch)
    await expect(finish(ticket)).rejects.toMatchObject({ code: 'ticket_invalid' })
    expect([await signIn('carla', nextPassword), await signIn('carla', goodPassword)]).toEqual(['ok', 'refused'])
    await house.jobs.runUntilIdle()
    expect(house.mailbox.at(-1)).toMatchObject({ to: 'carla@contractor.example', kind: 'password_changed' })
    // The sweep finds nothing left, and writes no second outcome.
    await house.jobs.runSweep('credentials.settle-writes')
    expect(await outcomesAbout(personId)).toEqual([
      { by: administratorId, ok: true, reason: 'The log of the directory says so.' },
    ])
  })

  it('that an administrator says was not set gives the page back, and ends sessions in case the word is wrong', async () => {
    const { personId, ticket, epoch } = await abandoned('omar', false)
    house.clock.advance(61_000)
    await expect(finish(ticket)).rejects.toMatchObject({ code: 'password_underway' })
    expect((await say(false)).statusCode).toBe(204)
    expect(await openIntents()).toEqual([])
    expect(await epochOf(personId)).toBeGreaterThan(epoch)
    expect(await outcomesAbout(personId)).toMatchObject([{ by: administratorId, ok: false }])
    await finish(ticket)
    expect(await signIn('omar', nextPassword)).toBe('ok')
  })

  it('of a change that an administrator says was not made ends the session it was begun in too', async () => {
    const { id: personId } = await house.addPerson({ login: 'nadia', password: goodPassword })
    let isAsked = false
    const connectorOf = async (r: Reader, id: string): Promise<Home> => {
      const home = await house.directory.connectorOf(r, id)
      const { passwords } = home.connector
      const change = async () => {
        isAsked = true
        await new Promise<never>(() => {})
      }
      return passwords ? { ...home, connector: { ...home.connector, passwords: { ...passwords, change } } } : home
    }
    const sessionId = house.ids.next()
    const [old, next] = [new Secret(goodPassword), new Secret(nextPassword)]
    const actor = { kind: 'person', personId } as const
    const deps = { ...house.deps, directory: { ...house.directory, connectorOf } }
    void changePassword(deps, { personId, sessionId, old, next, actor })
    await until(() => isAsked)
    const spared = async () => (await house.credentials.validity(house.db, personId)).sparedSessionId
    expect(await spared()).toBe(sessionId)
    house.clock.advance(61_000)
    expect((await say(false)).statusCode).toBe(204)
    expect(await spared()).toBe(null)
  })

  it('is not settled while its own process may still be waiting, nor by whoever only reads', async () => {
    const { personId, epoch } = await abandoned('petra', false)
    const early = await say(true)
    expect([early.statusCode, early.json().code]).toEqual([409, 'write_underway'])
    house.clock.advance(61_000)
    roles = ['auditor']
    expect((await say(true)).statusCode).toBe(403)
    expect(await openIntents()).toHaveLength(1)
    expect(await epochOf(personId)).toBe(epoch)
    expect(await outcomesAbout(personId)).toEqual([])
    roles = ['admin']
    expect((await say(false)).statusCode).toBe(204)
  })

  it('is settled once where a sweep and an administrator come at one instant', async () => {
    const { personId } = await abandoned('rosa', true)
    house.clock.advance(61_000)
    // Named before: the sweep may be done before anybody can look for it.
    const intentId = await theOpenIntent()
    const [{ statusCode }] = await Promise.all([say(true, intentId), house.jobs.runSweep('credentials.settle-writes')])
    expect([204, 404, 409]).toContain(statusCode)
    expect(await openIntents()).toEqual([])
    expect(await outcomesAbout(personId)).toHaveLength(1)
  })
})
