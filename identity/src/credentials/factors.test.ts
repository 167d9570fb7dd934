import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { Secret } from '../platform/secret.ts'
import { addFactor } from './add-factor.ts'
import { changeFactor } from './change-factor.ts'
import { changePassword } from './change-password.ts'
import { requireFreshProof } from './fresh-proof.ts'
import { startPasskey, startPush, startSms, startTotp } from './start-enrolment.ts'
import { startReset } from './start-reset.ts'
import { openAuthenticator } from './testing-authenticator.ts'
import { type CredentialsHouse, caller, credentialsHouse, goodPassword, nextPassword } from './testing-credentials.ts'
import {
  addApp,
  addCodes,
  addPasskey,
  codeAt,
  type MessageService,
  messageSecret,
  openMessageService,
} from './testing-factors.ts'
import { unlockPerson } from './unlock-person.ts'
import { verifyProof } from './verify-proof.ts'
import { voidOnRestore } from './void-on-restore.ts'

let house: CredentialsHouse
let service: MessageService
beforeAll(async () => {
  service = await openMessageService()
  house = await credentialsHouse({ messages: service.messages })
})
afterAll(async () => {
  await house.close()
  await service.close()
})

const person = async (login: string) => (await house.addPerson({ login })).id
const ask = (personId: string) =>
  house.credentials.startChallenge({ personId, purpose: 'sign_in', address: caller.address })
const answer = (
  challengeId: string,
  kind: Parameters<CredentialsHouse['credentials']['answerChallenge']>[0]['kind'],
  given: Parameters<CredentialsHouse['credentials']['answerChallenge']>[0]['answer'],
) => house.credentials.answerChallenge({ challengeId, kind, answer: given, address: caller.address })
const self = (personId: string) => ({ kind: 'person' as const, personId })

describe('an authenticator app', () => {
  it('is added by its first code, and agrees with oathtool', async () => {
    const id = await person('molly')
    const { enrolmentId, secret, uri, qr } = await startTotp(house.deps, id)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Acme:molly\?issuer=Acme&secret=/)
    expect(qr).toMatch(/^<svg /)
    const at = house.clock.now().toISOString()
    const code = execFileSync('oathtool', ['--totp', '-b', '-N', at, secret]).toString().trim()
    const wrong = { personId: id, enrolmentId, name: 'Phone', code: '000000', actor: self(id) }
    await expect(addFactor(house.deps, wrong)).rejects.toMatchObject({ code: 'first_answer_wrong' })
    expect(await house.credentials.factorsOf(house.db, id)).toEqual([])
    const factor = await addFactor(house.deps, { ...wrong, code })
    expect(factor).toMatchObject({ kind: 'totp', name: 'Phone', lastUsedAt: null })
    await expect(addFactor(house.deps, { ...wrong, code })).rejects.toMatchObject({ code: 'enrolment_over' })
    await house.jobs.runUntilIdle()
    expect(house.mailbox.at(-1)).toMatchObject({ to: 'molly@contractor.example', kind: 'factor_changed' })
    expect(JSON.stringify(await house.trail(id))).not.toContain(secret)
  })

  it('proves with the code of now and of one step beside it, each step once, and none of longer ago', async () => {
    const id = await person('marcus')
    const { secret } = await addApp(house, id)
    const early = codeAt(house, secret, 1)
    expect(await answer((await ask(id)).challengeId, 'totp', codeAt(house, secret, -2))).toMatchObject({
      kind: 'refused',
    })
    expect(await answer((await ask(id)).challengeId, 'totp', codeAt(house, secret, -1))).toMatchObject({
      kind: 'proven',
      method: 'otp',
    })
    expect(await answer((await ask(id)).challengeId, 'totp', early)).toMatchObject({ kind: 'proven' })
    // What was used, or lies before what was used, is gone.
    for (const steps of [1, 0, -1])
      expect(await answer((await ask(id)).challengeId, 'totp', codeAt(house, secret, steps))).toMatchObject({
        kind: 'refused',
      })
  })

  it('right in twenty places at one instant proves once', async () => {
    const id = await person('twenty')
    const { secret } = await addApp(house, id)
    const challenges = await Promise.all(Array.from({ length: 20 }, () => ask(id)))
    const code = codeAt(house, secret)
    const results = await Promise.all(challenges.map(({ challengeId }) => answer(challengeId, 'totp', code)))
    expect(results.filter(({ kind }) => kind === 'proven')).toHaveLength(1)
  })

  it('takes five wrong answers to one question and a hundred in a row over all, then none, and is kept sealed', async () => {
    const { id } = await house.addPerson({ login: 'guessed', password: goodPassword })
    const { secret, factor } = await addApp(house, id)
    const { challengeId } = await ask(id)
    const left: unknown[] = []
    for (let round = 0; round < 6; round += 1) left.push(await answer(challengeId, 'totp', '000000'))
    expect(left.slice(0, 5)).toEqual([4, 3, 2, 1, 0].map((triesLeft) => ({ kind: 'refused', triesLeft })))
    expect(left[5]).toEqual({ kind: 'ended' })
    for (let round = 0; round < 9; round += 1) {
      const again = await ask(id)
      for (let guess = 0; guess < 5; guess += 1) await answer(again.challengeId, 'totp', '000000')
    }
    const right = async () => await answer((await ask(id)).challengeId, 'totp', codeAt(house, secret))
    expect(await right()).toMatchObject({ kind: 'refused' })
    // Whoever guesses knows the password already: a new one buys no more guesses.
    const passwords = { old: new Secret(goodPassword), next: new Secret(nextPassword) }
    await changePassword(house.deps, { personId: id, sessionId: house.ids.next(), ...passwords, actor: self(id) })
    expect(await right()).toMatchObject({ kind: 'refused' })
    const desk = {
      reason: 'called',
      actor: { kind: 'operator', name: 'test' } as const,
      roles: new Set(['admin' as const]),
    }
    await unlockPerson(house.deps, { personId: id, ...desk })
    expect(await right()).toMatchObject({ kind: 'proven' })
    const { rows } = await sql<{ sealed: string }>`select sealed from factors where id = ${factor.id}`.execute(
      house.db.withTables<object>(),
    )
    expect(rows[0]?.sealed).not.toContain(secret)
  })
})

