import { randomInt } from 'node:crypto'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { endSessionsWithin } from './end-sessions.ts'
import { grantAdmin } from './grant-admin.ts'
import { noteBreakGlass } from './store-break-glass.ts'
import { tellAdministrators } from './tell-administrators.ts'

export type MakeBreakGlassDeps = SsoDeps

/**
 * An account for the day when nothing else lets an administrator in: built in, so that it works with every directory
 * down, and under no rule of the sign-on policy. Made, or given a new password; its password is random, shown once to
 * whoever sits at the console, and kept by them on paper. Using it alerts: see `tellBreakGlassUsed`.
 */
export async function makeBreakGlass(
  deps: MakeBreakGlassDeps,
  input: { login: string; actor: Actor },
): Promise<{ password: Secret; isNew: boolean }> {
  const { login, actor } = input
  const { personId, isNew } = await deps.db.transaction((tx) => findOrMake(deps, tx, login, actor))
  const password = randomPassword()
  const { connector, ref } = await deps.directory.connectorOf(deps.db, personId)
  await connector.passwords?.reset(ref, password, { mustChange: false })
  await deps.db.transaction(async (tx) => {
    await grantAdmin(deps, tx, { personId, reason: 'Break-glass account', source: 'operator', actor })
    await noteBreakGlass(tx, personId, deps.clock.now())
    await deps.credentials.moveValidFrom(tx, personId)
    await endSessionsWithin(deps, tx, { personId, endReason: 'password_changed', actor })
    deps.audit.record(tx, { action: isNew ? 'break_glass.made' : 'break_glass.rotated', actor, subjects: { personId } })
    await tellAdministrators(deps, tx, {
      kind: 'break_glass_made',
      authorId: null,
      subject: { en: `Break-glass account: ${login}`, de: `Notfallkonto: ${login}` },
      text: {
        en: (author) => `${author} ${isNew ? 'made' : 'gave a new password to'} the break-glass account “${login}”.`,
        de: (author) =>
          `${author} hat das Notfallkonto „${login}“ ${isNew ? 'angelegt' : 'mit einem neuen Passwort versehen'}.`,
      },
      path: `/admin/people/${personId}`,
    })
  })
  return { password, isNew }
}

async function findOrMake(deps: MakeBreakGlassDeps, tx: Tx, login: string, actor: Actor) {
  const { id: directoryId } = await deps.directory.builtInDirectory(tx, actor)
  const known = (await deps.directory.findByLogin(tx, login)).find((person) => person.directoryId === directoryId)
  if (known) return { personId: known.id, isNew: false }
  const mail = `${login}@break-glass.invalid`
  const person = await deps.directory.createPerson(tx, actor, {
    directoryId,
    login,
    displayName: `Break glass: ${login}`,
    mail,
  })
  return { personId: person.id, isNew: true }
}

/** Letters and digits that nobody mistakes for each other when reading them off paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 30 characters in groups of five: about 148 bits. */
function randomPassword(): Secret {
  const groups = Array.from({ length: 6 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  )
  return new Secret(groups.join('-'))
}
