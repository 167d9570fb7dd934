/** The nouns of access: apps, the roles that carry them, and grants of roles to people. */
import type { EndReason, GrantState } from '@hallpass/contract/access'
import type { AppAddresses } from '@hallpass/contract/apps'
import type { ProductRole } from '@hallpass/contract/common'
import type { AskedBy } from '@hallpass/contract/roles'
import type { Protocol } from '@hallpass/contract/templates'

export type { AppAddresses, AskedBy, EndReason, GrantState, Protocol }

export type App = {
  id: string
  name: string
  description: string
  category: string
  /** Slug in the icon set; null when there is none and a monogram is shown. */
  iconSlug: string | null
  templateSlug: string | null
  parameters: Record<string, string>
  protocols: Protocol[]
  addresses: AppAddresses
  builtIn: boolean
  state: 'active' | 'retired'
  version: number
  createdAt: Date
  retiredAt: Date | null
}

export type Role = {
  id: string
  name: string
  description: string
  askedBy: AskedBy
  /** Longest a grant may last; null means without end is possible. */
  daysMax: number | null
  daysDefault: number | null
  productRole: ProductRole | null
  state: 'active' | 'retired'
  version: number
  createdAt: Date
}

export type RoleApp = { appId: string; entitlements: string[] }

export type Grant = {
  id: string
  personId: string
  roleId: string
  state: GrantState
  requestId: string | null
  reason: string
  durationDays: number | null
  evidence: Evidence
  grantedAt: Date
  startedAt: Date | null
  endsAt: Date | null
  endedAt: Date | null
  endReason: EndReason | null
  version: number
}

/** One decision, as it was on the day; ids only, so that a person's name can change or be erased. Times are RFC 3339. */
export type EvidenceApproval = { stage: string; approverId: string | null; at: string; comment?: string }

/** Why a grant exists, kept on it: who asked, and who approved under which policy. */
export type Evidence = {
  source: 'request' | 'bootstrap' | 'operator' | 'sample'
  askedBy?: string
  askedAt?: string
  policy?: { id: string | null; name: string; version: number | null }
  approvals: EvidenceApproval[]
  extensions?: { requestId: string | null; days: number; at: string; approvals: EvidenceApproval[] }[]
}

/** What account a person should have in an app. Provisioning makes it so. */
export type DesiredAccount = { active: boolean; entitlements: string[]; grantIds: string[] }

/** An app a person may use now; `endsAt` is null when one of the grants has no end. */
export type AppInUse = {
  app: App
  endsAt: Date | null
  grants: { grantId: string; roleId: string; endsAt: Date | null }[]
}
