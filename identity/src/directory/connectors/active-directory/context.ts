import type { PersonRef } from '../connector.ts'
import { notAllowed, notFound, protectedIdentity } from '../failures.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import type { LdapService } from '../ldap/service.ts'
import { type Domain, readDomain } from './domain.ts'
import { type AdResettable, type AdTarget, readResettable, readTarget } from './person.ts'
import type { AdShape } from './shape.ts'

/** What every part of the connector works with. */
export type AdContext = {
  readonly shape: AdShape
  readonly service: LdapService
  /** Facts of the domain; read once, over the connection that needs them first. */
  domain(connection: LdapConnection): Promise<Domain>
  /** The live entry, whatever it is; null when there is none. */
  target(who: PersonRef): Promise<AdTarget | null>
  /** The live entry of somebody who may be written about; throws for everybody else, before anything is sent. */
  writable(who: PersonRef): Promise<AdTarget>
  /** The same without the rules of their password, which a write that is taken does not need. */
  resettable(who: PersonRef): Promise<AdResettable>
  /** Runs what is about one person after whatever else is. */
  oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T>
}

export function adContext(shape: AdShape, service: LdapService): AdContext {
  let known: Domain | undefined
  const domain = async (connection: LdapConnection) => {
    known ??= await readDomain(connection, shape)
    return known
  }
  const target = (who: PersonRef) =>
    service.read(async (connection) => readTarget(connection, shape, await domain(connection), who))
  const running = new Map<string, Promise<unknown>>()
  return {
    shape,
    service,
    domain,
    target,
    writable: async (who) => onlyWritable(await target(who)),
    resettable: async (who) =>
      onlyWritable(
        await service.read(async (connection) => readResettable(connection, shape, await domain(connection), who)),
      ),
    async oneAtATime(key, work) {
      const before = running.get(key) ?? Promise.resolve()
      const mine = before.then(work, work)
      const settled = mine.catch(() => {})
      running.set(key, settled)
      try {
        return await mine
      } finally {
        if (running.get(key) === settled) running.delete(key)
      }
    },
  }
}

function onlyWritable<Person extends AdResettable>(person: Person | null): Person {
  if (person === null) throw notFound()
  if (person.protected) throw protectedIdentity()
  if (person.disabled || person.ended) throw notAllowed('The account is disabled in its directory.')
  return person
}
