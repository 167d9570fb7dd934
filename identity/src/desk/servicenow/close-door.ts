import type { ServiceNowDeps } from './deps.ts'
import { doorClosed } from './errors.ts'
import { lockConnection, saveConnection } from './store-connections.ts'
import { countRequests } from './store-passwords.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'
import type { Connection } from './types.ts'

export type CloseDoorDeps = TellAdministratorsDeps & Pick<ServiceNowDeps, 'db' | 'clock' | 'audit'>

const windowMinutes = 10

/** In pull mode an unlock is a link that is mailed, as a reset is. */
const kindsOf = ({ settings }: Connection) =>
  settings.mode === 'pull' ? (['reset', 'unlock'] as const) : (['reset'] as const)

/** More resets than usual in a short time: the door for passwords closes until an administrator has looked (security C.13). */
export async function closeWhenFlooded(deps: CloseDoorDeps, connection: Connection): Promise<void> {
  if (connection.state !== 'active') throw doorClosed(connection.closedReason ?? 'This door is closed.')
  const now = deps.clock.now()
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const count = await countRequests(deps.db, { connectionId: connection.id, kinds: kindsOf(connection), since })
  if (count < connection.settings.resetsMax) return
  const reason = `${count} password resets came from ServiceNow within ${windowMinutes} minutes; no more are taken until an administrator opens the door again.`
  await deps.db.transaction(async (tx) => {
    const locked = await lockConnection(tx, connection.id)
    if (locked?.state !== 'active') return
    await saveConnection(tx, { ...locked, state: 'closed', closedReason: reason }, undefined, now)
    deps.audit.record(tx, {
      action: 'servicenow.closed',
      actor: { kind: 'system', name: 'servicenow' },
      subjects: {},
      reason,
      after: { connectionId: connection.id, resets: count },
    })
    await tellAdministrators(deps, tx, {
      kind: 'servicenow_closed',
      subject: {
        en: `Password resets from ServiceNow were stopped: ${connection.name}`,
        de: `Passwort-Zurücksetzungen aus ServiceNow wurden angehalten: ${connection.name}`,
      },
      text: {
        en: reason,
        de: `Binnen ${windowMinutes} Minuten kamen ${count} Passwort-Zurücksetzungen aus ServiceNow; weitere werden erst angenommen, wenn ein Administrator die Tür wieder öffnet.`,
      },
    })
  })
  throw doorClosed(reason)
}