describe('a passkey', () => {
  it('is added and proves; another one too; not the same twice', async () => {
    const id = await person('fiona')
    const { device } = await addPasskey(house, id, 'Laptop')
    await addPasskey(house, id, 'Key ring')
    const { enrolmentId, options } = await startPasskey(house.deps, id)
    expect(options).toMatchObject({ authenticatorSelection: { userVerification: 'required', residentKey: 'required' } })
    expect(options.excludeCredentials).toHaveLength(2)
    const again = addFactor(house.deps, {
      personId: id,
      enrolmentId,
      name: 'x',
      response: device.create(options),
      actor: self(id),
    })
    await expect(again).rejects.toMatchObject({ code: 'passkey_known' })
    const { challengeId, offers } = await ask(id)
    expect(offers.map(({ kind }) => kind)).toEqual(['passkey'])
    expect(offers[0]?.passkeyOptions?.allowCredentials).toHaveLength(2)
    const right = device.get(offers[0]?.passkeyOptions ?? {})
    expect(await answer(challengeId, 'passkey', right)).toMatchObject({ kind: 'proven', method: 'hwk' })
    expect(await answer(challengeId, 'passkey', right)).toEqual({ kind: 'ended' })
  })

  it('from another page, to another question, without its user or with an old counter proves nothing', async () => {
    const id = await person('frank')
    const { device } = await addPasskey(house, id)
    const options = async () => {
      const { challengeId, offers } = await ask(id)
      return { challengeId, options: offers[0]?.passkeyOptions ?? {} }
    }
    const first = await options()
    const evil = device.get(first.options, { origin: 'https://id.acme.example.evil.example' })
    expect(await answer(first.challengeId, 'passkey', evil)).toMatchObject({ kind: 'refused' })
    const unverified = device.get(first.options, { isVerified: false })
    expect(await answer(first.challengeId, 'passkey', unverified)).toMatchObject({ kind: 'refused' })
    const second = await options()
    expect(await answer(second.challengeId, 'passkey', device.get(first.options))).toMatchObject({ kind: 'refused' })
    expect(await answer(second.challengeId, 'passkey', device.get(second.options))).toMatchObject({ kind: 'proven' })
    const third = await options()
    expect(await answer(third.challengeId, 'passkey', device.copy().get(third.options))).toMatchObject({
      kind: 'refused',
    })
    expect(await answer(third.challengeId, 'passkey', openAuthenticator().get(third.options))).toMatchObject({
      kind: 'refused',
    })
  })

  it('is not taken from its person by strangers who answer their resets with junk', async () => {
    const login = 'junked'
    const id = await person(login)
    const { device } = await addPasskey(house, id)
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const { attemptId } = await startReset(house.deps, { ...caller, login })
      await house.jobs.runUntilIdle()
      const response = openAuthenticator().get({ challenge: 'anything', rpId: 'id.acme.example' })
      for (let round = 0; round < 5; round += 1)
        await verifyProof(house.deps, { ...caller, attemptId, response }).catch(() => undefined)
      // Three attempts at once, and so many mails an hour.
      house.clock.advance(3_600_000)
    }
    const { challengeId, options } = await house.credentials.startPasskeySignIn()
    const signedIn = { ...caller, challengeId, response: device.get(options) }
    expect(await house.credentials.answerPasskeySignIn(signedIn)).toMatchObject({ kind: 'ok', personId: id })
  })

  it('signs in without a password and without a name, also while strangers make the password wait; not the disabled', async () => {
    const leo = await house.addPerson({ login: 'leo' })
    const { device, factor } = await addPasskey(house, leo.id)
    const signIn = async (of: { get: (typeof device)['get'] }) => {
      const { challengeId, options } = await house.credentials.startPasskeySignIn()
      expect(options.allowCredentials ?? []).toEqual([])
      const response = of.get(options)
      return await house.credentials.answerPasskeySignIn({ ...caller, challengeId, response })
    }
    expect(await signIn(device)).toEqual({ kind: 'ok', personId: leo.id, epoch: 0, method: 'hwk', factorId: factor.id })
    expect(await signIn(openAuthenticator())).toEqual({ kind: 'refused' })
    const { connector, ref } = await house.directory.connectorOf(house.db, leo.id)
    await connector.accounts?.disable(ref)
    await house.directory.refresh(leo.id)
    expect(await signIn(device)).toEqual({ kind: 'refused' })
  })
})

