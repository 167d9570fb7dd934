// Operations register themselves when they are loaded.
import '../catalog/cart.ts'
import '../catalog/order-items.ts'
import '../catalog/produce-record.ts'
import '../rest/import-set-api.ts'
import { approvalRules } from '../approvals/approval-rules.ts'
import { closureRules } from '../approvals/closure-rules.ts'
import { roleRules } from '../auth/role-rules.ts'
import { providerRules } from '../sso/providers.ts'
import { personRules } from './person-rules.ts'
import type { RecordRules } from './records.ts'

/** What the platform itself does when records change, in its order; an app's business rules come after. */
export const platformRules: readonly RecordRules[] = [
  personRules,
  roleRules,
  approvalRules,
  closureRules,
  providerRules,
]
