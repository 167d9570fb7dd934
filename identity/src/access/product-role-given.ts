import type { Tx } from '../platform/database/database.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { AccessDeps } from './deps.ts'
import { findRole } from './store-roles.ts'
import { holdersOfProductRole } from './store-use.ts'
import type { Grant } from './types.ts'

export type TellAdministratorsDeps = Pick<AccessDeps, 'mail' | 'directory' | 'publicUrl' | 'clock'>

/** Power over Hallpass is never given in silence (security C.19): every administrator is told, in the same transaction. */
export async function tellProductRoleGiven(deps: TellAdministratorsDeps, tx: Tx, grant: Grant): Promise<void> {
  const role = await findRole(tx, grant.roleId)
  if (!role?.productRole || grant.evidence.source === 'sample') return
  const holder = await deps.directory.person(tx, grant.personId)
  const administrators = await holdersOfProductRole(tx, 'admin', deps.clock.now())
  const page = new URL(`/admin/people/${grant.personId}`, deps.publicUrl).href
  for (const { id, state, mail, locale } of await deps.directory.people(tx, administrators)) {
    // Who holds it now knows; everybody else is to wonder.
    if (id === grant.personId || state !== 'active' || mail === null) continue
    await deps.mail.send(tx, given({ to: mail, locale, name: holder?.displayName ?? '', role: role.name, page }))
  }
}

type Facts = { to: string; locale: string | null; name: string; role: string; page: string }

function given({ to, locale, name, role, page }: Facts): Mail {
  const kind = 'product_role_given'
  if (/^de\b/i.test(locale ?? '')) {
    return {
      to,
      kind,
      subject: `${name} hat jetzt die Rolle „${role}“`,
      text: `${name} darf Hallpass jetzt als „${role}“ bedienen.\n\nWenn Sie das nicht erwartet haben, sehen Sie nach, wer es genehmigt hat:\n${page}\n`,
    }
  }
  return {
    to,
    kind,
    subject: `${name} now has the role “${role}”`,
    text: `${name} may now work in Hallpass as “${role}”.\n\nIf you did not expect this, look at who approved it:\n${page}\n`,
  }
}
