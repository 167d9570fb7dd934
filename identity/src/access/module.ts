/** The front door of access: roles, apps and grants: who may use what, why, and until when. */
import type { HeldInDirectory } from '@hallpass/contract/access'
import type { AddApp, EditApp } from '@hallpass/contract/apps'
import type { ProductRole } from '@hallpass/contract/common'
import type { CreateRole } from '@hallpass/contract/roles'
import type { Actor } from '../audit/module.ts'
import { personDisabled, personEnabled, personGone } from '../directory/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { addApp } from './add-app.ts'
import { announceBatch, announceTask } from './announce-role.ts'
import { appsFor } from './apps-for.ts'
import { openCatalog } from './catalog.ts'
import { conflictsHeld } from './conflicts-held.ts'
import { createRole } from './create-role.ts'
import { isHeld } from './decide.ts'
import type { AccessDeps } from './deps.ts'
import { desiredAccount, mayUse } from './desired-account.ts'
import { editApp } from './edit-app.ts'
import { endDisabled } from './end-disabled.ts'
import { type EndGrantResult, endGrant } from './end-grant.ts'
import { expireGrants } from './expire-grants.ts'
import { type ExtendGrantResult, extendGrant } from './extend-grant.ts'
import { type GrantRoleInput, type GrantRoleResult, grantRole } from './grant-role.ts'
import { heldInDirectory } from './held-in-directory.ts'
import { onPersonDisabled, onPersonEnabled } from './on-person-disabled.ts'
import { onPersonGone } from './on-person-gone.ts'
import { productRoles } from './product-roles.ts'
import { remindExpiry } from './remind-expiry.ts'
import { endRoleGrants, retireRoleTask } from './retire-role.ts'
import { type StartGrantResult, startGrant } from './start-grant.ts'
import { findApp, findApps } from './store-apps.ts'
import { allRequestable, isRequestable, offeredRoles } from './store-catalog.ts'
import {
  countHolders,
  countHoldersAmong,
  findGrant,
  findHeldGrant,
  grantsCarrying,
  heldGrantsOf,
  holdersOfRole,
  lockGrants,
  pendingGrants,
  peopleCarrying,
} from './store-grants.ts'
import { appsOfRole, findRole, findRoles, ownersOf, productRoleId } from './store-roles.ts'
import { holdersOfProductRole } from './store-use.ts'
import type { App, AppInUse, DesiredAccount, EndReason, EvidenceApproval, Grant, Role, RoleApp } from './types.ts'
import { grantsBehind, type WhyTarget } from './why.ts'

export { idpEntityId } from './add-app.ts'
export { openCatalog } from './catalog.ts'
export { fromCursor, toPage } from './cursor.ts'
export type { AccessDeps } from './deps.ts'
export {
  appAdded,
  appRetired,
  entitlementsChanged,
  grantChanged,
  grantEnded,
  offerChanged,
  roleChanged,
} from './events.ts'
export { foldWords, searchText } from './fold.ts'
export { accessRoutes } from './routes.ts'
export { appSummary } from './summaries.ts'
export type {
  App,
  AppInUse,
  DesiredAccount,
  EndReason,
  Evidence,
  EvidenceApproval,
  Grant,
  Role,
  RoleApp,
} from './types.ts'
export type { EndGrantResult, ExtendGrantResult, GrantRoleInput, GrantRoleResult, StartGrantResult }

