import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { changePassword } from './change-password.ts'
import { changePolicy } from './change-policy.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { invitePerson } from './invite-person.ts'
import { policyOf } from './policy-of.ts'
import { showState } from './show-state.ts'
import { stopSelfService } from './store.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  nextPassword,
} from './testing-credentials.ts'
import { unlockPerson } from './unlock-person.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

const operator = { kind: 'operator', name: 'test' } as const
const signIn = async (login: string, password: string) =>
  (await checkPassword(house.deps, { ...caller, login, password: new Secret(password) })).kind
const change = (personId: string, old: string, next: string) =>
  changePassword(house.deps, {
    personId,
    sessionId: house.ids.next(),
    old: new Secret(old),
    next: new Secret(next),
    actor: { kind: 'person', personId },
  })

describe('an own change', () => {
  it.each([
    ['in a session', 6, {}],
    ['by another system', 5, { strangerAt: '198.51.100.4' }],
  ])(
    '%s tells each wrong one among the sign-ins of the person, as at sign-in: why, from where, at once',
    async (where, tries, by) => {
      const { id } = await house.addPerson({ login: where.replaceAll(' ', '-'), password: goodPassword })
      const announced = new Promise<void>((resolve) => house.live.subscribe(`sign-ins:${id}`, resolve))
      const actor = { kind: 'person', personId: id, ...caller } as const
      const passwords = { old: new Secret(`not ${where}`), next: new Secret(nextPassword), ...by }
      const guess = () => changePassword(house.deps, { personId: id, sessionId: house.ids.next(), ...passwords, actor })
      const wrong = { code: 'current_password_wrong' }
      for (let round = 0; round < tries; round += 1) await expect(guess()).rejects.toMatchObject(wrong)
      await expect(guess()).rejects.toMatchObject({ code: 'too_many_tries' })
      const { items } = await house.audit.search(house.db, { action: 'sign_in.refused', personId: id }, { limit: 20 })
      const reasons = items.map(({ body }) => body.after?.because)
      expect(reasons).toEqual(['waiting', ...Array.from({ length: tries }, () => 'wrong')])
      // As at sign-in: whoever typed it has not proved to be the person.
      expect(items[0]?.body.actor.kind).toBe('anonymous')
      expect(items[0]?.values.get('address')).toBe(caller.address)
      await announced
    },
  )

  it('needs the current password, kills it, and spares the session it was made in', async () => {
    const { id } = await house.addPerson({ login: 'carla', password: goodPassword })
    await expect(change(id, 'not mine', nextPassword)).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'oldPassword' }],
    })
    expect((await house.credentials.validity(house.db, id)).epoch).toBe(0)
    const sessionId = house.ids.next()
    await changePassword(house.deps, {
      personId: id,
      sessionId,
      old: new Secret(goodPassword),
      next: new Secret(nextPassword),
      actor: { kind: 'person', personId: id },
    })
    const validity = await house.credentials.validity(house.db, id)
    expect(validity.sparedSessionId).toBe(sessionId)
    expect(validity.epoch).toBeGreaterThan(0)
    expect([await signIn('carla', goodPassword), await signIn('carla', nextPassword)]).toEqual(['refused', 'ok'])
  })

  it('refused by the directory says what to change', async () => {
    const { id } = await house.addPerson({ login: 'omar', password: goodPassword })
    await expect(change(id, goodPassword, 'short')).rejects.toMatchObject({
      code: 'password_rejected',
      fields: [{ field: 'password' }],
    })
  })

  it('is no place to guess the current password', async () => {
    const { id } = await house.addPerson({ login: 'guessed', password: goodPassword })
    const codes: string[] = []
    for (let round = 0; round < 11; round += 1)
      codes.push(await change(id, `guess ${round}`, nextPassword).catch((error) => error.code))
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('current_password_wrong'))
    expect(codes[10]).toBe('too_many_tries')
  })
})

describe('a change asked for in another system, where nobody is signed in here', () => {
  const address = 'servicenow:instance'
  const outside = (personId: string, old: string, at = address) =>
    house.credentials.outside
      .change({ ...caller, address: at, personId, old: new Secret(old), next: new Secret(nextPassword) })
      .then(() => 'done')
      .catch((error) => error.code)

  it('takes the tries of strangers, and none that a device of the person has in reserve', async () => {
    const { id } = await house.addPerson({ login: 'sally', password: goodPassword })
    const codes: string[] = []
    for (let round = 0; round < 7; round += 1) codes.push(await outside(id, `guess ${round}`))
    expect(codes).toEqual([...Array(5).fill('current_password_wrong'), 'too_many_tries', 'too_many_tries'])
    const own = { ...caller, login: 'sally', password: new Secret(goodPassword), knownPersonId: id }
    expect((await checkPassword(house.deps, own)).kind).toBe('ok')
  })

  it('is no way to try one password on everybody, nor one instance all passwords', async () => {
    const sprayed = 'Harbour-November-9'
    for (let n = 0; n < 20; n += 1)
      await outside((await house.addPerson({ login: `many-${n}`, password: goodPassword })).id, sprayed)
    const { id } = await house.addPerson({ login: 'lucky', password: sprayed })
    expect(await outside(id, sprayed)).toBe('current_password_wrong')
    const { id: other } = await house.addPerson({ login: 'other', password: goodPassword })
    await sql`update try_counters set taken = 1000 where key = ${`sign-in:outside:${address}`}`.execute(
      house.db.withTables<object>(),
    )
    expect(await outside(other, goodPassword)).toBe('too_many_tries')
    house.clock.advance(15 * 60_000)
    expect(await outside(other, goodPassword)).toBe('done')
  })

  it('is not closed to everybody by one who mistypes for a quarter of an hour', async () => {
    const { id: mistyping } = await house.addPerson({ login: 'mistyping', password: goodPassword })
    const codes: string[] = []
    for (let round = 0; round < 120; round += 1)
      codes.push(await outside(mistyping, `guess ${round}`, 'servicenow:crowd'))
    expect(codes.slice(5)).toEqual(Array(115).fill('too_many_tries'))
    const { id } = await house.addPerson({ login: 'colleague', password: goodPassword })
    expect(await outside(id, goodPassword, 'servicenow:crowd')).toBe('done')
    const { rows } = await sql<{ taken: number }>`
      select taken from try_counters where key = 'sign-in:outside:servicenow:crowd'`.execute(
      house.db.withTables<object>(),
    )
    expect(rows).toEqual([{ taken: 5 }])
  })

  it('changes nothing of somebody who said that it was not them', async () => {
    const { id } = await house.addPerson({ login: 'disputing', password: goodPassword })
    await house.db.transaction((tx) => stopSelfService(tx, id, house.clock.now()))
    expect(await outside(id, goodPassword)).toBe('current_password_wrong')
  })
})

