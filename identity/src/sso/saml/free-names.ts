/** The names by which apps know somebody, or everybody of a directory: let go together, or left to whoever comes after. */
import type { DirectoryAppNames, PersonAppNames } from '@hallpass/contract/app-names'
import type { Actor } from '../../audit/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { personUnknown } from '../errors.ts'
import { proofSeconds } from '../sign-on/change-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { endSamlParts } from '../sign-on/on-access-ended.ts'
import { tellAdministrators } from '../tell-administrators.ts'
import type { FreeNameDeps } from './free-name.ts'
import { ownName } from './give-name.ts'
import { countNamesOf, type KnownName, letNamesGo, namesOfPerson, passNames } from './store-names.ts'

export type FreeNamesDeps = FreeNameDeps & Pick<SignOnDeps, 'directory' | 'access'>
/** `names`: how many were shown, so that nobody lets go what they have not seen. */
type Change = { names: number; reason: string; principal: Principal; actor: Actor }

export async function showPersonNames(
  { db, directory, access }: Pick<FreeNamesDeps, 'db' | 'directory' | 'access'>,
  personId: string,
): Promise<PersonAppNames> {
  if (!(await directory.person(db, personId))) throw personUnknown()
  const known = await namesOfPerson(db, personId)
  const appIds = [...new Set(known.map(({ appId }) => appId))]
  const apps = new Map((await Promise.all(appIds.map((id) => access.app(db, id)))).map((app) => [app?.id, app?.name]))
  return {
    names: known.map(({ appId, nameKey, since, isFreed }) => ({
      app: { id: appId, name: apps.get(appId) ?? appId },
      name: nameKey,
      since: since.toISOString(),
      isFreed,
    })),
  }
}

export async function showDirectoryNames(
  { db, directory }: Pick<FreeNamesDeps, 'db' | 'directory'>,
  directoryId: string,
): Promise<DirectoryAppNames> {
  if (!(await directory.directory(db, directoryId))) throw directoryUnknown()
  return await countNamesOf(db, directoryId)
}

/**
 * All names of a person are let go, or are those of somebody else who is the same person, as after they were hired again.
 * Nobody says so of themselves, and nobody takes them from somebody who is still here.
 */
export async function freePersonNames(
  deps: FreeNamesDeps,
  input: Change & { personId: string; to: string | null },
): Promise<{ freed: number }> {
  const { personId, to, principal } = input
  const { directory } = deps
  const person = await directory.person(deps.db, personId)
  const heir = to === null ? null : await directory.person(deps.db, to)
  if (!person || (to !== null && !heir)) throw personUnknown()
  requireRecent(principal, deps.clock.now(), proofSeconds)
  if (to === principal.personId || to === personId) throw ownName()
  if (to !== null && person.state !== 'gone') throw stillHere()
  return await deps.db.transaction(async (tx) => {
    const shown = (await namesOfPerson(tx, personId)).filter(({ isFreed }) => !isFreed)
    if (shown.length !== input.names) throw namesChanged()
    const now = deps.clock.now()
    const freed = { at: now, by: principal.personId, forDirectory: null }
    const known =
      to === null ? await letNamesGo(tx, { personId }, freed) : await passNames(tx, { from: personId, to }, now)
    await endSamlParts(deps, tx, to === null ? known : shown)
    note(deps, tx, input, known, to === null ? null : personId)
    const { displayName } = person
    await tell(deps, tx, input, {
      path: `/admin/people/${personId}`,
      of: { en: `${displayName}`, de: `${displayName}` },
      to: heir && { en: heir.displayName, de: heir.displayName },
    })
    return { freed: known.length }
  })
}

/**
 * All names of the people of a directory are let go, or are left to the people of the directory that follows it: each to
 * whoever comes with the same name, by what that directory vouches for, and once whom the app knows has left.
 */
export async function freeDirectoryNames(
  deps: FreeNamesDeps,
  input: Change & { directoryId: string; to: string | null },
): Promise<{ freed: number }> {
  const { directoryId, to, principal } = input
  const from = await deps.directory.directory(deps.db, directoryId)
  const next = to === null ? null : await deps.directory.directory(deps.db, to)
  if (!from || (to !== null && (!next || to === directoryId))) throw directoryUnknown()
  requireRecent(principal, deps.clock.now(), proofSeconds)
  return await deps.db.transaction(async (tx) => {
    if ((await countNamesOf(tx, directoryId)).names !== input.names) throw namesChanged()
    const freed = { at: deps.clock.now(), by: principal.personId, forDirectory: to }
    const known = await letNamesGo(tx, { directoryId }, freed)
    // Left to who follows, they stay with whoever is still here.
    if (to === null) await endSamlParts(deps, tx, known)
    note(deps, tx, input, known, null)
    deps.audit.record(tx, {
      action: 'directory.app_names_freed',
      actor: input.actor,
      subjects: { directoryId },
      reason: input.reason,
      after: { names: known.length, ...(to === null ? {} : { to }) },
    })
    await tell(deps, tx, input, {
      path: `/admin/directories/${directoryId}`,
      of: { en: `everybody of “${from.name}”`, de: `alle aus „${from.name}“` },
      to: next && { en: `the people of “${next.name}”`, de: `den Personen aus „${next.name}“` },
    })
    return { freed: known.length }
  })
}

function note(
  { audit }: Pick<FreeNamesDeps, 'audit'>,
  tx: Tx,
  { actor, reason }: Change,
  known: readonly KnownName[],
  before: string | null,
): void {
  for (const { appId, personId, nameKey } of known)
    audit.record(tx, {
      action: before === null ? 'app.name_freed' : 'app.name_given',
      actor,
      subjects: { personId, appId },
      reason,
      ...(before === null ? {} : { before: { personId: before } }),
      personal: { name: nameKey },
    })
}

type Words = { en: string; de: string }

async function tell(
  deps: FreeNamesDeps,
  tx: Tx,
  { principal }: Change,
  { of, to, path }: { of: Words; to: Words | null; path: string },
): Promise<void> {
  await tellAdministrators(deps, tx, {
    kind: 'app_names_freed',
    authorId: principal.personId,
    subject: { en: 'Names by which apps know people', de: 'Namen, unter denen Apps Personen kennen' },
    text: {
      en: (author) =>
        to
          ? `${author} said that names by which apps know ${of.en} go to ${to.en}, who may get their accounts there.`
          : `${author} freed the names by which apps know ${of.en}; whoever comes under them next may get their accounts there.`,
      de: (author) =>
        to
          ? `${author} hat festgelegt, dass Namen, unter denen Apps ${of.de} kennen, an Folgende gehen, die womöglich deren Konten dort erhalten: ${to.de}.`
          : `${author} hat die Namen freigegeben, unter denen Apps ${of.de} kennen; wer als Nächstes unter ihnen kommt, erhält dort womöglich deren Konten.`,
    },
    path,
  })
}

const directoryUnknown = (): Failure => new Failure('not_found', 'directory_not_found', 'There is no such directory.')
const namesChanged = (): Failure =>
  new Failure(
    'conflict',
    'names_changed',
    'There are other names than were shown. Load it again, then repeat your change.',
  )
const stillHere = (): Failure =>
  new Failure(
    'conflict',
    'person_still_here',
    'This person has not left, so their names stay with them. Free single names on the page of the app.',
  )