export type Access = {
  /** Adds an app by hand. */
  addApp(input: AddApp, actor: Actor): Promise<App>
  /** Refused when somebody changed the app since it was read. */
  editApp(input: EditApp & { appId: string }, actor: Actor): Promise<App>
  createRole(input: CreateRole, actor: Actor): Promise<Role>

  /** Makes the grant pending; `already_held` is success. Throws a conflict when the role is retired or the person not active. */
  grantRole(tx: Tx, input: GrantRoleInput, actor: Actor): Promise<GrantRoleResult>
  /** The rows stay locked until the transaction ends. */
  lockGrants(tx: Tx, ids: readonly string[]): Promise<Grant[]>
  /** Pending → active; the duration counts from now. Safe to repeat. */
  startGrant(tx: Tx, grantId: string): Promise<StartGrantResult>
  endGrant(tx: Tx, grantId: string, reason: EndReason, actor: Actor): Promise<EndGrantResult>
  /** Adds days to what is left; the same request never adds twice. Never leaves more than the role's longest duration. */
  extendGrant(
    tx: Tx,
    grantId: string,
    days: number,
    requestId: string | null,
    actor: Actor,
    approvals?: EvidenceApproval[],
  ): Promise<ExtendGrantResult>

  grant(r: Reader, id: string): Promise<Grant | null>
  /** Pending and active grants of a person. */
  grantsOf(r: Reader, personId: string): Promise<Grant[]>
  /** The pending or active grant of a role that a person has; none whose time is over, whether or not it was ended yet. */
  heldGrant(r: Reader, personId: string, roleId: string): Promise<Grant | null>
  /** A page of grants still pending since before a time, by id, after the one given. */
  pendingGrants(
    r: Reader,
    page: { before: Date; after: string | null; limit: number },
  ): Promise<{ id: string; personId: string; roleId: string }[]>

  app(r: Reader, id: string): Promise<App | null>
  apps(r: Reader, ids: readonly string[]): Promise<App[]>
  role(r: Reader, id: string): Promise<Role | null>
  roles(r: Reader, ids: readonly string[]): Promise<Role[]>
  appsOfRole(r: Reader, roleId: string): Promise<RoleApp[]>
  ownersOf(r: Reader, roleId: string): Promise<string[]>
  /** Roles a person holds that should not be held together with this one. */
  conflictsHeld(r: Reader, personId: string, roleId: string): Promise<Role[]>
  /** People with a pending or active grant that carries the app, they active and the app not retired. */
  holdersOf(r: Reader, appId: string): Promise<string[]>
  /** People with a pending or active grant of the role. */
  holdersOfRole(r: Reader, roleId: string): Promise<string[]>

  /** How many people have a pending or active grant of the role. */
  holderCount(r: Reader, roleId: string): Promise<number>
  /** How many of these people have a pending or active grant of the role. */
  holdersAmong(r: Reader, roleId: string, personIds: readonly string[]): Promise<number>
  /** Active people who administer Hallpass now. */
  administrators(r: Reader): Promise<string[]>
  /** The role of Hallpass itself behind a product role. */
  productRoleId(r: Reader, role: ProductRole): Promise<string>

  /** Whether a person may ask for a role now: the role in use, and asked for by everyone or one of the person's groups. */
  mayRequest(r: Reader, personId: string, roleId: string): Promise<boolean>
  requestableRoles(r: Reader, personId: string): Promise<Role[]>
  /** Roles that somebody may ask for, whoever it is; without those of Hallpass itself. */
  rolesOffered(r: Reader): Promise<Role[]>

  /** What everybody of a directory holds together. */
  heldInDirectory(r: Reader, directoryId: string): Promise<HeldInDirectory>
  desiredAccount(r: Reader, personId: string, appId: string): Promise<DesiredAccount>
  mayUse(r: Reader, personId: string, appId: string): Promise<boolean>
  appsFor(r: Reader, personId: string): Promise<AppInUse[]>
  /** Every grant that gives (or gave) a person a role or an app, those that hold first. */
  why(r: Reader, personId: string, target: WhyTarget): Promise<Grant[]>
  /** Roles of Hallpass itself that a person holds now. Whether the person is active is the session reader's question. */
  productRoles(r: Reader, personId: string): Promise<Set<ProductRole>>
}

/** The module with what it was built of, for its routes and use cases. */
export type AccessModule = Access & { deps: AccessDeps }

