/** The nouns of the directory slice. */
import type { DirectoryKind } from '@hallpass/contract/directories'
import type { ConnectorSettings, LdapSettings, SyncSettings } from '@hallpass/contract/directory-settings'

import type { DirectoryConnector, PersonRef } from './connectors/connector.ts'

export type { ConnectorSettings, DirectoryKind, LdapSettings, SyncSettings }

/** `gone`: the directory no longer has the entry. Only `active` people may do or hold anything. */
export type PersonState = 'active' | 'disabled' | 'gone'

/** A person as the service knows them: a mirror of one entry of one directory. */
export type Person = {
  id: string
  directoryId: string
  login: string
  displayName: string
  givenName: string | null
  familyName: string | null
  title: string | null
  department: string | null
  company: string | null
  /** The office, as the directory names it. */
  location: string | null
  costCenter: string | null
  /** The primary address. */
  mail: string | null
  managerId: string | null
  /** The number the company knows them by; somebody else may have the same. */
  employeeNumber: string | null
  /** BCP 47 tag, null when the directory does not say. */
  locale: string | null
  state: PersonState
  stateSince: Date
  /** Counts the changes of this row; events carry it. */
  version: number
}

export type Group = { id: string; directoryId: string; name: string }

/** One mailbox of a person. */
export type Address = {
  mail: string
  /** When it was added or changed; null when it is known since the person was first seen. */
  changedAt: Date | null
  primary: boolean
  /**
   * May be used to prove who someone is when the password is forgotten: its domain is not one that signs in with this
   * directory, and nobody else here has the same address. How long it must be unchanged is the caller's rule.
   */
  recovery: boolean
}

/** One number of a person. */
export type Phone = {
  number: string
  /** When it was added or changed; null when it is known since the person was first seen. */
  changedAt: Date | null
  /** Somebody else here has the same. */
  shared: boolean
  /** May prove who someone is: its source was declared independent of the password, it is nobody else's and not new. */
  proof: boolean
}

/** An address or number that a person had until then. */
export type FormerContact = { kind: 'mail' | 'phone'; contact: string; leftAt: Date }

/** A directory as configured; the bind secret is never part of it. */
export type ConfiguredDirectory = {
  id: string
  kind: DirectoryKind
  name: string
  settings: ConnectorSettings
  sync: SyncSettings
  version: number
  /** Since when nothing is asked of it, by an administrator's word; null while it goes on. */
  pausedAt: Date | null
}

/** A built-in person to be made; `managerId` may live in any directory. */
export type PersonDraft = {
  directoryId: string
  login: string
  displayName: string
  mail: string
  givenName?: string | undefined
  familyName?: string | undefined
  title?: string | undefined
  department?: string | undefined
  locale?: string | undefined
  managerId?: string | undefined
  phone?: string | undefined
  employeeNumber?: string | undefined
  company?: string | undefined
  location?: string | undefined
  costCenter?: string | undefined
}

/** Where a person's password lives, and how to talk to it. */
export type Home = { connector: DirectoryConnector; ref: PersonRef; directory: ConfiguredDirectory }
