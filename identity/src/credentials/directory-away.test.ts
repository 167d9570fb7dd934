/** A network whose people fail because a directory is away, and those of other directories in it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { type CredentialsHouse, caller, credentialsHouse, goodPassword } from './testing-credentials.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse()
  await house.addPerson({ login: 'carla', password: goodPassword })
})
afterAll(() => house.close())

/** Refusals are told at once here. */
const signIn = (login: string, address: string) =>
  checkPassword(
    { ...house.deps, delay: async () => {} },
    { ...caller, address, login, password: new Secret(goodPassword) },
  )

/** How many sign-ins of people who are not here are answered before the network has to wait. */
async function untilClosed(address: string, most: number): Promise<number> {
  for (let tries = 0; tries < most; tries += 1) {
    const code = await signIn(`nobody-${tries}`, address).then(
      ({ kind }) => kind,
      (error: { code?: string }) => error.code,
    )
    if (code !== 'refused') return tries
  }
  return most
}

const setHealth = (health: 'ok' | 'failing') =>
  sql`update directories set health = ${health} where name = 'Away'`.execute(house.db.withTables<object>())

test('with every directory there it closes after a hundred failures', async () => {
  expect(await untilClosed('203.0.113.1', 200)).toBe(100)
  await expect(signIn('carla', '203.0.113.1')).rejects.toMatchObject({ code: 'too_many_tries' })
})

test('while one is away an office that fails keeps nobody of the others out, and a thousand are still the end', async () => {
  const away = { name: 'Away', settings: { kind: 'built-in' } } as const
  await house.db.transaction((tx) => house.directory.connect(tx, { kind: 'operator', name: 'test' }, away))
  await setHealth('failing')
  house.clock.advance(31_000)
  expect(await untilClosed('203.0.113.2', 300)).toBe(300)
  const carla = { ...caller, address: '203.0.113.2', login: 'carla', password: new Secret(goodPassword) }
  expect(await checkPassword(house.deps, carla)).toMatchObject({ kind: 'ok' })
  expect(await untilClosed('203.0.113.2', 1000)).toBe(700)
  await setHealth('ok')
  house.clock.advance(31_000)
  expect(await untilClosed('203.0.113.3', 200)).toBe(100)
})