/** Wires access: its jobs, sweeps and listeners exist from here on. */
export function createAccess(deps: AccessDeps): AccessModule {
  registerJobs(deps)
  listen(deps)
  const catalog = once(openCatalog)
  const facts = async (r: Reader, personId: string, appId: string) => {
    const [app, isPersonActive, grants] = await Promise.all([
      findApp(r, appId),
      deps.directory.isActive(r, personId),
      grantsCarrying(r, personId, appId),
    ])
    return {
      isPersonActive,
      isAppActive: app?.state === 'active',
      grants,
      now: deps.clock.now(),
    }
  }
  const activeOnly = async (r: Reader, personIds: readonly string[]) => {
    const people = await deps.directory.people(r, personIds)
    return people.filter((person) => person.state === 'active').map((person) => person.id)
  }
  const groupIdsOf = async (r: Reader, personId: string) =>
    (await deps.directory.groupsOf(r, personId)).map((group) => group.id)

  return {
    deps,
    addApp: (input, actor) => addApp({ ...deps, ...catalog() }, input, actor),
    editApp: (input, actor) => editApp({ ...deps, ...catalog() }, input, actor),
    createRole: (input, actor) => createRole(deps, input, actor),
    grantRole: (tx, input, actor) => grantRole(deps, tx, input, actor),
    heldInDirectory: (r, directoryId) => heldInDirectory(deps, r, directoryId),
    lockGrants,
    startGrant: (tx, grantId) => startGrant(deps, tx, grantId),
    endGrant: (tx, grantId, reason, actor) => endGrant(deps, tx, { grantId, reason }, actor),
    extendGrant: (tx, grantId, days, requestId, actor, approvals = []) =>
      extendGrant(deps, tx, { grantId, days, requestId, approvals }, actor),
    grant: findGrant,
    grantsOf: heldGrantsOf,
    async heldGrant(r, personId, roleId) {
      const grant = await findHeldGrant(r, personId, roleId)
      return grant && isHeld(grant, deps.clock.now()) ? grant : null
    },
    pendingGrants,
    app: findApp,
    apps: findApps,
    role: findRole,
    roles: findRoles,
    appsOfRole,
    ownersOf,
    conflictsHeld,
    holdersOf: async (r, appId) => activeOnly(r, await peopleCarrying(r, appId, deps.clock.now())),
    holdersOfRole,
    holderCount: countHolders,
    holdersAmong: countHoldersAmong,
    administrators: async (r) => activeOnly(r, await holdersOfProductRole(r, 'admin', deps.clock.now())),
    productRoleId,
    async mayRequest(r, personId, roleId) {
      const [isActive, groupIds] = await Promise.all([deps.directory.isActive(r, personId), groupIdsOf(r, personId)])
      return isActive && isRequestable(r, roleId, groupIds)
    },
    rolesOffered: offeredRoles,
    requestableRoles: async (r, personId) => allRequestable(r, await groupIdsOf(r, personId)),
    desiredAccount: async (r, personId, appId) => desiredAccount(await facts(r, personId, appId)),
    mayUse: async (r, personId, appId) => mayUse(await facts(r, personId, appId)),
    appsFor: (r, personId) => appsFor(deps, r, personId, deps.clock.now()),
    why: grantsBehind,
    productRoles: (r, personId) => productRoles(r, personId, deps.clock.now()),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function registerJobs(deps: AccessDeps): void {
  deps.jobs.register(announceTask, (payload) => announceBatch(deps, payload))
  deps.jobs.register(retireRoleTask, (payload) => endRoleGrants(deps, payload))
  const sweep = (name: string, everySeconds: number, run: (deps: AccessDeps, now: Date) => Promise<number>) =>
    deps.jobs.schedule({ name, everySeconds, run: async (now) => void (await run(deps, now)) })
  sweep('access.expire-grants', 30, expireGrants)
  sweep('access.remind-expiry', 300, remindExpiry)
  sweep('access.end-disabled', 3600, endDisabled)
}

function listen(deps: AccessDeps): void {
  deps.events.inTransaction(personDisabled, 'access.note-disabled', (tx, { personId }) =>
    onPersonDisabled(deps, tx, personId),
  )
  deps.events.inTransaction(personEnabled, 'access.forget-disabled', (tx, { personId }) =>
    onPersonEnabled(tx, personId),
  )
  deps.events.afterCommit(personGone, 'access.end-grants', ({ personId }) => onPersonGone(deps, personId))
}
