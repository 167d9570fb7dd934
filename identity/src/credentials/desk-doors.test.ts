import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { recoveryFinished, resetAbandoned } from './events.ts'
import { finishReset } from './finish-reset.ts'
import { reportAbandoned } from './report-abandoned.ts'
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
const finished: string[] = []
const abandoned: string[] = []
beforeAll(async () => {
  house = await credentialsHouse()
  house.events.inTransaction(recoveryFinished, 'test', async (_tx, { recoveryId }) => void finished.push(recoveryId))
  house.events.inTransaction(resetAbandoned, 'test', async (_tx, { personId }) => void abandoned.push(personId))
})
afterAll(() => house.close())

const agent = { kind: 'operator', name: 'agent' } as const
const mailTo = (login: string, kind: string) =>
  house.mailbox.findLast((mail) => mail.to === `${login}@contractor.example` && mail.kind === kind)?.text ?? ''

describe('a reset link of the service desk', () => {
  it('goes to the person alone, opens the page once, and counts for the case', async () => {
    const { id } = await house.addPerson({ login: 'molly', password: goodPassword })
    const caseId = house.ids.next()
    const issued = await house.db.transaction((tx) =>
      house.credentials.issueResetLink(tx, { personId: id, caseId, to: 'mail' }, agent),
    )
    expect(issued.sentTo).toEqual(['molly@contractor.example'])
    await house.jobs.runUntilIdle()
    const token = new Secret(/#(\S+)/.exec(mailTo('molly', 'reset_link'))?.[1] ?? '')
    expect(JSON.stringify(issued)).not.toContain(token.reveal())
    const { ticket, more } = await verifyProof(house.deps, { ...caller, token })
    expect(more).toEqual([])
    await expect(verifyProof(house.deps, { ...caller, token })).rejects.toMatchObject({ code: 'link_invalid' })
    await finishReset(house.deps, { ...caller, ticket, password: new Secret(nextPassword) })
    expect(
      (await checkPassword(house.deps, { ...caller, login: 'molly', password: new Secret(nextPassword) })).kind,
    ).toBe('ok')
    const recovery = await house.credentials.recovery(house.db, finished.at(-1) ?? '')
    expect(recovery).toMatchObject({ personId: id, kind: 'reset', door: 'desk', caseId })
  })

  it('is never sent to an address that the directory does not have', async () => {
    const { id } = await house.addPerson({ login: 'carla', password: goodPassword })
    const to = { address: 'thief@elsewhere.example' }
    const sent = house.db.transaction((tx) =>
      house.credentials.issueResetLink(tx, { personId: id, caseId: house.ids.next(), to }, agent),
    )
    await expect(sent).rejects.toMatchObject({ code: 'pass_impossible' })
    const coded = house.db.transaction((tx) =>
      house.credentials.sendProofCode(tx, { personId: id, caseId: house.ids.next(), address: to.address }),
    )
    await expect(coded).rejects.toMatchObject({ code: 'pass_impossible' })
  })
})

describe('a temporary pass', () => {
  const issue = (personId: string, minutes = 30) =>
    house.db.transaction((tx) => house.credentials.issueTemporaryPass(tx, { personId, caseId: null, minutes }, agent))
  const redeem = (login: string, pass: Secret) => house.credentials.redeemTemporaryPass({ ...caller, login, pass })

  it('opens once, for its person, for an hour at most; a new one ends the one before', async () => {
    const { id } = await house.addPerson({ login: 'omar', password: goodPassword })
    await house.addPerson({ login: 'other', password: goodPassword })
    const before = await issue(id)
    const { pass, expiresAt } = await issue(id, 600)
    expect(expiresAt.getTime() - house.clock.now().getTime()).toBe(60 * 60_000)
    expect(await redeem('omar', before.pass)).toEqual({ kind: 'refused' })
    expect(await redeem('other', pass)).toEqual({ kind: 'refused' })
    const results = await Promise.all([redeem('omar', pass), redeem('omar', pass)])
    expect(results.filter(({ kind }) => kind === 'ok')).toEqual([{ kind: 'ok', personId: id, epoch: 0, expiresAt }])
    expect(await redeem('omar', pass)).toEqual({ kind: 'refused' })
  })

  it('is over after its time, and after five wrong ones the right one waits', async () => {
    const { id } = await house.addPerson({ login: 'sio', password: goodPassword })
    const late = await issue(id, 10)
    house.clock.advance(10 * 60_000)
    expect(await redeem('sio', late.pass)).toEqual({ kind: 'refused' })
    const { pass } = await issue(id, 60)
    for (let round = 0; round < 5; round += 1) await redeem('sio', new Secret('2222-2222-2222'))
    expect(await redeem('sio', pass)).toEqual({ kind: 'refused' })
  })

  it('takes a hundred wrong ones from all networks together, and they cost the person nothing but this pass', async () => {
    const { id } = await house.addPerson({ login: 'ines', password: goodPassword })
    const wrong = new Secret('2222-2222-2222')
    const from = (n: number, pass: Secret) =>
      house.credentials.redeemTemporaryPass({ ...caller, address: `198.51.${n}.1`, login: 'ines', pass })
    const guess = async (networks: number) => {
      for (let n = 0; n < networks; n += 1) for (let round = 0; round < 5; round += 1) await from(n, wrong)
    }
    const almost = await issue(id, 60)
    await guess(19)
    expect(await from(200, almost.pass)).toMatchObject({ kind: 'ok' })
    const { pass } = await issue(id, 60)
    await guess(20)
    expect(await from(200, pass)).toEqual({ kind: 'refused' })
    house.clock.advance(59 * 60_000)
    expect(await from(200, pass)).toEqual({ kind: 'refused' })
    const password = new Secret(goodPassword)
    expect(await checkPassword(house.deps, { ...caller, login: 'ines', password })).toMatchObject({ kind: 'ok' })
    // From the networks of those guesses too.
    expect(await from(1, (await issue(id)).pass)).toMatchObject({ kind: 'ok' })
  })
})

describe('a code for a case', () => {
  it('proves the address once, for its case, in five tries', async () => {
    const { id: personId } = await house.addPerson({ login: 'frank', password: goodPassword })
    const caseId = house.ids.next()
    await house.db.transaction((tx) =>
      house.credentials.sendProofCode(tx, { personId, caseId, address: 'FRANK@contractor.example' }),
    )
    await house.jobs.runUntilIdle()
    const { code } = fromMail(house, 'frank@contractor.example')
    expect(await house.credentials.checkProofCode({ personId, caseId: house.ids.next(), code })).toEqual({
      kind: 'ended',
    })
    expect(
      await house.credentials.checkProofCode({ personId, caseId, code: code === '000000' ? '000001' : '000000' }),
    ).toEqual({
      kind: 'refused',
      triesLeft: 4,
    })
    expect(await house.credentials.checkProofCode({ personId, caseId, code })).toMatchObject({ kind: 'proven' })
    expect(await house.credentials.checkProofCode({ personId, caseId, code })).toEqual({ kind: 'ended' })
  })
})

describe('what nobody finished', () => {
  it('is told once as abandoned, unless they got back to work by another attempt', async () => {
    const left = await house.addPerson({ login: 'leo', password: goodPassword })
    await house.addPerson({ login: 'ivan', password: goodPassword })
    for (const login of ['leo', 'ivan', 'nobody-here']) await startReset(house.deps, { ...caller, login })
    const { attemptId } = await startReset(house.deps, { ...caller, login: 'ivan' })
    await house.jobs.runUntilIdle()
    const code = new Secret(fromMail(house, 'ivan@contractor.example').code)
    const { ticket } = await verifyProof(house.deps, { ...caller, attemptId, code })
    await finishReset(house.deps, { ...caller, ticket, password: new Secret(nextPassword) })
    await reportAbandoned(house.deps, house.clock.now())
    expect(abandoned).toEqual([])
    house.clock.advance(26 * 60_000)
    await reportAbandoned(house.deps, house.clock.now())
    await reportAbandoned(house.deps, house.clock.now())
    expect(abandoned).toEqual([left.id])
  })
})
