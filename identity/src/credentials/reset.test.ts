import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PasswordRejected } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { disputeReset } from './dispute-reset.ts'
import { finishReset } from './finish-reset.ts'
import { prepareReset } from './prepare-reset.ts'
import { showRules } from './show-rules.ts'
import { startReset } from './start-reset.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  nextPassword,
} from './testing-credentials.ts'
import { unlockPerson } from './unlock-person.ts'
import { unlockWithTicket } from './unlock-with-ticket.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

const start = async (login: string) => {
  const { attemptId } = await startReset(house.deps, { ...caller, login })
  await house.jobs.runUntilIdle()
  return attemptId
}
const verify = (attemptId: string, code: string) =>
  verifyProof(house.deps, { ...caller, attemptId, code: new Secret(code) })
const follow = (token: string) => verifyProof(house.deps, { ...caller, token: new Secret(token) })
const finish = (ticket: Secret, password: string) =>
  finishReset(house.deps, { ...caller, ticket, password: new Secret(password) })
const signIn = async (login: string, password: string) =>
  (await checkPassword(house.deps, { ...caller, login, password: new Secret(password) })).kind
const wrongOf = (code: string) => ((Number(code) + 1) % 1_000_000).toString().padStart(6, '0')
const ticketFor = async (login: string) => {
  const attemptId = await start(login)
  return (await verify(attemptId, fromMail(house, `${login}@contractor.example`).code)).ticket
}

