/** Resets of one moment share their transactions, jobs and mails; each is still one of its own. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../platform/database/database.ts'
import { type ShareTransaction, shareTransactions } from '../platform/database/shared-transactions.ts'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { prepareResets } from './prepare-reset.ts'
import { startReset } from './start-reset.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  nextPassword,
} from './testing-credentials.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
let began = 0
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

/** As the house, with the transactions counted that steps share. */
const counted = () => {
  const db: Pick<Database, 'transaction'> = {
    transaction: (work) => {
      began += 1
      return house.db.transaction(work)
    },
  }
  began = 0
  return { ...house.deps, shareTransaction: shareTransactions(db), shareStart: shareTransactions(db) }
}
const add = async (logins: readonly string[]) => {
  const people = []
  for (const login of logins) people.push(await house.addPerson({ login, password: goodPassword }))
  return people
}
/** All of them come while one is under way. */
const atOnce = (share: ShareTransaction, count: number): ShareTransaction => {
  const gate = Promise.withResolvers<void>()
  void share('one before', () => gate.promise)
  let come = 0
  return (about, work) => {
    const shared = share(about, work)
    if (++come === count) gate.resolve()
    return shared
  }
}
const startAll = (deps: CredentialsHouse['deps'], logins: readonly string[]) =>
  Promise.all(logins.map((login) => startReset(deps, { ...caller, login })))
const linkOf = (login: string) => new Secret(fromMail(house, `${login}@contractor.example`).token)
const finish = (deps: CredentialsHouse['deps'], ticket: Secret) =>
  finishReset(deps, { ...caller, ticket, password: new Secret(nextPassword) })
const signIn = async (login: string, password: string) =>
  (await checkPassword(house.deps, { ...caller, login, password: new Secret(password) })).kind

it('each gets their own link and password, with fewer transactions than they have steps and one job for all', async () => {
  const logins = ['ann', 'bob', 'cid']
  const people = await add(logins)
  const deps = counted()
  await startAll({ ...deps, shareStart: atOnce(deps.shareStart, 3) }, logins)
  expect(await house.jobs.inspect()).toMatchObject([{ task: 'credentials.prepare-reset' }])
  expect(began).toBe(2)
  await house.jobs.runUntilIdle()
  const tickets = await Promise.all(
    logins.map((login) => verifyProof(deps, { ...caller, token: linkOf(login) }).then(({ ticket }) => ticket)),
  )
  await Promise.all(tickets.map((ticket) => finish(deps, ticket)))
  expect(began).toBeLessThan(2 + 3 * logins.length)
  await house.jobs.runUntilIdle()
  for (const [index, login] of logins.entries()) {
    expect([await signIn(login, goodPassword), await signIn(login, nextPassword)]).toEqual(['refused', 'ok'])
    const mails = house.mailbox.filter(({ to }) => to === `${login}@contractor.example`)
    expect(mails.map(({ kind }) => kind)).toEqual(['reset_code', 'password_changed'])
    const trail = (await house.trail(people[index]?.id)).map(({ kind, action }) => `${kind} ${action}`)
    expect(trail.filter((line) => line.endsWith('password.reset'))).toEqual([
      'intent password.reset',
      'outcome password.reset',
    ])
  }
  expect(await house.audit.verify()).toMatchObject({ ok: true })
})

it('one whose ticket is in use keeps nobody else from theirs', async () => {
  const logins = ['dan', 'eve']
  await add(logins)
  const deps = counted()
  await startAll(deps, logins)
  await house.jobs.runUntilIdle()
  const [dans, eves] = (await Promise.all(
    logins.map((login) => verifyProof(deps, { ...caller, token: linkOf(login) }).then(({ ticket }) => ticket)),
  )) as [Secret, Secret]
  const settled = await Promise.allSettled([finish(deps, dans), finish(deps, dans), finish(deps, eves)])
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect([await signIn('dan', nextPassword), await signIn('eve', nextPassword)]).toEqual(['ok', 'ok'])
})

it('attempts of one job that cannot be looked up keep no mail from the others, and theirs come with the next run', async () => {
  const [fay] = await add(['fay', 'gus'])
  let isBroken = true
  const directory: CredentialsHouse['deps']['directory'] = {
    ...house.directory,
    connectorOf: async (r, personId) => {
      if (isBroken && personId === fay?.id) throw new Error('its directory is not set up rightly')
      return await house.directory.connectorOf(r, personId)
    },
  }
  const deps = { ...house.deps, directory, jobs: { ...house.deps.jobs, enqueue: async () => {} } }
  const ids = (await startAll(deps, ['fay', 'gus'])).map(({ attemptId }) => attemptId)
  const codesOf = (login: string) =>
    house.mailbox.filter(({ to, kind }) => to === `${login}@contractor.example` && kind === 'reset_code').length
  await expect(prepareResets(deps, ids)).rejects.toThrow('not set up rightly')
  await house.jobs.runUntilIdle()
  expect([codesOf('fay'), codesOf('gus')]).toEqual([0, 1])
  isBroken = false
  await prepareResets(deps, ids)
  await house.jobs.runUntilIdle()
  expect([codesOf('fay'), codesOf('gus')]).toEqual([1, 1])
})

it('a start waits for no step that knows people', async () => {
  const gate = Promise.withResolvers<void>()
  const held = house.deps.shareTransaction('somebody', () => gate.promise)
  await startReset(house.deps, { ...caller, login: 'a stranger' })
  gate.resolve()
  await held
  await house.jobs.runUntilIdle()
})
