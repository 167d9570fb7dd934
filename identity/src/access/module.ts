/** The front door of access: roles, apps and grants: who may use what, why, and until when. */
import type { ProductRole } from '@hallpass/contract/common'
import type { Actor } from '../audit/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { App, AppInUse, DesiredAccount, EndReason, Evidence, Grant, Role, RoleApp } from './types.ts'

export { appAdded, appRetired, grantChanged, grantEnded, roleChanged } from './events.ts'
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

export type GrantRoleInput = {
  personId: string
  roleId: string
  requestId: string | null
  reason: string
  /** Counts from fulfilment. Null means without end, where the role allows it; never longer than the role allows. */
  durationDays: number | null
  evidence: Evidence
}

export type GrantRoleResult =
  | { kind: 'granted'; grantId: string; durationDays: number | null }
  | { kind: 'already_held'; grantId: string }
export type StartGrantResult = { kind: 'started' | 'already_active'; endsAt: Date | null } | { kind: 'ended' }
export type EndGrantResult = { kind: 'ended' | 'already_ended' }
export type ExtendGrantResult = { kind: 'extended'; endsAt: Date } | { kind: 'without_end' } | { kind: 'not_active' }

export type Access = {
  /** Makes the grant pending; `already_held` is success. Throws a conflict when the role is retired or the person not active. */
  grantRole(tx: Tx, input: GrantRoleInput, actor: Actor): Promise<GrantRoleResult>
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
    approvals?: Evidence['approvals'],
  ): Promise<ExtendGrantResult>

  grant(r: Reader, id: string): Promise<Grant | null>
  /** Pending and active grants of a person. */
  grantsOf(r: Reader, personId: string): Promise<Grant[]>
  /** The pending or active grant of a role that a person has. */
  heldGrant(r: Reader, personId: string, roleId: string): Promise<Grant | null>
  /** Grants still pending since before a time, oldest first. */
  pendingGrants(r: Reader, before: Date, limit: number): Promise<{ id: string; personId: string; roleId: string }[]>

  app(r: Reader, id: string): Promise<App | null>
  apps(r: Reader, ids: readonly string[]): Promise<App[]>
  role(r: Reader, id: string): Promise<Role | null>
  roles(r: Reader, ids: readonly string[]): Promise<Role[]>
  appsOfRole(r: Reader, roleId: string): Promise<RoleApp[]>
  ownersOf(r: Reader, roleId: string): Promise<string[]>
  /** People with a pending or active grant that carries the app, they active and the app not retired. */
  holdersOf(r: Reader, appId: string): Promise<string[]>
  /** People with a pending or active grant of the role. */
  holdersOfRole(r: Reader, roleId: string): Promise<string[]>

  /** Whether a person may ask for a role now: the role in use, and asked for by everyone or one of the person's groups. */
  mayRequest(r: Reader, personId: string, roleId: string): Promise<boolean>
  requestableRoles(r: Reader, personId: string): Promise<Role[]>

  desiredAccount(r: Reader, personId: string, appId: string): Promise<DesiredAccount>
  mayUse(r: Reader, personId: string, appId: string): Promise<boolean>
  appsFor(r: Reader, personId: string): Promise<AppInUse[]>
  /** Every grant that gives (or gave) a person a role or an app, those that hold first. */
  why(r: Reader, personId: string, target: { roleId: string } | { appId: string }): Promise<Grant[]>
  /** Roles of Hallpass itself that a person holds now. Whether the person is active is the session reader's question. */
  productRoles(r: Reader, personId: string): Promise<Set<ProductRole>>
}
