import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Home } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { settleOpenWrites } from './settle-open-writes.ts'
import { insertWrite, openWrites } from './store-writes.ts'
import { type CredentialsHouse, credentialsHouse, goodPassword } from './testing-credentials.ts'

let house: CredentialsHouse
let round = 0
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  round += 1
})

/** A write that nobody answered for, begun as many minutes ago. */
async function abandonedWrite(login: string, minutesAgo: number): Promise<string> {
  const { id: personId } = await house.addPerson({ login: `${login}-${round}`, password: goodPassword })
  await writeOf(personId, minutesAgo)
  return personId
}

function writeOf(personId: string, minutesAgo: number): Promise<void> {
  return house.db.transaction(async (tx) => {
    const actor = { kind: 'system', name: 'test' } as const
    const intentId = house.audit.intent(tx, { action: 'password.reset', actor, subjects: { personId } })
    const startedAt = new Date(house.clock.now().getTime() - minutesAgo * 60_000)
    insertWrite(tx, {
      id: house.ids.next(),
      personId,
      intentId,
      kind: 'reset',
      ticketId: null,
      changedBefore: null,
      startedAt,
    })
  })
}

const stillOpen = async () => {
  const startedBefore = new Date(house.clock.now().getTime() + 1000)
  return (await openWrites(house.db, { startedBefore, limit: 1000 })).map(({ personId }) => personId)
}

/** The house with other homes for some of its people. */
const withHomes = (homeOf: (home: Home, personId: string) => Home) => ({
  ...house.deps,
  directory: {
    ...house.directory,
    connectorOf: async (r: Reader, id: string) => homeOf(await house.directory.connectorOf(r, id), id),
  },
})

test('one that cannot be settled keeps none of those behind it', async () => {
  const bad = await abandonedWrite('bad', 9)
  const good = await abandonedWrite('good', 5)
  const deps = withHomes((home, id) => {
    if (id === bad) throw new Error('The key that sealed this value is not in the keyring')
    return home
  })
  await settleOpenWrites(deps, house.clock.now())
  expect(await stillOpen()).toEqual([bad])
  await settleOpenWrites(house.deps, house.clock.now())
  expect(await stillOpen()).toEqual([])
  expect(good).not.toBe(bad)
})

test('a directory that is silent is asked once a round, however many wait for it, and those of others are settled', async () => {
  const first = await abandonedWrite('silent', 30)
  for (let n = 0; n < 120; n += 1) await writeOf(first, 30 - n / 10)
  await abandonedWrite('other', 2)
  let asked = 0
  const silentHome = (home: Home): Home => ({
    ...home,
    directory: { ...home.directory, id: 'silent' },
    connector: {
      ...home.connector,
      passwords: {
        ...(home.connector.passwords as NonNullable<Home['connector']['passwords']>),
        state: () => {
          asked += 1
          return Promise.reject(new Error('no answer'))
        },
      },
    },
  })
  const deps = withHomes((home, id) => (id === first ? silentHome(home) : home))
  await settleOpenWrites(deps, house.clock.now())
  expect(asked).toBe(1)
  expect(new Set(await stillOpen())).toEqual(new Set([first]))
})

test('a paused directory is not asked at all', async () => {
  const personId = await abandonedWrite('paused', 5)
  let asked = false
  const deps = withHomes((home, id) => {
    if (id !== personId) return home
    const { connector } = home
    const passwords = connector.passwords as NonNullable<typeof connector.passwords>
    const state: typeof passwords.state = (ref) => {
      asked = true
      return passwords.state(ref)
    }
    const directory = { ...home.directory, pausedAt: house.clock.now() }
    return { ...home, directory, connector: { ...connector, passwords: { ...passwords, state } } }
  })
  await settleOpenWrites(deps, house.clock.now())
  expect([asked, (await stillOpen()).includes(personId)]).toEqual([false, true])
})