describe('a forgotten password', () => {
  it('is replaced by whoever reads the mailbox: the old one is dead, sessions end, addresses are told', async () => {
    const carla = await house.addPerson({ login: 'carla', password: goodPassword })
    const attemptId = await start('carla')
    const { code } = fromMail(house, 'carla@contractor.example')
    const { ticket, purpose } = await verify(attemptId, code)
    expect(purpose).toBe('reset')
    expect(await showRules(house.deps, { ticket })).toMatchObject({ login: 'carla', locked: false, unavailable: null })
    await finish(ticket, nextPassword)

    expect(await signIn('carla', goodPassword)).toBe('refused')
    expect(await signIn('carla', nextPassword)).toBe('ok')
    const validity = await house.credentials.validity(house.db, carla.id)
    expect(validity.epoch).toBeGreaterThan(0)
    expect(await house.credentials.validFrom(house.db, carla.id)).toEqual(house.clock.now())
    await house.jobs.runUntilIdle()
    expect(house.mailbox.at(-1)).toMatchObject({ to: 'carla@contractor.example', kind: 'password_changed' })
    expect((await house.trail(carla.id)).map(({ kind, action }) => `${kind} ${action}`)).toEqual(
      expect.arrayContaining([
        'fact reset.code_sent',
        'fact reset.proven',
        'intent password.reset',
        'outcome password.reset',
      ]),
    )
    expect(await house.audit.openIntents(house.db)).toEqual([])
  })

  it('refused by its directory comes back with a sentence for the field, and the ticket stays good until one is taken', async () => {
    await house.addPerson({ login: 'omar', password: goodPassword })
    const ticket = await ticketFor('omar')
    const refusal = await finish(ticket, 'short').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(PasswordRejected)
    expect(refusal).toMatchObject({ kind: 'invalid', fields: [{ field: 'password' }] })
    expect(await signIn('omar', goodPassword)).toBe('ok')
    await finish(ticket, nextPassword)
    await expect(finish(ticket, 'yet another password here')).rejects.toMatchObject({ code: 'ticket_invalid' })
    await expect(showRules(house.deps, { ticket })).rejects.toMatchObject({ code: 'ticket_invalid' })
  })

  it('asked for by a stranger gets the same answer, and no mail', async () => {
    await house.jobs.runUntilIdle()
    const mails = house.mailbox.length
    const known = await startReset(house.deps, { ...caller, login: 'carla' })
    const unknown = await startReset(house.deps, { ...caller, login: 'nobody-here' })
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    expect(unknown.expiresAt).toEqual(known.expiresAt)
    await house.jobs.runUntilIdle()
    expect(house.mailbox.slice(mails).map(({ to }) => to)).toEqual(['carla@contractor.example'])
    await expect(verify(unknown.attemptId, '123456')).rejects.toMatchObject({ code: 'code_wrong' })
  })

  it('is not sent to an address that opens with the same password, to the disabled, or where self-service is off', async () => {
    const disabled = await house.addPerson({ login: 'gone-quiet', password: goodPassword })
    const home = await house.directory.connectorOf(house.db, disabled.id)
    await home.connector.accounts?.disable(home.ref)
    await house.directory.refresh(disabled.id)
    const mails = house.mailbox.length
    await start('gone-quiet')
    expect(house.mailbox).toHaveLength(mails)
  })

  it('has up to three attempts side by side: a stranger who asks again kills nothing', async () => {
    await house.addPerson({ login: 'molly', password: goodPassword })
    const first = await start('molly')
    const { code } = fromMail(house, 'molly@contractor.example')
    for (let round = 0; round < 3; round += 1) await start('molly')
    expect(house.mailbox.filter(({ to }) => to === 'molly@contractor.example')).toHaveLength(3)
    expect(await verify(first, code)).toMatchObject({ purpose: 'reset' })
  })

  it('whose namesake cannot be judged for long loses no mail by it: their own comes when the job gets through', async () => {
    const person = await house.addPerson({ login: 'twin', password: goodPassword })
    const namesake = { ...person, id: house.ids.next() }
    let isBroken = true
    const directory = {
      ...house.directory,
      findByLogin: async () => (isBroken ? [person, namesake] : [person]),
      connectorOf: async (r: Reader, personId: string) => {
        if (personId === namesake.id) throw new Error('its directory is not set up rightly')
        return await house.directory.connectorOf(r, personId)
      },
    }
    const { attemptId } = await startReset(house.deps, { ...caller, login: 'twin' })
    for (let run = 0; run < 12; run += 1)
      await expect(prepareReset({ ...house.deps, directory }, attemptId)).rejects.toThrow('not set up rightly')
    isBroken = false
    await prepareReset({ ...house.deps, directory }, attemptId)
    await house.jobs.runUntilIdle()
    expect(await verify(attemptId, fromMail(house, 'twin@contractor.example').code)).toMatchObject({
      purpose: 'reset',
    })
  })

  it('a code works once, for its own attempt, for ten minutes', async () => {
    await house.addPerson({ login: 'dora', password: goodPassword })
    const first = await start('dora')
    const { code } = fromMail(house, 'dora@contractor.example')
    const second = await start('dora')
    const other = fromMail(house, 'dora@contractor.example').code
    if (other !== code) await expect(verify(second, code)).rejects.toMatchObject({ code: 'code_wrong' })
    await verify(first, code)
    await expect(verify(first, code)).rejects.toMatchObject({ code: 'code_wrong' })
    house.clock.advance(10 * 60_000)
    await expect(verify(second, other)).rejects.toMatchObject({ code: 'code_wrong' })
  })

  it('five wrong codes end the attempt, the right one included, and are told to the right of here', async () => {
    const person = await house.addPerson({ login: 'leo', password: goodPassword })
    const attemptId = await start('leo')
    const { code } = fromMail(house, 'leo@contractor.example')
    for (let round = 0; round < 5; round += 1)
      await expect(verify(attemptId, wrongOf(code))).rejects.toMatchObject({ code: 'code_wrong' })
    await expect(verify(attemptId, code)).rejects.toMatchObject({ code: 'code_wrong' })
    expect((await house.trail(person.id)).map(({ action }) => action)).not.toContain('reset.proven')
  })

  it('a mailed link is good once, and so is the code beside it', async () => {
    await house.addPerson({ login: 'sio', password: goodPassword })
    const attemptId = await start('sio')
    const { code, token } = fromMail(house, 'sio@contractor.example')
    expect(await follow(token)).toMatchObject({ purpose: 'reset' })
    await expect(follow(token)).rejects.toMatchObject({ code: 'link_invalid' })
    await expect(verify(attemptId, code)).rejects.toMatchObject({ code: 'code_wrong' })
  })

  it('two right answers at one instant give one ticket', async () => {
    await house.addPerson({ login: 'twice', password: goodPassword })
    const attemptId = await start('twice')
    const { code, token } = fromMail(house, 'twice@contractor.example')
    const results = await Promise.allSettled([
      verify(attemptId, code),
      follow(token),
      verify(attemptId, code),
      follow(token),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('one ticket sets one password, however many pages send one at the same time', async () => {
    await house.addPerson({ login: 'many', password: goodPassword })
    const ticket = await ticketFor('many')
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => finish(ticket, `${nextPassword} number ${index}`)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(['password_underway', 'ticket_invalid']).toContain(result.reason.code)
  })

  it('ends waiting after wrong passwords; and who remembers after all may only unlock', async () => {
    await house.addPerson({ login: 'frank', password: goodPassword })
    for (let round = 0; round < 5; round += 1) await signIn('frank', 'not this one')
    expect(await signIn('frank', goodPassword)).toBe('refused')
    const ticket = await ticketFor('frank')
    expect(await showRules(house.deps, { ticket })).toMatchObject({ locked: true })
    await unlockWithTicket(house.deps, { ...caller, ticket })
    expect(await signIn('frank', goodPassword)).toBe('ok')
    await expect(unlockWithTicket(house.deps, { ...caller, ticket })).rejects.toMatchObject({ code: 'ticket_invalid' })
  })

  it('"this was not me" ends sessions and self-service once, and disables nothing', async () => {
    const person = await house.addPerson({ login: 'fiona', password: goodPassword })
    await finish(await ticketFor('fiona'), nextPassword)
    await house.jobs.runUntilIdle()
    const { token } = fromMail(house, 'fiona@contractor.example')
    const before = await house.credentials.validity(house.db, person.id)
    await disputeReset(house.deps, { ...caller, token: new Secret(token) })
    const after = await house.credentials.validity(house.db, person.id)
    expect(after.epoch).toBe(before.epoch + 1)
    await expect(disputeReset(house.deps, { ...caller, token: new Secret(token) })).rejects.toMatchObject({
      code: 'link_invalid',
    })
    const mails = house.mailbox.length
    await start('fiona')
    expect(house.mailbox).toHaveLength(mails)
    // Whoever chose the disputed password does not get in here; in the directory nothing was disabled.
    expect(await signIn('fiona', nextPassword)).toBe('refused')
    const { connector, ref } = await house.directory.connectorOf(house.db, person.id)
    expect((await connector.get(ref))?.disabled).toBe(false)
    const roles = new Set(['admin'] as const)
    await unlockPerson(house.deps, {
      personId: person.id,
      reason: 'looked',
      actor: { kind: 'operator', name: 't' },
      roles,
    })
    expect(await signIn('fiona', nextPassword)).toBe('ok')
  })
})
