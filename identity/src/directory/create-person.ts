import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { Failure, invalidField } from '../platform/errors.ts'
import { applyPeople } from './apply-people.ts'
import type { NewAccount } from './connectors/connector.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, loginTaken, notBuiltIn } from './errors.ts'
import { connectedById } from './store/directories.ts'
import { peopleByIds, personById, toPerson } from './store/people.ts'
import type { DirectoryRow } from './store/tables.ts'
import { cleanLine, keyOf } from './text.ts'
import type { Person, PersonDraft } from './types.ts'

/** Makes a person in a built-in directory: account and mirror in the caller's transaction. They have no password yet. */
export async function createPerson(deps: SliceDeps, tx: Tx, actor: Actor, draft: PersonDraft): Promise<Person> {
  const directory = await connectedById(tx, draft.directoryId)
  if (directory === null) throw directoryUnknown()
  if (directory.kind !== 'built-in') throw notBuiltIn()
  const account = toAccount(draft)
  await requireManager(tx, account.managerPersonId)
  return await addAccount(deps, tx, { actor, directory, account })
}

/** The account of a draft that was checked before. */
export async function addAccount(
  deps: SliceDeps,
  tx: Tx,
  { actor, directory, account }: { actor: Actor; directory: DirectoryRow; account: NewAccount },
): Promise<Person> {
  const { accounts, find } = deps.connectors.within(tx, directory)
  if (accounts === undefined) throw notBuiltIn()
  // The connector may be asked twice; a person who types a login twice means two people.
  if ((await find(account.login))?.login.toLowerCase() === account.login.toLowerCase()) throw loginTaken()
  const record = await accounts.create(account).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'already_exists' ? loginTaken() : error
  })
  const applied = await applyPeople(deps, tx, { directoryId: directory.id, records: [record], actor })
  // Somebody made the very same person while this one was being made; that one counts, and is in the trail.
  if (applied.added === 0) throw loginTaken()
  const [row] = await peopleByIds(tx, applied.personIds)
  if (row === undefined) throw new Error('The person that was just made is not there.')
  deps.audit.record(tx, {
    action: 'person.created',
    actor,
    subjects: { personId: row.id, directoryId: directory.id },
    after: { state: row.state, managerId: row.manager_id },
    personal: { login: account.login, displayName: account.displayName, mail: account.mail },
  })
  return toPerson(row)
}

/** Cleaned as everything from a directory is, so that what is kept is what is compared. */
export function toAccount(draft: PersonDraft): NewAccount {
  const login = cleanLine(draft.login, 64)
  if (login === null || /\s/u.test(login))
    throw invalidField('login', 'A login has at least one character and no blanks.')
  const displayName = cleanLine(draft.displayName)
  if (displayName === null) throw invalidField('displayName', 'A name has at least one character that can be seen.')
  const mail = cleanLine(draft.mail, 254)
  if (mail === null || !/^[^\s@]+@[^\s@]+$/.test(mail)) throw invalidField('mail', 'This must be a mail address.')
  return {
    login,
    displayName,
    mail: keyOf(mail),
    givenName: cleanLine(draft.givenName),
    familyName: cleanLine(draft.familyName),
    title: cleanLine(draft.title),
    department: cleanLine(draft.department),
    locale: cleanLine(draft.locale),
    managerPersonId: draft.managerId ?? null,
    phone: phoneOf(draft.phone),
    employeeNumber: cleanLine(draft.employeeNumber, 100),
    company: cleanLine(draft.company),
    location: cleanLine(draft.location),
    costCenter: cleanLine(draft.costCenter),
  }
}

function phoneOf(text: string | undefined): string | null {
  const number = cleanLine(text, 40)
  if (number !== null && !/^[+0-9][0-9 ()./-]{4,39}$/.test(number)) {
    throw invalidField('phone', 'This must be a telephone number, best with its country: +44 20 7946 0000.')
  }
  return number
}

async function requireManager(tx: Tx, managerId: string | null): Promise<void> {
  if (managerId === null) return
  const manager = await personById(tx, managerId)
  if (manager === null || manager.state !== 'active') throw invalidField('managerId', 'Choose a manager who is active.')
}
