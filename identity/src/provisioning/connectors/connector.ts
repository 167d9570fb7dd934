/**
 * The port to an app in which accounts are made: a tiny core that every kind has, and groups that are there or not.
 * Every write means "make it so" and is safe to repeat; failures are those of `failures.ts` and nothing else.
 */

/** What an account is recognised by. `externalId` is ours and never changes; a user name can be anybody's. */
export type AccountKey = { externalId: string; userName: string; mail: string | null }

export type Profile = {
  displayName: string
  givenName: string | null
  familyName: string | null
  title: string | null
  mail: string | null
}

/**
 * What an account points at in the app. Null takes away what is there; what is left out stays. A manager who has no
 * account, or a department the app does not know, is never made for this: it is linked once it is there.
 */
export type Links = {
  /** The app's id of the manager's account. */
  manager?: string | null
  /** As the app keeps departments: a name, or the id of a record. */
  department?: string | null
  /** The same of where they work; what is not named stays. */
  places?: Partial<Record<PlaceKind, string>>
}

/** Where somebody works, in the words of their directory. */
export const placeKinds = ['company', 'location', 'costCenter'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** What an account points at by name: records of their own in some apps. */
export type RecordKind = 'department' | PlaceKind

/** An account as the app tells of it. Null where the app does not say. */
export type RemoteAccount = {
  remoteId: string
  externalId: string | null
  userName: string
  displayName: string | null
  mails: string[]
  active: boolean
  /** Values of the app's own entitlement attribute. */
  entitlements: string[] | null
  /** Ids of the groups it is a member of. */
  groups: string[] | null
  /** Changes whenever the app's idea of the person's name, title, addresses, user name, manager or department does. */
  fingerprint: string
}

export type Match = { account: RemoteAccount; by: 'remoteId' | 'externalId' | 'userName' }

/** What is to be different; what is left out stays as it is. */
export type AccountChange = {
  active?: boolean
  /** Write our key onto an account that carries none. */
  claim?: boolean
  profile?: Profile
  links?: Links
  userName?: string
  entitlements?: string[]
}

export type NewAccount = { key: AccountKey; profile: Profile; entitlements: string[]; links?: Links }

/** What the account should be: made new where nothing was found, else changed. */
export type AccountToBe =
  | { found: null; make: NewAccount }
  | { found: RemoteAccount; key: AccountKey; change: AccountChange }

export type CheckFinding = {
  level: 'ok' | 'warning' | 'fault'
  subject: 'address' | 'token' | 'users' | 'find' | 'patch' | 'groups' | 'list'
  message: string
}

/** Where a listing goes on; opaque, null at its beginning and end. */
export type Cursor = string | null
export type AccountPage = { items: RemoteAccount[]; next: Cursor }

export type AppGroups = {
  /** The group of exactly this name; two of one name are a failure, never a guess. */
  find(name: string): Promise<string | null>
  create(name: string): Promise<string>
  /** A member already is a success. */
  add(groupId: string, remoteId: string): Promise<void>
  /** Not a member, or a group that is gone, is a success. */
  remove(groupId: string, remoteId: string): Promise<void>
}

/** `hidden`: made, and out of our sight. */
export type MadeRecord = { id: string; isNew: boolean } | { id: null; why: 'several' | 'refused' | 'hidden' }

export type AppLinks = {
  /** Whether the app keeps managers and departments of its accounts; some tell only when asked. */
  isKept(): Promise<boolean>
  /** What a department of exactly this name is written as; null while the app has none. */
  department(name: string): Promise<string | null>
  /** The places this app keeps, and what one of exactly this name is written as; null while the app has none. */
  places?: { kinds: readonly PlaceKind[]; find(kind: PlaceKind, name: string): Promise<string | null> }
  /** For apps that keep these as records of their own. */
  records?: {
    /** As `department` and `find`, asked of the app now, whatever it answered before. */
    look(kind: RecordKind, name: string): Promise<string | null>
    /**
     * Makes the one of this name where there surely is none, and says what it is written as. Looks first; `several` of the
     * name, or no right to make one, are no failures.
     */
    make(kind: RecordKind, name: string): Promise<MadeRecord>
  }
}

export type AppConnector = {
  readonly kind: string
  /** What is there and what is missing; never changes anything in the app, never throws for what it finds. */
  check(): Promise<CheckFinding[]>
  /**
   * The accounts that answer to the strongest key that answers at all: the app's id if known, then our key, then the
   * user name. Exact matches only, whatever the app's search returned. Empty when there is none.
   */
  find(key: AccountKey, remoteId: string | null): Promise<Match[]>
  /** One account by the app's id, whoever's it is; null when there is none. */
  get(remoteId: string): Promise<RemoteAccount | null>
  /** Makes it so and reads back what then is. After a lost answer nothing is made twice, because `find` comes before. */
  ensure(account: AccountToBe): Promise<RemoteAccount>
  readonly deletion?: { remove(remoteId: string): Promise<void> }
  readonly groups?: AppGroups
  readonly links?: AppLinks
  readonly list?: (cursor: Cursor) => Promise<AccountPage>
  /** Calls made to the app so far, for its pace. */
  calls(): number
}
