import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { addProof } from './add-proof.ts'
import { changePolicy } from './change-policy.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { policyOf } from './policy-of.ts'
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
import { addApp, addCodes, addPasskey, codeAt } from './testing-factors.ts'
import { unlockWithTicket } from './unlock-with-ticket.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

const start = async (login: string, directoryId?: string) => {
  const started = await startReset(house.deps, { ...caller, login, directoryId })
  await house.jobs.runUntilIdle()
  return { ...started, ...fromMail(house, `${login}@contractor.example`) }
}
type Started = Awaited<ReturnType<typeof start>>
const byMail = ({ attemptId, code }: Started) =>
  verifyProof(house.deps, { ...caller, attemptId, code: new Secret(code) })
const byLink = ({ token }: Started) => verifyProof(house.deps, { ...caller, token: new Secret(token) })
const by = ({ attemptId }: Started, kind: 'totp' | 'recovery_codes', code: string) =>
  verifyProof(house.deps, { ...caller, attemptId, kind, code: new Secret(code) })
const more = (
  ticket: Secret,
  kind: Parameters<typeof addProof>[1]['kind'],
  answer: Parameters<typeof addProof>[1]['answer'],
) => addProof(house.deps, { ...caller, ticket, kind, answer })
const finish = (ticket: Secret, password = nextPassword) =>
  finishReset(house.deps, { ...caller, ticket, password: new Secret(password) })
const signIn = async (login: string, password: string) =>
  (await checkPassword(house.deps, { ...caller, login, password: new Secret(password) })).kind
const invalid = { code: 'ticket_invalid' }

describe('a thief of the mailbox, whose owner has an app', () => {
  it('gets a new password by no path: not by code, not by link, not by unlocking, not by a second mail', async () => {
    const molly = await house.addPerson({ login: 'molly', password: goodPassword })
    await addApp(house, molly.id)
    await addCodes(house, molly.id)
    const before = await house.credentials.validity(house.db, molly.id)

    for (const prove of [byMail, byLink]) {
      const { ticket, more: wanted } = await prove(await start('molly'))
      expect(wanted.map(({ kind }) => kind).sort()).toEqual(['recovery_codes', 'totp'])
      await expect(finish(ticket)).rejects.toMatchObject(invalid)
      await expect(unlockWithTicket(house.deps, { ...caller, ticket })).rejects.toMatchObject(invalid)
      await expect(showRules(house.deps, { ticket })).rejects.toMatchObject(invalid)
      // A mailed code again is the same channel, whatever is sent.
      await more(ticket, 'mail_code', '').catch(() => undefined)
      await house.jobs.runUntilIdle()
      await expect(more(ticket, 'mail_code', fromMail(house, 'molly@contractor.example').code)).rejects.toBeDefined()
      for (let guess = 0; guess < 5; guess += 1) await more(ticket, 'totp', '000000').catch(() => undefined)
      await expect(more(ticket, 'totp', '000000')).rejects.toMatchObject(invalid)
    }
    expect(await signIn('molly', goodPassword)).toBe('ok')
    expect(await house.credentials.validity(house.db, molly.id)).toEqual(before)
  })

  it('leaves a word for the desk when the second proof was guessed at', async () => {
    const found = (await house.trail()).filter(({ action }) => action === 'factor.refused')
    expect(found.length).toBeGreaterThan(4)
  })
})

