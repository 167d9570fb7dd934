import { directoriesRoutes as spec } from '@hallpass/contract/directories'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { checkDirectory, checkSettings } from './check-directory.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, runUnknown } from './errors.ts'
import { pauseDirectory, resumeDirectory } from './pause-directory.ts'
import { removeDirectory } from './remove-directory.ts'
import { confirmRemovals, startSync } from './run-syncs.ts'
import { changeDirectory, connectDirectory } from './save-directory.ts'
import { allDirectories, connectedById, countPeople } from './store/directories.ts'
import { listRuns, runById } from './store/runs.ts'
import type { SyncRunRow } from './store/tables.ts'
import { directoryDetail, runOf } from './views.ts'

/** Who changes where people come from, or lets many go, proved who they are a short time ago (security C.19). */
const proofSecondsMax = 900

export function directoriesRoutes(server: FastifyInstance, deps: SliceDeps): void {
  const { db, clock } = deps
  const detailOf = async (id: string) => {
    const row = await connectedById(db, id)
    if (row === null) throw directoryUnknown()
    return await directoryDetail(deps, db, row)
  }
  const toRun = async (run: SyncRunRow) => runOf(run, (await countPeople(db, run.directory_id)).missing)

  serve(server, spec.listDirectories, async () => {
    const items = []
    for (const row of await allDirectories(db)) items.push(await directoryDetail(deps, db, row))
    return { items }
  })
  serve(server, spec.getDirectory, ({ params }) => detailOf(params.id))

  serve(server, spec.createDirectory, async (call) => {
    requireRecent(call.principal, clock.now(), proofSecondsMax)
    const input = { directory: call.body, actor: actorOf(call) }
    const { id } = await db.transaction((tx) => connectDirectory(deps, tx, input))
    return await detailOf(id)
  })
  serve(server, spec.updateDirectory, async (call) => {
    requireRecent(call.principal, clock.now(), proofSecondsMax)
    const input = { directoryId: call.params.id, change: call.body, actor: actorOf(call) }
    await db.transaction((tx) => changeDirectory(deps, tx, input))
    return await detailOf(call.params.id)
  })

  serve(server, spec.pauseDirectory, async (call) => {
    requireRecent(call.principal, clock.now(), proofSecondsMax)
    const input = { directoryId: call.params.id, reason: call.body.reason, actor: actorOf(call) }
    await db.transaction((tx) => pauseDirectory(deps, tx, input))
    return await detailOf(call.params.id)
  })
  serve(server, spec.resumeDirectory, async (call) => {
    requireRecent(call.principal, clock.now(), proofSecondsMax)
    await db.transaction((tx) => resumeDirectory(deps, tx, { directoryId: call.params.id, actor: actorOf(call) }))
    return await detailOf(call.params.id)
  })
  serve(server, spec.removeDirectory, async (call) => {
    requireRecent(call.principal, clock.now(), proofSecondsMax)
    const input = { directoryId: call.params.id, ...call.body, actor: actorOf(call) }
    await db.transaction((tx) => removeDirectory(deps, tx, input))
    return await detailOf(call.params.id)
  })

  serve(server, spec.checkNewDirectory, ({ body }) => checkSettings(deps, body))
  serve(server, spec.checkDirectory, ({ params, body }) => checkDirectory(deps, { directoryId: params.id, ...body }))

  serve(server, spec.syncDirectory, async (call) => {
    const input = { directoryId: call.params.id, trigger: 'person' as const, actor: actorOf(call) }
    return await toRun(await db.transaction((tx) => startSync(deps, tx, input)))
  })
  serve(server, spec.listSyncRuns, async ({ params, query }) => {
    if ((await connectedById(db, params.id)) === null) throw directoryUnknown()
    const page = await listRuns(db, { directoryId: params.id, cursor: query.cursor, limit: query.limit ?? 50 })
    const { missing } = await countPeople(db, params.id)
    return { items: page.items.map((run) => runOf(run, missing)), next: page.next }
  })
  serve(server, spec.getSyncRun, async ({ params }) => {
    const run = await runById(db, params.id)
    if (run === null) throw runUnknown()
    return await toRun(run)
  })
  serve(server, spec.confirmRemovals, async (call) => {
    requireRecent(call.principal, clock.now(), proofSecondsMax)
    const input = { runId: call.params.id, heldBack: call.body.heldBack, actor: actorOf(call) }
    return await toRun(await db.transaction((tx) => confirmRemovals(deps, tx, input)))
  })
}
