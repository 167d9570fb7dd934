import { afterAll, beforeAll, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { disputeReset } from './dispute-reset.ts'
import { finishReset } from './finish-reset.ts'
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
type Started = Awaited<ReturnType<typeof start>>
const byCode = ({ attemptId, code }: Started) =>
  verifyProof(house.deps, { ...caller, attemptId, code: new Secret(code) })
const byLink = ({ token }: Started) => verifyProof(house.deps, { ...caller, token: new Secret(token) })
const finish = async (attempt: Started) => {
  const { ticket } = await byCode(attempt)
  await finishReset(house.deps, { ...caller, ticket, password: new Secret(nextPassword) })
  await house.jobs.runUntilIdle()
}

it('"this was not me" also voids the codes and links that were sent before it', async () => {
  await house.addPerson({ login: 'molly', password: goodPassword })
  const [first, thief, other] = [await start('molly'), await start('molly'), await start('molly')]
  await finish(first)
  const again = await start('molly')
  const notice = house.mailbox.findLast(({ kind }) => kind === 'password_changed')?.text ?? ''
  const token = new Secret(/#(\S+)/.exec(notice)?.[1] ?? '')
  await disputeReset(house.deps, { ...caller, token })

  await expect(byCode(thief)).rejects.toMatchObject({ code: 'code_wrong' })
  await expect(byLink(other)).rejects.toMatchObject({ code: 'link_invalid' })
  await expect(byCode(again)).rejects.toMatchObject({ code: 'code_wrong' })
  await expect(byLink(again)).rejects.toMatchObject({ code: 'link_invalid' })
})

it('once a password was set, every other code and link of the person is worth nothing', async () => {
  await house.addPerson({ login: 'sio', password: goodPassword })
  const [used, left] = [await start('sio'), await start('sio')]
  await finish(used)
  await expect(byCode(left)).rejects.toMatchObject({ code: 'code_wrong' })
  await expect(byLink(left)).rejects.toMatchObject({ code: 'link_invalid' })
})
