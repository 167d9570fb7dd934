import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { factorChanged } from './events.ts'
import { type FactorChange, factorChangedMail } from './mails.ts'
import { toldAddresses } from './told-addresses.ts'
import type { StoredFactor } from './types.ts'

export type TellFactorChangeDeps = {
  audit: Pick<Audit, 'record'>
  events: Events
  mail: Mailer
  clock: Clock
  directory: Pick<Directory, 'person' | 'addressesOf' | 'formerContactsOf'>
  publicUrl: URL
  companyName: string
}

/** Every change of a factor is in the trail and told to the person on every address, in the transaction that makes it. */
export async function tellFactorChange(
  deps: TellFactorChangeDeps,
  tx: Tx,
  input: { factor: Pick<StoredFactor, 'id' | 'personId' | 'kind' | 'name'>; change: FactorChange; actor: Actor },
): Promise<void> {
  const { factor, change, actor } = input
  const { personId, kind, name } = factor
  deps.audit.record(tx, {
    action: `factor.${change}`,
    actor,
    subjects: { personId },
    after: { kind, factorId: factor.id },
    personal: { name },
  })
  await deps.events.emit(tx, factorChanged, { personId, kind, change })
  const person = await deps.directory.person(tx, personId)
  if (!person) return
  const page = new URL('/security', deps.publicUrl)
  for (const to of await toldAddresses(deps, tx, personId, deps.clock.now()))
    await deps.mail.send(
      tx,
      factorChangedMail({ to, person, companyName: deps.companyName, change, factor: name, page }),
    )
}
