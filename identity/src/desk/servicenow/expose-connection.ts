import type { ServiceNowDeps } from './deps.ts'
import { exposeKeys } from './store-keys.ts'
import { tellAdministrators } from './tell-administrators.ts'
import type { Connection } from './types.ts'

export type ExposeDeps = Pick<ServiceNowDeps, 'db' | 'audit' | 'mail' | 'publicUrl' | 'directory' | 'access'>

/** A copy of the instance holds our keys: none of them opens anything any more until an administrator makes new ones. */
export async function exposeConnection(deps: ExposeDeps, connection: Connection, by: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await exposeKeys(tx, connection.id, by))) return
    deps.audit.record(tx, {
      action: 'servicenow.key_exposed',
      actor: { kind: 'system', name: 'servicenow' },
      subjects: {},
      after: { connectionId: connection.id, instanceId: connection.instanceId, usedBy: by },
    })
    await tellAdministrators(deps, tx, {
      kind: 'servicenow_key_exposed',
      subject: {
        en: `The keys of ServiceNow are in another instance: ${connection.name}`,
        de: `Die Schlüssel für ServiceNow sind in einer anderen Instanz: ${connection.name}`,
      },
      text: {
        en: `An instance other than the one Hallpass works with called with the keys of “${connection.name}”: probably a copy of it. Nothing was changed, and the keys open nothing any more. Make new keys and enter them in the right instance.`,
        de: `Eine andere Instanz als die verbundene hat mit den Schlüsseln von „${connection.name}“ angerufen: vermutlich eine Kopie. Nichts wurde geändert, und die Schlüssel öffnen nichts mehr. Erzeugen Sie neue und tragen Sie sie in der richtigen Instanz ein.`,
      },
    })
  })
}