describe('recovery codes', () => {
  it('are void after a restore, since nobody knows which were used after the backup; new ones can be made', async () => {
    const id = await person('restored')
    await addApp(house, id)
    const { codes } = await addCodes(house, id)
    for (const statement of voidOnRestore) await sql.raw(statement).execute(house.db.withTables<object>())
    expect(await answer((await ask(id)).challengeId, 'recovery_codes', codes[0] ?? '')).toMatchObject({
      kind: 'refused',
    })
    const { codes: anew } = await addCodes(house, id)
    expect(await answer((await ask(id)).challengeId, 'recovery_codes', anew[0] ?? '')).toMatchObject({ kind: 'proven' })
  })

  it('are ten, shown once, each good once in any spelling; new ones end those before', async () => {
    const id = await person('diana')
    await addApp(house, id)
    const { codes, factor } = await addCodes(house, id)
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    expect(
      await answer((await ask(id)).challengeId, 'recovery_codes', first.toLowerCase().replaceAll('-', ' ')),
    ).toMatchObject({
      kind: 'proven',
      method: 'recovery',
    })
    expect(await answer((await ask(id)).challengeId, 'recovery_codes', first)).toMatchObject({ kind: 'refused' })
    expect(
      (await house.credentials.factorsOf(house.db, id)).find(({ kind }) => kind === 'recovery_codes'),
    ).toMatchObject({
      id: factor.id,
      codesLeft: 9,
    })
    await addCodes(house, id)
    expect(await answer((await ask(id)).challengeId, 'recovery_codes', second)).toMatchObject({ kind: 'refused' })
    const dump = await sql<{ row: string }>`select c::text as row from recovery_codes c`.execute(
      house.db.withTables<object>(),
    )
    for (const { row } of dump.rows) for (const code of codes) expect(row).not.toContain(code)
  })
})

