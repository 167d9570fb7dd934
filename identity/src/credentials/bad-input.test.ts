import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { addProof } from './add-proof.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
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
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

const start = async (login: string) => {
  const { attemptId } = await startReset(house.deps, { ...caller, login })
  await house.jobs.runUntilIdle()
  return { attemptId, ...fromMail(house, `${login}@contractor.example`) }
}
const ticketFor = async (login: string) => {
  const { attemptId, code } = await start(login)
  return (await verifyProof(house.deps, { ...caller, attemptId, code: new Secret(code) })).ticket
}
const finish = (ticket: Secret, password: string) =>
  finishReset(house.deps, { ...caller, ticket, password: new Secret(password) })
const signIn = async (login: string, password: string) =>
  (await checkPassword(house.deps, { ...caller, login, password: new Secret(password) })).kind

describe('what people and attackers send', () => {
  it('two tabs with one link: one opens, the other is told that the link was used, and what the first began goes on', async () => {
    await house.addPerson({ login: 'molly', password: goodPassword })
    const { token } = await start('molly')
    const follow = () => verifyProof(house.deps, { ...caller, token: new Secret(token) })
    const results = await Promise.allSettled([follow(), follow()])
    const [opened] = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
    const [refused] = results.flatMap((result) => (result.status === 'rejected' ? result.reason : []))
    expect(refused).toMatchObject({ code: 'link_invalid' })
    await finish(opened?.ticket ?? new Secret(''), nextPassword)
    expect(await signIn('molly', nextPassword)).toBe('ok')
  })

  it('a code tried twenty times: five are compared, none of the rest is, and the next attempt works', async () => {
    await house.addPerson({ login: 'marcus', password: goodPassword })
    const { attemptId, code } = await start('marcus')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let round = 0; round < 20; round += 1) {
      const guess = verifyProof(house.deps, { ...caller, attemptId, code: new Secret(wrong) })
      await expect(guess).rejects.toMatchObject({ code: 'code_wrong' })
    }
    const refusals = (
      await house.audit.search(house.db, { subjects: { attemptId }, action: 'reset.code_refused' }, { limit: 50 })
    ).items
    expect(refusals).toHaveLength(5)
    await finish(await ticketFor('marcus'), nextPassword)
  })

  it('a password of 10,000 characters or with NUL is refused with a sentence, and the ticket stays good', async () => {
    await house.addPerson({ login: 'diana', password: goodPassword })
    const ticket = await ticketFor('diana')
    for (const password of ['x'.repeat(10_000), `${nextPassword}\u0000tail`])
      await expect(finish(ticket, password)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'password' }] })
    expect(await signIn('diana', goodPassword)).toBe('ok')
    await finish(ticket, nextPassword)
  })

  it('emoji, right-to-left and composed letters in a password hold, however they are typed', async () => {
    await house.addPerson({ login: 'omar', displayName: 'عمر حداد 🦊', password: goodPassword })
    const words = 'كلمة سر طويلة جدا 🦊 Zoë über'
    await finish(await ticketFor('omar'), words.normalize('NFC'))
    expect(await signIn('omar', words.normalize('NFD'))).toBe('ok')
    expect(await signIn('omar', words.replace('🦊', '🐺'))).toBe('refused')
  })

  it('a login of directory syntax finds nobody and everybody is answered alike', async () => {
    await house.jobs.runUntilIdle()
    const mails = house.mailbox.length
    for (const login of ['*)(uid=*', '\\00', '*', 'admin)(|(uid=*', "' or 1=1 --", 'x'.repeat(320)]) {
      const { attemptId } = await start(login)
      expect(attemptId).toMatch(/^[0-9a-f-]{36}$/)
      expect(await signIn(login, goodPassword)).toBe('refused')
    }
    expect(house.mailbox).toHaveLength(mails)
  })

  it('two people with one mail address get no code there: whose it is cannot be told', async () => {
    for (const login of ['twin-a', 'twin-b']) {
      const person = await house.addPerson({ login, mail: 'both@contractor.example', password: goodPassword })
      await house.directory.refresh(person.id)
    }
    const mails = house.mailbox.length
    await start('both@contractor.example')
    expect(house.mailbox).toHaveLength(mails)
  })

  it('killed between proof and reset: the ticket is good on the next node, and for a quarter of an hour', async () => {
    await house.addPerson({ login: 'fiona', password: goodPassword })
    await house.addPerson({ login: 'frank', password: goodPassword })
    const [ticket, late] = [await ticketFor('fiona'), await ticketFor('frank')]
    const next = house.secondNode()
    await finishReset(next, { ...caller, ticket, password: new Secret(nextPassword) })
    expect(await signIn('fiona', nextPassword)).toBe('ok')
    house.clock.advance(15 * 60_000)
    await expect(finish(late, nextPassword)).rejects.toMatchObject({ code: 'ticket_invalid' })
    expect(await signIn('frank', goodPassword)).toBe('ok')
  })

  it('rules that changed between preview and submit are those that hold, said in a sentence, and the ticket stays good', async () => {
    const person = await house.addPerson({ login: 'ivan', password: goodPassword })
    const ticket = await ticketFor('ivan')
    const shown = await showRules(house.deps, { ticket })
    const least = shown.rules.find(({ code }) => code === 'length_min')?.value ?? 0
    const connectorOf: typeof house.directory.connectorOf = async (r, id) => {
      const home = await house.directory.connectorOf(r, id)
      const { passwords } = home.connector
      if (!passwords || id !== person.id) return home
      const reset: typeof passwords.reset = async (ref, next, options) => {
        // The directory is stricter by now than what was shown.
        await passwords.reset(ref, new Secret(next.reveal().slice(0, 3)), options)
      }
      return { ...home, connector: { ...home.connector, passwords: { ...passwords, reset } } }
    }
    const stricter = { ...house.deps, directory: { ...house.deps.directory, connectorOf } }
    const refused = finishReset(stricter, { ...caller, ticket, password: new Secret('abcd'.repeat(least)) })
    await expect(refused).rejects.toMatchObject({ code: 'password_rejected', fields: [{ field: 'password' }] })
    await finish(ticket, nextPassword)
    expect(await signIn('ivan', nextPassword)).toBe('ok')
  })

  it('nonsense where a proof is wanted is a wrong proof and never an error', async () => {
    await house.addPerson({ login: 'dora', password: goodPassword })
    const ticket = await ticketFor('dora')
    await expect(addProof(house.deps, { ...caller, ticket, kind: 'totp', answer: '\u0000' })).rejects.toMatchObject({
      code: 'ticket_invalid',
    })
    const response = {
      id: 'x',
      rawId: 'x',
      type: 'public-key' as const,
      response: { clientDataJSON: '!!' },
      clientExtensionResults: {},
    }
    const { attemptId } = await start('dora')
    const passkey = verifyProof(house.deps, { ...caller, attemptId, response })
    await expect(passkey).rejects.toMatchObject({ code: 'code_wrong' })
    const { challengeId } = await house.credentials.startPasskeySignIn()
    expect(await house.credentials.answerPasskeySignIn({ ...caller, challengeId, response })).toEqual({
      kind: 'refused',
    })
  })
})
