import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Delay } from './at-deadline.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  until,
} from './testing-credentials.ts'

let house: CredentialsHouse
/** Deadlines that nobody reaches until the test lets them. */
let held: { milliseconds: number; release: () => void }[] = []
const delay: Delay = (milliseconds, signal) =>
  new Promise((resolve) => {
    held.push({ milliseconds, release: resolve })
    signal.addEventListener('abort', () => resolve())
  })
beforeAll(async () => {
  house = await credentialsHouse({ delay })
})
afterAll(() => house.close())

it('who asks another system for a code hears of it at one moment, whether there is such a person or not', async () => {
  const { id: personId } = await house.addPerson({ login: 'molly', password: goodPassword })
  const { outside } = house.credentials
  const given = { proofs: [], factorIds: [] }
  const { address } = caller
  const challengeId = (await outside.start({ personId, given, address }))?.challengeId ?? ''
  const ask = { challengeId, given, kind: 'mail_code' as const, answer: '', address }
  const answered: string[] = []
  const asked = [personId, null].map(async (person) => {
    const { kind } = await outside.answer({ ...ask, personId: person })
    answered.push(kind)
  })
  await until(async () => {
    await house.jobs.runUntilIdle()
    return held.length === 2 && fromMail(house, 'molly@contractor.example').code !== ''
  })
  expect(answered).toEqual([])
  expect(new Set(held.map(({ milliseconds }) => milliseconds)).size).toBe(1)
  for (const { release } of held) release()
  await Promise.all(asked)
  expect(answered).toEqual(['waiting', 'waiting'])
  held = []
  const { code } = fromMail(house, 'molly@contractor.example')
  expect(await outside.answer({ ...ask, personId, answer: code })).toMatchObject({ kind: 'proven', isEnough: true })
})