describe('an invitation', () => {
  it('lets a built-in person choose their first password, once, and a newer one replaces it', async () => {
    const { id } = await house.addPerson({ login: 'newcomer' })
    const invite = () => house.db.transaction((tx) => invitePerson(house.deps, tx, { personId: id, actor: operator }))
    await invite()
    await house.jobs.runUntilIdle()
    const first = fromMail(house, 'newcomer@contractor.example').token
    await invite()
    await house.jobs.runUntilIdle()
    const second = fromMail(house, 'newcomer@contractor.example').token
    const follow = (token: string) => verifyProof(house.deps, { ...caller, token: new Secret(token) })
    await expect(follow(first)).rejects.toMatchObject({ code: 'link_invalid' })
    const { ticket, purpose } = await follow(second)
    expect(purpose).toBe('invite')
    await expect(follow(second)).rejects.toMatchObject({ code: 'link_invalid' })
    await finishReset(house.deps, { ...caller, ticket, password: new Secret(goodPassword) })
    expect(await signIn('newcomer', goodPassword)).toBe('ok')
    await expect(invite()).rejects.toMatchObject({ code: 'invite_impossible' })
    await house.jobs.runUntilIdle()
    expect(house.mailbox.at(-1)?.kind).toBe('invite')
  })

  it('is over after 72 hours', async () => {
    const { id } = await house.addPerson({ login: 'late' })
    await house.db.transaction((tx) => invitePerson(house.deps, tx, { personId: id, actor: operator }))
    await house.jobs.runUntilIdle()
    house.clock.advance(72 * 3_600_000)
    const token = new Secret(fromMail(house, 'late@contractor.example').token)
    await expect(verifyProof(house.deps, { ...caller, token })).rejects.toMatchObject({ code: 'link_invalid' })
  })
})

describe('an agent', () => {
  it('lets somebody in again with a reason, but not an administrator', async () => {
    const { id } = await house.addPerson({ login: 'locked', password: goodPassword })
    for (let round = 0; round < 5; round += 1) await signIn('locked', 'wrong')
    expect(await showState(house.deps, id)).toMatchObject({ canUnlock: true, lockedInDirectory: false })
    expect((await showState(house.deps, id)).lockedUntil).not.toBeNull()
    const unlock = (roles: ReadonlySet<'admin' | 'desk_agent'>) =>
      unlockPerson(house.deps, { personId: id, reason: 'called from her desk', actor: operator, roles })
    house.roles.set(id, new Set(['admin']))
    await expect(unlock(new Set(['desk_agent']))).rejects.toMatchObject({ code: 'beyond_desk' })
    house.roles.delete(id)
    await unlock(new Set(['desk_agent']))
    expect((await showState(house.deps, id)).lockedUntil).toBeNull()
    expect(await signIn('locked', goodPassword)).toBe('ok')
  })

  it.each(['admin', 'desk_agent'] as const)(
    'does not let themselves in again, as %s: an open session buys no new tries',
    async (role) => {
      const login = `own-${role.replace('_', '-')}`
      const { id } = await house.addPerson({ login, password: goodPassword })
      house.roles.set(id, new Set([role]))
      for (let round = 0; round < 5; round += 1) await signIn(login, `wrong for ${role}`)
      const roles = new Set([role])
      const unlock = unlockPerson(house.deps, {
        personId: id,
        reason: 'me',
        actor: { kind: 'person', personId: id },
        roles,
      })
      await expect(unlock).rejects.toMatchObject({ kind: 'forbidden', code: 'own_unlock' })
      expect((await showState(house.deps, id)).lockedUntil).not.toBeNull()
      expect(await signIn(login, goodPassword)).toBe('refused')
      expect(await house.trail(id)).not.toContainEqual(expect.objectContaining({ action: 'account.unlocked' }))
    },
  )
})

describe('how a directory lets people recover', () => {
  it('is data: the default until changed, and two changes from one version do not overwrite each other', async () => {
    const { directoryId } = await house.addPerson({ login: 'any' })
    const before = await policyOf(house.db, directoryId)
    expect(before).toMatchObject({ selfService: true, proofsWanted: 1, version: 0 })
    const change = (signInTriesMax: number) =>
      changePolicy(house.deps, { policy: { ...before, signInTriesMax }, actor: operator })
    const results = await Promise.allSettled([change(3), change(4)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const after = await policyOf(house.db, directoryId)
    expect(after.version).toBe(1)
    await changePolicy(house.deps, { policy: { ...after, selfService: false }, actor: operator })
    expect(await policyOf(house.db, directoryId)).toMatchObject({ selfService: false, version: 2 })
  })
})
