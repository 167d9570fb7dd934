import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SliceDeps } from './deps.ts'
import { startSync } from './run-syncs.ts'
import { runById } from './store/runs.ts'
import { syncDirectory } from './sync-directory.ts'
import { directoryWorld, operator, type World } from './testing.ts'

let world: World
let directoryId: string
beforeAll(async () => {
  world = await directoryWorld()
  const input = { name: 'Contractors', settings: { kind: 'built-in' } } as const
  directoryId = (await world.db.transaction((tx) => world.directory.connect(tx, operator, input))).id
})
afterAll(() => world?.close())

const create = (login: string) =>
  world.db.transaction((tx) => {
    const mail = `${login}@contractor.example`
    return world.directory.createPerson(tx, operator, { directoryId, login, displayName: login, mail })
  })

/** The same house, in which somebody is made just after the last name of a listing was read. */
function whileReading(login: string): SliceDeps {
  const { deps } = world.directory
  const after = async <T>(answer: Promise<T>): Promise<T> => {
    const page = await answer
    await create(login)
    return page
  }
  const of: SliceDeps['connectors']['of'] = (directory) => {
    const connector = deps.connectors.of(directory)
    const { changes } = connector
    if (!changes) return connector
    return {
      ...connector,
      list: (page) => after(connector.list(page)),
      changes: { ...changes, keys: (page) => after(changes.keys(page)) },
    }
  }
  return { ...deps, connectors: { ...deps.connectors, of } }
}

test('whoever is made while everybody is read, or the names of all entries, is not gone', async () => {
  await create('before')
  await world.poll()
  const run = await world.db.transaction((tx) =>
    startSync(world.directory.deps, tx, { directoryId, trigger: 'person', actor: operator }),
  )
  await syncDirectory(whileReading('during-a-full-read'), { directoryId, runId: run.id })
  expect(await runById(world.db, run.id)).toMatchObject({ state: 'done', gone_count: 0, held_back_count: 0 })
  world.clock.advance(24 * 3_600_000 - 1000)
  await syncDirectory(whileReading('during-a-sweep'), { directoryId, runId: null })
  for (const login of ['before', 'during-a-full-read', 'during-a-sweep'])
    expect(await world.person(login)).toMatchObject({ state: 'active' })
})

test('whoever was being made when reading began, and was there only after it, is not gone', async () => {
  const run = await world.db.transaction((tx) =>
    startSync(world.directory.deps, tx, { directoryId, trigger: 'person', actor: operator }),
  )
  const { deps } = world.directory
  const began = Promise.withResolvers<void>()
  const listed = Promise.withResolvers<void>()
  const making = world.db.transaction(async (tx) => {
    const mail = 'slow@contractor.example'
    await world.directory.createPerson(tx, operator, { directoryId, login: 'slow', displayName: 'slow', mail })
    began.resolve()
    await listed.promise
  })
  await began.promise
  world.clock.advance(2000)
  const of: SliceDeps['connectors']['of'] = (directory) => {
    const connector = deps.connectors.of(directory)
    const list: typeof connector.list = async (page) => {
      const found = await connector.list(page)
      listed.resolve()
      await making
      return found
    }
    return { ...connector, list }
  }
  await syncDirectory({ ...deps, connectors: { ...deps.connectors, of } }, { directoryId, runId: run.id })
  expect(await runById(world.db, run.id)).toMatchObject({ state: 'done', gone_count: 0 })
  expect(await world.person('slow')).toMatchObject({ state: 'active' })
})
