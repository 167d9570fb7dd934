/** What our side of ServiceNow needs; each use case names the part it uses. */
import type { Access } from '../../access/module.ts'
import type { Audit } from '../../audit/module.ts'
import type { Credentials } from '../../credentials/module.ts'
import type { Directory } from '../../directory/module.ts'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import type { Egress } from '../../platform/egress/egress.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Requests } from '../../requests/module.ts'
import type { Programs, SignOn } from '../../sso/module.ts'
import type { DeskDeps } from '../deps.ts'

export type ServiceNowDeps = Omit<DeskDeps, 'keys' | 'jobs' | 'audit' | 'directory' | 'access' | 'credentials'> & {
  keys: Pick<Keyring, 'seal' | 'open'>
  jobs: Pick<Jobs, 'enqueue' | 'register' | 'schedule'>
  audit: Pick<Audit, 'record' | 'intent' | 'outcome'>
  egress: Pick<Egress, 'fetch'>
  log: Log
  programs: Programs
  requests: Pick<
    Requests,
    'request' | 'requests' | 'recordExternalApproval' | 'takeBackExternal' | 'preview' | 'policyOf'
  >
  directory: DeskDeps['directory'] & Pick<Directory, 'findByLogin' | 'findByEmployeeNumber' | 'connectorOf'>
  access: DeskDeps['access'] &
    Pick<
      Access,
      | 'role'
      | 'roles'
      | 'rolesOffered'
      | 'apps'
      | 'appsOfRole'
      | 'mayRequest'
      | 'heldGrant'
      | 'grant'
      | 'grantsOf'
      | 'requestableRoles'
      | 'app'
      | 'editApp'
    >
  signOn: Pick<SignOn, 'servicenowSide'>
  credentials: DeskDeps['credentials'] & Pick<Credentials, 'outside'>
  /** Hosts of one's own network that may be called, also without TLS. */
  internalHosts: readonly string[]
  /** How calls wait for their turn; tests let the clock do it. */
  delay?: (ms: number) => Promise<void>
}
