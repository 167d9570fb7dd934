import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyPeople } from './apply-people.ts'
import type { PersonRecord } from './connectors/connector.ts'
import { directoryWorld, operator, type World } from './testing.ts'

const peopleCount = 2300

let world: World
let directoryId: string
beforeAll(async () => {
  world = await directoryWorld()
  directoryId = (await world.db.transaction((tx) => world.directory.builtInDirectory(tx, operator))).id
})
afterAll(() => world.close())

/** More values than one statement of PostgreSQL takes, of people as of their addresses. */
function everybody(version: string): PersonRecord[] {
  return Array.from({ length: peopleCount }, (_, number) => ({
    ref: { key: `key-${number}` },
    handle: `cn=p${number}`,
    login: `p${number}`,
    displayName: `${version} ${number}`,
    givenName: null,
    familyName: null,
    title: null,
    department: null,
    locale: null,
    mails: ['a', 'b', 'c', 'd', 'e', 'f'].map((mail) => `${mail}.${version}.${number}@acme.example`),
    phones: ['1', '2'].map((phone) => `+49 30 ${version.length}${phone}${number}`),
    manager: null,
    disabled: false,
    protected: false,
    passwordSetAt: null,
  }))
}

test('a whole page of people who are new, and then of people who all changed, is applied', async () => {
  const apply = (version: string) =>
    world.db.transaction((tx) => applyPeople(world, tx, { directoryId, records: everybody(version), actor: operator }))
  expect(await apply('new')).toMatchObject({ added: peopleCount })
  world.clock.advance(3_600_000)
  expect(await apply('changed')).toMatchObject({ changed: peopleCount })
  expect(await world.person('p2299')).toMatchObject({ displayName: 'changed 2299' })
}, 120_000)
