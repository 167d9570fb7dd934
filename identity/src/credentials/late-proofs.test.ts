import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { startReset } from './start-reset.ts'
import { redeemTemporaryPass } from './temporary-pass.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  until,
} from './testing-credentials.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse

beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

/** The refusal is told at once; the work goes on behind it, and ends before this does. */
async function refusedFirst<T>(ask: (deps: CredentialsHouse['deps']) => Promise<T>): Promise<T> {
  let ended: Promise<void> = Promise.resolve()
  const delay = async (_ms: number, _signal: AbortSignal, settled: Promise<void>) => {
    ended = settled
  }
  const deps = { ...house.deps, delay, proofDeadlineMs: 0, signInDeadlineMs: 60_000 }
  try {
    return await ask(deps)
  } finally {
    await ended
  }
}

const actions = async (personId: string) => (await house.trail(personId)).map(({ action }) => action)

describe('a right proof that comes after the refusal', () => {
  it('leaves a temporary pass good for the next try', async () => {
    const { id } = await house.addPerson({ login: 'late-pass', password: goodPassword })
    const { pass } = await house.db.transaction((tx) =>
      house.credentials.issueTemporaryPass(
        tx,
        { personId: id, caseId: null, minutes: 60 },
        { kind: 'operator', name: 'agent' },
      ),
    )
    const input = { ...caller, login: 'late-pass', pass }
    expect((await refusedFirst((deps) => redeemTemporaryPass(deps, input))).kind).toBe('refused')
    expect(await actions(id)).not.toContain('temporary_pass.used')
    expect((await redeemTemporaryPass(house.deps, input)).kind).toBe('ok')
  })

  it.each(['code', 'token'] as const)(
    'leaves a mailed %s good, and the trail says nothing was proven',
    async (what) => {
      const { id } = await house.addPerson({ login: `late-${what}`, password: goodPassword })
      const { attemptId } = await startReset(house.deps, { ...caller, login: `late-${what}` })
      await house.jobs.runUntilIdle()
      const mail = fromMail(house, `late-${what}@contractor.example`)
      const proof = what === 'code' ? { attemptId, code: new Secret(mail.code) } : { token: new Secret(mail.token) }
      await expect(refusedFirst((deps) => verifyProof(deps, { ...caller, ...proof }))).rejects.toMatchObject({
        code: what === 'code' ? 'code_wrong' : 'link_invalid',
      })
      expect(await actions(id)).not.toContain('reset.proven')
      expect(await verifyProof(house.deps, { ...caller, ...proof })).toHaveProperty('ticket')
    },
  )

  it('is in the trail when it was a password, and costs no try', async () => {
    const { id } = await house.addPerson({ login: 'late-word', password: goodPassword })
    const input = { ...caller, login: 'late-word', password: new Secret(goodPassword) }
    for (let times = 0; times < 8; times += 1) {
      expect((await refusedFirst((deps) => checkPassword(deps, input))).kind).toBe('refused')
    }
    await until(async () => (await actions(id)).filter((action) => action === 'sign_in.refused').length === 8)
    const refusals = (await house.trail(id)).filter(({ action }) => action === 'sign_in.refused')
    expect(new Set(refusals.map(({ after }) => JSON.stringify(after)))).toEqual(new Set(['{"because":"late"}']))
    expect((await checkPassword(house.deps, input)).kind).toBe('ok')
  })
})
