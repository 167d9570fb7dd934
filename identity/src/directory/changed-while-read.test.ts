/** Settings that are changed while a directory is read are the ones it is read by. */
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLdap } from '../testing-directories.ts'
import type { SliceDeps } from './deps.ts'
import { startSync } from './run-syncs.ts'
import { changeDirectory } from './save-directory.ts'
import { directoryById } from './store/directories.ts'
import { listRuns } from './store/runs.ts'
import type { DirectoryRow } from './store/tables.ts'
import { syncDirectory } from './sync-directory.ts'
import { directoryWorld, operator, type World } from './testing.ts'

let slapd: Slapd
let world: World
let directoryId: string
beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  world = await directoryWorld()
  directoryId = await connectLdap(world, slapd, {})
  await world.poll()
  await ldapAdmin(slapd).set('molly', 'roomNumber', 'CC-4711')
  await world.poll()
})
afterAll(async () => {
  await world.close()
  await slapd.stop()
})

async function row(): Promise<DirectoryRow> {
  const found = await directoryById(world.db, directoryId)
  if (found === null) throw new Error('the directory is not there')
  return found
}

/** A run that somebody asked for, and that nobody has begun. */
async function asked(): Promise<string> {
  const input = { directoryId, trigger: 'person', actor: operator } as const
  return (await world.db.transaction((tx) => startSync(world.directory.deps, tx, input))).id
}

/** The cost centre is another attribute from now on. */
async function changeSettings(): Promise<void> {
  const { version, settings, sync, name } = await row()
  if (settings.kind !== 'ldap') throw new Error('it is of another kind')
  const change = { version, name, sync, settings: { ...settings, costCenterAttribute: 'roomNumber' } }
  await world.db.transaction((tx) =>
    changeDirectory(world.directory.deps, tx, { directoryId, change, actor: operator }),
  )
}

/** The slice as it is, but that something happens once while the last page of its people is on its way. */
function whileRead(happens: () => Promise<void>): SliceDeps {
  const { deps } = world.directory
  let isOver = false
  const of: typeof deps.connectors.of = (directory) => {
    const connector = deps.connectors.of(directory)
    return {
      ...connector,
      async list(page) {
        const found = await connector.list(page)
        if (found.next === null && !isOver) {
          isOver = true
          await happens()
        }
        return found
      },
    }
  }
  return { ...deps, connectors: { ...deps.connectors, of } }
}

test('everybody is read again by them at once, in the run that somebody follows', async () => {
  const runId = await asked()
  await syncDirectory(whileRead(changeSettings), { directoryId, runId })
  expect(await world.person('molly')).toMatchObject({ costCenter: 'CC-4711' })
  const { items } = await listRuns(world.db, { directoryId, limit: 1 })
  expect(items).toMatchObject([{ id: runId, kind: 'full', state: 'done' }])
  expect(await row()).toMatchObject({ health: 'ok', cursor: expect.any(String) })
})

test('one that was paused and goes on while it was read is read from the start', async () => {
  let readings = 0
  const { deps } = world.directory
  const pauseAndGoOn = async () => {
    await world.db.transaction((tx) => world.directory.pause(tx, { directoryId, reason: 'a look', actor: operator }))
    await world.db.transaction((tx) => world.directory.resume(tx, { directoryId, actor: operator }))
  }
  const runId = await asked()
  const { connectors } = whileRead(pauseAndGoOn)
  const of: typeof connectors.of = (directory) => {
    readings++
    return connectors.of(directory)
  }
  await syncDirectory({ ...deps, connectors: { ...connectors, of } }, { directoryId, runId })
  expect(readings).toBe(2)
  expect((await listRuns(world.db, { directoryId, limit: 1 })).items).toMatchObject([{ id: runId, state: 'done' }])
})