describe('who has a second factor', () => {
  it('recovers by mail and app; the app then is no second factor for a day, nor recovers again', async () => {
    const carla = await house.addPerson({ login: 'carla', password: goodPassword })
    const { secret } = await addApp(house, carla.id)
    const { codes } = await addCodes(house, carla.id)
    const { ticket } = await byMail(await start('carla'))
    const complete = await more(ticket, 'totp', codeAt(house, secret))
    expect(complete).toMatchObject({ purpose: 'reset', more: [] })
    await finish(ticket)
    expect(await signIn('carla', nextPassword)).toBe('ok')

    const ask = () => house.credentials.startChallenge({ personId: carla.id, purpose: 'sign_in', address: '192.0.2.7' })
    const asked = await ask()
    expect(asked.offers.map(({ kind }) => kind)).toEqual(['recovery_codes'])
    expect(asked.restsUntil).toEqual(new Date(house.clock.now().getTime() + 24 * 3_600_000))
    house.clock.advance(60_000)
    const resting = {
      challengeId: asked.challengeId,
      kind: 'totp' as const,
      answer: codeAt(house, secret),
      address: 'x',
    }
    expect(await house.credentials.answerChallenge(resting)).toMatchObject({ kind: 'refused' })
    const again = await byMail(await start('carla'))
    expect(again.more.map(({ kind }) => kind)).toEqual(['recovery_codes'])
    expect(await more(again.ticket, 'recovery_codes', codes[0] ?? '')).toMatchObject({ more: [] })
    house.clock.advance(24 * 3_600_000)
    expect((await ask()).offers.map(({ kind }) => kind).sort()).toEqual(['recovery_codes', 'totp'])
  })

  it('recovers by two factors without any mail, the first of them an answer to the attempt', async () => {
    const omar = await house.addPerson({ login: 'omar', password: goodPassword })
    const { device } = await addPasskey(house, omar.id)
    const { secret } = await addApp(house, omar.id)
    const attempt = await start('omar')
    const options = attempt.offers.find(({ kind }) => kind === 'passkey')?.passkeyOptions ?? {}
    const first = await verifyProof(house.deps, {
      ...caller,
      attemptId: attempt.attemptId,
      response: device.get(options),
    })
    expect(first.more.map(({ kind }) => kind)).toEqual(['mail_code', 'totp'])
    expect(await more(first.ticket, 'totp', codeAt(house, secret))).toMatchObject({ more: [] })
    await finish(first.ticket)
    expect(await signIn('omar', nextPassword)).toBe('ok')
  })

  it('whose only factor rests is told so after the first proof, and the desk hears of it', async () => {
    const sio = await house.addPerson({ login: 'sio', password: goodPassword })
    const { secret } = await addApp(house, sio.id)
    const { ticket } = await byMail(await start('sio'))
    await more(ticket, 'totp', codeAt(house, secret))
    await finish(ticket)
    const again = await start('sio')
    await expect(byMail(again)).rejects.toMatchObject({ code: 'more_proof_impossible' })
    await expect(byMail(again)).rejects.toMatchObject({ code: 'code_wrong' })
    expect((await house.trail(sio.id)).map(({ action }) => action)).toContain('reset.second_proof_missing')
  })

  it('who must change the password shows the factor first, and the mailbox does not stand in for it', async () => {
    const dora = await house.addPerson({ login: 'dora' })
    const { connector, ref } = await house.directory.connectorOf(house.db, dora.id)
    await connector.passwords?.reset(ref, new Secret(goodPassword), { mustChange: true })
    const { secret } = await addApp(house, dora.id)
    const held = await checkPassword(house.deps, { ...caller, login: 'dora', password: new Secret(goodPassword) })
    if (held.kind !== 'must_change') throw new Error(`it was ${held.kind}`)
    expect(held.more.map(({ kind }) => kind)).toEqual(['totp'])
    await expect(finish(held.ticket)).rejects.toMatchObject(invalid)
    expect(await more(held.ticket, 'totp', codeAt(house, secret))).toMatchObject({ purpose: 'must_change', more: [] })
    await finish(held.ticket)
    // The password was known, so nothing was recovered and the app goes on.
    const asked = await house.credentials.startChallenge({ personId: dora.id, purpose: 'sign_in', address: 'x' })
    expect(asked.offers.map(({ kind }) => kind)).toEqual(['totp'])
  })

  it('a code of an app is guessed at by strangers ten times a day, and its owner is not shut out by that', async () => {
    const leo = await house.addPerson({ login: 'leo', password: goodPassword })
    const { secret } = await addApp(house, leo.id)
    for (let round = 0; round < 3; round += 1) {
      const attempt = await start('leo')
      for (let guess = 0; guess < 5; guess += 1)
        await expect(by(attempt, 'totp', '000000')).rejects.toMatchObject({ code: 'code_wrong' })
    }
    const { challengeId } = await house.credentials.startChallenge({
      personId: leo.id,
      purpose: 'sign_in',
      address: 'x',
    })
    const own = { challengeId, kind: 'totp' as const, answer: codeAt(house, secret), address: 'x' }
    expect(await house.credentials.answerChallenge(own)).toMatchObject({ kind: 'proven' })
  })
})

describe('rules of a directory', () => {
  const operator = { kind: 'operator', name: 'test' } as const

  it('two proofs where the directory wants two', async () => {
    const fiona = await house.addPerson({ login: 'fiona', password: goodPassword })
    const { codes } = await addCodes(house, fiona.id)
    expect((await byMail(await start('fiona'))).more).toEqual([])
    const policy = await policyOf(house.db, fiona.directoryId)
    const stricter = await changePolicy(house.deps, { policy: { ...policy, proofsWanted: 2 }, actor: operator })
    const { ticket, more: wanted } = await byMail(await start('fiona'))
    expect(wanted.map(({ kind }) => kind)).toEqual(['recovery_codes'])
    expect(await more(ticket, 'recovery_codes', codes[0] ?? '')).toMatchObject({ more: [] })

    await changePolicy(house.deps, { policy: { ...stricter, proofsWanted: 1 }, actor: operator })
  })

  it('whoever says which directory is theirs is mailed about that account alone', async () => {
    const person = await house.addPerson({ login: 'marcus', password: goodPassword })
    const mails = () => house.mailbox.filter(({ to }) => to === 'marcus@contractor.example').length
    const before = mails()
    await start('marcus', house.ids.next())
    expect(mails()).toBe(before)
    await start('marcus', person.directoryId)
    expect(mails()).toBe(before + 1)
  })
})