describe('text messages and prompts', () => {
  it('are sent signed through the webhook; the typed number must be the one on this screen', async () => {
    const id = await person('ivan')
    const { enrolmentId, number } = await startPush(house.deps, id, caller.address)
    const add = () => addFactor(house.deps, { personId: id, enrolmentId, name: 'My phone', actor: self(id) })
    await expect(add()).rejects.toMatchObject({ code: 'prompt_waiting' })
    service.type(number)
    expect(await add()).toMatchObject({ kind: 'push' })
    const { signature = '', body = '' } = service.sent.at(-1) ?? {}
    const [, at = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
    expect(createHmac('sha256', messageSecret).update(`${at}.${body}`).digest('hex')).toBe(given)

    const { challengeId, offers } = await ask(id)
    const shown = offers[0]?.number ?? ''
    expect(await answer(challengeId, 'push', '')).toEqual({ kind: 'waiting' })
    expect(await answer(challengeId, 'push', '')).toEqual({ kind: 'waiting' })
    service.type(shown)
    expect(await answer(challengeId, 'push', '')).toMatchObject({ kind: 'proven', method: 'pop' })
    const denied = await ask(id)
    await answer(denied.challengeId, 'push', '')
    service.type(null)
    expect(await answer(denied.challengeId, 'push', '')).toEqual({ kind: 'refused', triesLeft: 0 })
    expect(await answer(denied.challengeId, 'push', '')).toEqual({ kind: 'ended' })
    const typed = await ask(id)
    expect(await answer(typed.challengeId, 'push', typed.offers[0]?.number ?? '')).toMatchObject({ kind: 'refused' })
  })

  it('a number is added by a code sent to it, six in ten minutes; off where no webhook is set', async () => {
    const id = await person('axel')
    const { enrolmentId } = await startSms(house.deps, id, '+491700000001')
    const codeOf = () => /\b\d{6}\b/.exec(service.sent.at(-1)?.text ?? '')?.[0] ?? ''
    await addFactor(house.deps, { personId: id, enrolmentId, name: 'Mobile', code: codeOf(), actor: self(id) })
    const { challengeId } = await ask(id)
    expect(await answer(challengeId, 'sms', '')).toEqual({ kind: 'waiting' })
    expect(service.sent.at(-1)).toMatchObject({ to: '+491700000001' })
    expect(await answer(challengeId, 'sms', codeOf())).toMatchObject({ kind: 'proven', method: 'sms' })
    const other = await ask(id)
    for (let round = 0; round < 4; round += 1) await answer(other.challengeId, 'sms', '')
    await expect(answer(other.challengeId, 'sms', '')).rejects.toMatchObject({ code: 'too_many_tries' })
    const without = { ...house.deps, messages: { sms: null, push: null } }
    await expect(startSms(without, id, '+491700000001')).rejects.toMatchObject({ code: 'factor_not_offered' })
  })
})

describe('changing factors', () => {
  const principal = (personId: string, methods: Principal['assurance']['methods'], secondsAgo = 0): Principal => ({
    kind: 'person',
    personId,
    sessionId: 's',
    roles: new Set(),
    assurance: assuredBy(methods, new Date(house.clock.now().getTime() - secondsAgo * 1000)),
  })

  it('wants a fresh proof, and of whoever has a second factor that factor', () => {
    const now = house.clock.now()
    const app = [{ kind: 'totp' as const }]
    const refusal = expect.objectContaining({ code: 'insufficient_user_authentication' })
    const check = (given: Principal, has: typeof app, isRemoving = false) => {
      try {
        requireFreshProof(given, has, now, isRemoving)
        return null
      } catch (error) {
        return error
      }
    }
    expect(check(principal('p', ['password']), [])).toBeNull()
    expect(check(principal('p', ['password'], 3600), [])).toEqual(refusal)
    expect(check(principal('p', ['password']), app)).toEqual(refusal)
    expect(check(principal('p', ['password', 'otp']), app)).toBeNull()
    expect(check(principal('p', ['password', 'otp'], 3600), app)).toEqual(refusal)
    // The factor of this morning is none now, however fresh the password beside it.
    const beside = principal('p', ['password', 'otp'])
    const morning = new Date(now.getTime() - 3_600_000)
    const proofs = beside.assurance.proofs.map((each) => (each.method === 'otp' ? { ...each, at: morning } : each))
    const mixed = { ...beside, assurance: { ...beside.assurance, proofs } }
    expect(check(mixed, app)).toEqual(refusal)
    expect(check(mixed, app, true)).toEqual(refusal)
    expect(check(mixed, [])).toBeNull()
    expect(check(principal('p', ['temporary_pass']), app)).toBeNull()
    expect(check(principal('p', ['temporary_pass']), app, true)).toEqual(refusal)
  })

  it('is told on every address and in the trail; nobody changes those of somebody else', async () => {
    const id = await person('dora')
    const other = await person('sio')
    const { factor } = await addApp(house, id)
    const rename = { personId: other, factorId: factor.id, actor: self(other), change: { name: 'mine' } }
    await expect(changeFactor(house.deps, rename)).rejects.toMatchObject({ code: 'factor_not_found' })
    await expect(changeFactor(house.deps, { ...rename, change: 'remove' })).rejects.toMatchObject({
      code: 'factor_not_found',
    })
    await changeFactor(house.deps, { ...rename, personId: id, actor: self(id) })
    await changeFactor(house.deps, { personId: id, factorId: factor.id, actor: self(id), change: 'remove' })
    await house.jobs.runUntilIdle()
    const told = house.mailbox.filter(({ to, kind }) => to === 'dora@contractor.example' && kind === 'factor_changed')
    expect(told).toHaveLength(3)
    expect((await house.trail(id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['factor.added', 'factor.renamed', 'factor.removed']),
    )
    expect(await house.credentials.factorsOf(house.db, id)).toEqual([])
  })
})
