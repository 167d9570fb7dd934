import type { Tx } from '../platform/database/database.ts'
import type { GroupRecord } from './connectors/connector.ts'
import type { DirectoryDeps } from './deps.ts'
import { groupChanged } from './events.ts'
import { groupsByRefs, hasNesting, markGroupsGone, putGroup, putInherited, putMembers } from './store/groups.ts'
import { cleanLine, fold } from './text.ts'

type Deps = Pick<DirectoryDeps, 'events' | 'clock' | 'ids' | 'audit'>

const system = { kind: 'system', name: 'directory.sync' } as const

/**
 * Makes groups and their members here what the directory says; returns how many differed. Members of groups within a
 * group are members of it, too. */
export async function applyGroups(
  deps: Deps,
  tx: Tx,
  directoryId: string,
  records: readonly GroupRecord[],
): Promise<number> {
  const now = deps.clock.now()
  const known = new Map(
    (
      await groupsByRefs(
        tx,
        directoryId,
        records.map((record) => record.key),
      )
    ).map((row) => [row.ref, row]),
  )
  const changed: string[] = []
  for (const record of records) {
    const before = known.get(record.key)
    const name = cleanLine(record.name) ?? record.key
    const row = {
      id: before?.id ?? deps.ids.next(),
      directory_id: directoryId,
      ref: record.key,
      name,
      sort_name: fold(name),
      is_gone: false,
      version: (before?.version ?? 0) + 1,
      changed_at: now,
      handle: record.handle ?? null,
    }
    const isRenamed = !before || before.name !== name || before.is_gone || before.handle !== row.handle
    if (isRenamed) await putGroup(tx, row)
    const hasNewMembers = await putMembers(tx, { id: row.id, directoryId }, record.members)
    if (!isRenamed && !hasNewMembers) continue
    if (!isRenamed) await putGroup(tx, row)
    changed.push(row.id)
    await deps.events.emit(tx, groupChanged, { groupId: row.id, version: row.version })
    if (before) {
      const what = [...(isRenamed ? ['name'] : []), ...(hasNewMembers ? ['members'] : [])]
      deps.audit.record(tx, {
        action: 'group.changed',
        actor: system,
        subjects: { groupId: row.id, directoryId },
        after: { fields: what },
      })
    }
  }
  const inherited = await inherit(deps, tx, directoryId, changed)
  return changed.length + inherited
}

/** Whoever is in a group through these groups; returns how many groups that changed beside these. */
async function inherit(deps: Deps, tx: Tx, directoryId: string, groupIds: readonly string[]): Promise<number> {
  if (groupIds.length === 0 || !(await hasNesting(tx, directoryId))) return 0
  const changed = await putInherited(tx, directoryId, groupIds, deps.clock.now())
  for (const group of changed) {
    await deps.events.emit(tx, groupChanged, { groupId: group.id, version: group.version })
    deps.audit.record(tx, {
      action: 'group.changed',
      actor: system,
      subjects: { groupId: group.id, directoryId },
      after: { fields: ['members'] },
    })
  }
  return changed.filter((group) => !groupIds.includes(group.id)).length
}

/** Groups that a whole listing no longer has. */
export async function applyGroupsGone(
  deps: Deps,
  tx: Tx,
  directoryId: string,
  seen: ReadonlySet<string>,
): Promise<void> {
  const gone = await markGroupsGone(tx, directoryId, seen, deps.clock.now())
  for (const group of gone) {
    await deps.events.emit(tx, groupChanged, { groupId: group.id, version: group.version })
    deps.audit.record(tx, { action: 'group.gone', actor: system, subjects: { groupId: group.id, directoryId } })
  }
  await inherit(
    deps,
    tx,
    directoryId,
    gone.map((group) => group.id),
  )
}
