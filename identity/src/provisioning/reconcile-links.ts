/** What an account points at in its app: the account of the manager, the department, and where somebody works. */
import type { Tx } from '../platform/database/database.ts'
import type { AppConnector, Links, Match, RemoteAccount } from './connectors/connector.ts'
import { lookAgain } from './look-again.ts'
import { namedRecordsOf, namesOf } from './named-records.ts'
import type { ReconcileDeps, Run } from './run.ts'
import { type AccountPatch, findAccount } from './store-accounts.ts'
import { accountsWithManager } from './store-links.ts'
import type { Unlinked } from './types.ts'

export type LinkPlan = {
  /** What the account is to point at. */
  links: Links
  /** The department as we wrote it, where the app does not tell of it just now: it stays as it is there. */
  keptDepartment: string | null
  /** What the books say about it once that is written. */
  learned: Pick<
    AccountPatch,
    'managerId' | 'managerRef' | 'departmentRef' | 'departmentName' | 'awaitsLinks' | 'unlinked'
  >
}

const nothing: LinkPlan = { links: {}, keptDepartment: null, learned: {} }

/**
 * A manager is looked up and never made: who has no account in the app is linked when there is one. Records are made where
 * the connection says so, else linked once they are there; what is not linked is told. What we wrote and is wanted no more is
 * taken away; what the app has of its own, where the directory says nothing, stays. So does a department that is still wanted
 * and not to be found: no department, two of one name, and a right that is missing all look alike.
 * Company, office and cost centre are written where the directory names them and the app has one of that name, and stay else.
 */
export async function planLinks(deps: ReconcileDeps, run: Run, connector: AppConnector): Promise<LinkPlan> {
  const { account, desired, person } = run
  const isConcerned =
    namesOf(person).length > 0 ||
    person?.managerId ||
    account.managerId ||
    account.managerRef ||
    account.departmentRef ||
    account.awaitsLinks
  if (!desired.active || connector.links === undefined || !person || !isConcerned) return nothing
  if (!(await connector.links.isKept())) return nothing
  const manager = person.managerId === null ? null : await managerIn(deps, run, connector, person.managerId)
  const { linked, missing } = await namedRecordsOf(deps, run, connector.links)
  const noManager: Unlinked[] =
    person.managerId !== null && manager === null ? [{ kind: 'manager', name: null, why: 'not_found' }] : []
  const unlinked = [...noManager, ...missing]
  const { department: found, ...places } = linked
  const department = found ?? null
  const isSameName = person.department !== null && person.department === account.departmentName
  const keptDepartment = department === null && isSameName ? account.departmentRef : null
  const departmentRef = department ?? keptDepartment
  const isDepartmentLeft = department === null && (keptDepartment !== null || account.departmentRef === null)
  return {
    links: {
      ...(manager === null && account.managerRef === null ? {} : { manager }),
      ...(isDepartmentLeft ? {} : { department }),
      ...(Object.keys(places).length === 0 ? {} : { places }),
    },
    keptDepartment,
    learned: {
      managerId: person.managerId,
      managerRef: manager,
      departmentRef,
      departmentName: departmentRef === null ? null : person.department,
      awaitsLinks: unlinked.length > 0,
      unlinked,
    },
  }
}

/** The app's id of a manager's account: by our books, else as the app knows them. Null where that is not certain. */
async function managerIn(
  deps: ReconcileDeps,
  { connection }: Run,
  connector: AppConnector,
  managerId: string,
): Promise<string | null> {
  const known = await findAccount(deps.db, connection.appId, managerId)
  if (known !== null && known.remoteId !== null) return known.remoteId
  const manager = await deps.directory.person(deps.db, managerId)
  const userName = connection.settings.userName === 'mail' ? manager?.mail : manager?.login
  if (!manager || !userName) return null
  const matches = await connector.find({ externalId: managerId, userName, mail: manager.mail }, null)
  const [match, ...others] = matches
  if (match === undefined || others.length > 0 || !isCertain(match, manager.mail)) return null
  // Whoever writes their address themselves is nobody's manager by it.
  const isVouched =
    match.by !== 'userName' || (await deps.directory.vouchedByDirectory(deps.db, [managerId])).has(managerId)
  return isVouched ? match.account.remoteId : null
}

/** A user name may have passed from one person to the next: another key, or an address of somebody else, says so. */
function isCertain({ account, by }: Match, mail: string | null): boolean {
  if (by !== 'userName') return true
  if (account.externalId !== null) return false
  return account.mails.length === 0 || account.mails.some((one) => one.toLowerCase() === mail?.toLowerCase())
}

/** Whoever waited for this account as that of their manager is looked at again; and this one, if its manager came meanwhile. */
export async function linkReports(
  deps: ReconcileDeps,
  tx: Tx,
  { account, connection }: Run,
  found: RemoteAccount | null,
  plan: LinkPlan,
): Promise<void> {
  const { managerId, managerRef } = plan.learned
  if (managerId && managerRef === null) {
    const manager = await findAccount(tx, connection.appId, managerId)
    if (manager !== null && manager.remoteId !== null) await lookAgain(deps, tx, connection, account.personId)
  }
  if (found === null) return
  const reports = await accountsWithManager(tx, connection.appId, account.personId)
  for (const report of reports) {
    if (report.managerRef !== found.remoteId) await lookAgain(deps, tx, connection, report.personId)
  }
}
