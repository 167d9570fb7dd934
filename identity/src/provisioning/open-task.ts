/** What cannot be automated becomes a task with an owner, who is told. */
import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { openTask } from './store-tasks.ts'
import type { AppConnection, TaskCandidate, TaskKind, TaskRow } from './types.ts'

export type OpenTaskDeps = Pick<
  ProvisioningDeps,
  'access' | 'audit' | 'clock' | 'directory' | 'ids' | 'mail' | 'publicUrl'
>

export type TaskWish = {
  kind: TaskKind
  /** Null for the connection as a whole. */
  personId: string | null
  /** The grants behind it: whoever owns their role does the task when the app names nobody. */
  grantIds: readonly string[]
  instruction: string
  entitlements: readonly string[]
  candidates?: readonly TaskCandidate[]
}

export async function openTaskFor(
  deps: OpenTaskDeps,
  tx: Tx,
  connection: Pick<AppConnection, 'appId' | 'taskOwnerId'>,
  wish: TaskWish,
): Promise<TaskRow> {
  const { task, isNew } = await openTask(
    tx,
    {
      id: deps.ids.next(),
      kind: wish.kind,
      appId: connection.appId,
      personId: wish.personId,
      ownerId: await ownerFor(deps, tx, connection.taskOwnerId, wish.grantIds),
      instruction: wish.instruction,
      entitlements: [...wish.entitlements],
      candidates: [...(wish.candidates ?? [])],
    },
    deps.clock.now(),
  )
  if (!isNew) return task
  deps.audit.record(tx, {
    action: 'task.opened',
    actor: { kind: 'system', name: 'provisioning' },
    subjects: {
      taskId: task.id,
      appId: task.appId,
      ...(task.personId === null ? {} : { personId: task.personId }),
    },
    after: { kind: task.kind, ownerId: task.ownerId },
  })
  if (task.ownerId !== null) await tellOwner(deps, tx, task, task.ownerId)
  return task
}

/** The app's own task owner, else an owner of the role; only people who are here. Null: any administrator. */
async function ownerFor(
  deps: Pick<ProvisioningDeps, 'access' | 'directory'>,
  tx: Tx,
  appOwnerId: string | null,
  grantIds: readonly string[],
): Promise<string | null> {
  if (appOwnerId !== null && (await deps.directory.isActive(tx, appOwnerId))) return appOwnerId
  for (const grantId of grantIds) {
    const grant = await deps.access.grant(tx, grantId)
    for (const ownerId of grant === null ? [] : await deps.access.ownersOf(tx, grant.roleId)) {
      if (await deps.directory.isActive(tx, ownerId)) return ownerId
    }
  }
  return null
}

export async function tellOwner(deps: OpenTaskDeps, tx: Tx, task: TaskRow, ownerId: string): Promise<void> {
  const owner = await deps.directory.person(tx, ownerId)
  const app = await deps.access.app(tx, task.appId)
  if (owner?.mail == null) return
  await deps.mail.send(tx, {
    to: owner.mail,
    kind: 'task_waiting',
    subject: `To do: ${app?.name ?? 'an app'}`,
    text: [task.instruction, '', `When it is done, say so here: ${new URL('/admin/tasks', deps.publicUrl)}`].join('\n'),
  })
}
