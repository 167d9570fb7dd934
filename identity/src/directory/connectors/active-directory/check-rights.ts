import type { Entry } from 'ldapts'
import type { LdapConnection } from '../ldap/connection.ts'
import type { Note } from '../ldap/note.ts'
import type { Domain } from './domain.ts'
import { sidOfEntry } from './entries.ts'
import { effectiveRights, guid, mayReset, mayWrite, ownToken, readDescriptor, selfToken } from './rights.ts'
import type { AdShape } from './shape.ts'

const foldersMax = 25

/** One person of each folder stands for all in it; what is missing is named with how many folders lack it. */
export async function checkRights(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
  people: readonly Entry[],
  note: Note,
): Promise<void> {
  const token = await ownToken(connection, shape, domain)
  const folders = new Map(people.map((entry) => [folderOf(entry.dn), entry]).reverse() as [string, Entry][])
  const missing = new Map<string, string[]>()
  let changesRights = 0
  let selfWritable = new Set<string>()
  let looked = 0
  for (const [folder, person] of [...folders].slice(0, foldersMax)) {
    looked += 1
    const lack = (name: string) => missing.set(name, [...(missing.get(name) ?? []), nameOf(folder)])
    const own = await effectiveRights(connection, person.dn)
    const descriptor = await readDescriptor(connection, person.dn)
    if (descriptor === null || !mayReset(descriptor, token)) lack('reset password')
    for (const attribute of ['lockoutTime', 'pwdLastSet', 'userAccountControl']) {
      if (!own.writable.has(attribute.toLowerCase())) lack(`write ${attribute}`)
    }
    if (own.mayChangeRights || (await effectiveRights(connection, folder)).mayChangeRights) changesRights += 1
    if (descriptor !== null) selfWritable = new Set([...selfWritable, ...writableBySelf(descriptor, person)])
  }
  const list = [...missing].map(([name, where]) => `${name} (in ${where.slice(0, 5).join(', ')})`).join('; ')
  note(
    'rights',
    missing.size === 0,
    missing.size === 0
      ? `Passwords can be set and accounts unlocked in every folder that was looked at (${looked}).`
      : `The service account lacks rights in folders with people: ${list}.`,
  )
  note(
    'delegation',
    changesRights === 0,
    changesRights === 0
      ? 'The service account may not change rights or owners.'
      : `The service account may change the rights or the owner of ${changesRights} folders or people in them, and so give itself any right. Take that away.`,
  )
  note('proofs', true, proofSentence(selfWritable))
}

/** Addresses that somebody with the password alone could put their own in place of (security B.6). */
function writableBySelf(descriptor: Parameters<typeof mayWrite>[0], person: Entry): string[] {
  const self = selfToken(sidOfEntry(person))
  const attributes = {
    mobile: [guid.mobile, guid.personalInformation],
    mail: [guid.mail, guid.publicInformation],
    otherMailbox: [guid.otherMailbox, guid.publicInformation],
  }
  return Object.entries(attributes).flatMap(([name, objects]) => (mayWrite(descriptor, self, objects) ? [name] : []))
}

function proofSentence(selfWritable: ReadonlySet<string>): string {
  if (selfWritable.size === 0)
    return 'Nobody can change their own number or address here, so these may prove who they are.'
  const names = [...selfWritable].sort().join(', ')
  return `People can change these of their own with the password alone, so they are no proof for seven days after a change: ${names}.`
}

function folderOf(dn: string): string {
  // The first comma that is not escaped ends the entry's own part.
  return dn.replace(/^(?:\\.|[^\\,])*,/, '')
}

/** The folder's own name, without those around it. */
const nameOf = (folder: string): string => /^[^=]+=((?:\\.|[^\\,])*)/.exec(folder)?.[1] ?? 'the base'
