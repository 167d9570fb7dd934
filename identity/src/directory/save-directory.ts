import { isDeepStrictEqual } from 'node:util'
import type { DirectoryChange, NewDirectory } from '@hallpass/contract/directories'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { invalidField } from '../platform/errors.ts'
import { placeOfSecret } from './connectors/registry.ts'
import type { SliceDeps } from './deps.ts'
import {
  directoryNameTaken,
  directoryRemoving,
  directoryUnknown,
  kindFixed,
  secretNeeded,
  wasChanged,
} from './errors.ts'
import { directoryChanged } from './events.ts'
import { sealSecret } from './open-connectors.ts'
import { refuseFaultySettings } from './refuse-faulty-settings.ts'
import { connectedById, firstBuiltIn, insertDirectory, isNameTaken, updateDirectory } from './store/directories.ts'
import type { DirectoryRow } from './store/tables.ts'
import { cleanLine, isTimeZone, keyOf } from './text.ts'
import type { SyncSettings } from './types.ts'

const defaultSync: SyncSettings = {
  syncEverySeconds: 30,
  sweepEverySeconds: 300,
  removalsPercentMax: 10,
  removalsCountMax: 5,
  ownMailDomains: [],
}

/** Connects a directory; its first sync is due at once. */
export async function connectDirectory(
  deps: SliceDeps,
  tx: Tx,
  input: { directory: NewDirectory; actor: Actor },
): Promise<DirectoryRow> {
  const { settings, sync, bindPassword } = input.directory
  const name = nameOf(input.directory.name)
  refuseFaultySettings(deps, settings)
  checkTimeZone(sync?.timeZone)
  if (placeOfSecret(settings) !== null && bindPassword === undefined) throw secretNeeded()
  const now = deps.clock.now()
  const id = deps.ids.next()
  const row = {
    id,
    kind: settings.kind,
    name,
    name_key: keyOf(name),
    settings,
    sync: { ...defaultSync, ...sync },
    secret:
      bindPassword === undefined || placeOfSecret(settings) === null ? null : sealSecret(deps.keys, id, bindPassword),
    version: 1,
    created_at: now,
    updated_at: now,
    cursor: null,
    next_sync_at: now,
    next_sweep_at: now,
    next_full_at: now,
    last_sync_at: null,
    health: 'unknown' as const,
    health_since: null,
    health_message: null,
    warning: null,
    warned_at: null,
    paused_at: null,
    pause_reason: null,
    removing_at: null,
    removed_at: null,
  }
  if (!(await insertDirectory(tx, row))) throw directoryNameTaken()
  deps.audit.record(tx, {
    action: 'directory.connected',
    actor: input.actor,
    subjects: { directoryId: id },
    after: { name, kind: settings.kind, settings, sync: row.sync },
  })
  await tell(deps, tx, id, 'connected', input.actor)
  return row
}

/**
 * Changes a directory. Where it is and as whom it is read cannot change without the bind password entered again, so that
 * whoever took over an administrator's session cannot have it sent elsewhere (security A.5).
 */
export async function changeDirectory(
  deps: SliceDeps,
  tx: Tx,
  input: { directoryId: string; change: DirectoryChange; actor: Actor },
): Promise<DirectoryRow> {
  const before = await connectedById(tx, input.directoryId)
  if (before === null) throw directoryUnknown()
  if (before.removing_at !== null) throw directoryRemoving()
  const { settings, bindPassword, version } = input.change
  if (settings.kind !== before.kind) throw kindFixed()
  refuseFaultySettings(deps, settings)
  checkTimeZone(input.change.sync.timeZone)
  const place = placeOfSecret(settings)
  const hasMoved = place !== placeOfSecret(before.settings)
  if (hasMoved && bindPassword === undefined) throw secretNeeded()
  const name = nameOf(input.change.name)
  if (await isNameTaken(tx, keyOf(name), before.id)) throw directoryNameTaken()
  const sync = { ...before.sync, ...input.change.sync }
  const after = await updateDirectory(
    tx,
    { id: before.id, version, now: deps.clock.now() },
    {
      name,
      name_key: keyOf(name),
      settings,
      sync,
      secret:
        bindPassword === undefined || place === null ? before.secret : sealSecret(deps.keys, before.id, bindPassword),
      restart: !isDeepStrictEqual(settings, before.settings),
    },
  )
  if (after === undefined) throw wasChanged()
  deps.audit.record(tx, {
    action: 'directory.changed',
    actor: input.actor,
    subjects: { directoryId: before.id },
    before: { name: before.name, settings: before.settings, sync: before.sync },
    after: { name, settings, sync, secretEntered: bindPassword !== undefined },
  })
  await tell(deps, tx, before.id, 'changed', input.actor)
  return after
}

/** Whoever must know of it, as all administrators do (security C.19), hears of it in the same transaction. */
async function tell(
  deps: Pick<SliceDeps, 'events'>,
  tx: Tx,
  directoryId: string,
  change: 'connected' | 'changed',
  actor: Actor,
): Promise<void> {
  const actorPersonId = actor.kind === 'person' ? actor.personId : null
  await deps.events.emit(tx, directoryChanged, { directoryId, change, actorPersonId })
}

/** The first built-in directory, made when there is none: where the first administrator's account is kept. */
export async function builtInDirectory(deps: SliceDeps, tx: Tx, actor: Actor): Promise<DirectoryRow> {
  const there = await firstBuiltIn(tx)
  return (
    there ??
    (await connectDirectory(deps, tx, {
      directory: { name: 'Hallpass accounts', settings: { kind: 'built-in' } },
      actor,
    }))
  )
}

function nameOf(text: string): string {
  const name = cleanLine(text, 100)
  if (name === null) throw invalidField('name', 'A directory needs a name.')
  return name
}

/** A zone that nobody knows would move reminders into somebody's night. */
function checkTimeZone(name: string | undefined): void {
  if (name === undefined || isTimeZone(name)) return
  throw invalidField('sync.timeZone', 'This is no time zone. Name one such as Europe/Berlin.')
}
