import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'

export type TellBreakGlassDeps = TellAdministratorsDeps & Pick<SsoDeps, 'audit' | 'log'>

/** Somebody signed in to a break-glass account, which is loud: the trail, the log, and a mail to every administrator. */
export async function tellBreakGlassUsed(
  deps: TellBreakGlassDeps,
  tx: Tx,
  { personId, address }: { personId: string; address: string },
): Promise<void> {
  deps.audit.record(tx, {
    action: 'break_glass.used',
    actor: { kind: 'person', personId, address },
    subjects: { personId },
  })
  tx.afterCommit(() => deps.log.error({ personId }, 'a break-glass account was used'))
  await tellAdministrators(deps, tx, {
    kind: 'break_glass_used',
    authorId: personId,
    subject: { en: 'A break-glass account was used', de: 'Ein Notfallkonto wurde benutzt' },
    text: {
      en: (name) => `Somebody signed in as ${name}, from the address ${address}. This account is for emergencies only.`,
      de: (name) =>
        `Jemand hat sich als ${name} angemeldet, von der Adresse ${address}. Dieses Konto ist nur für Notfälle da.`,
    },
    path: `/admin/people/${personId}`,
  })
}
