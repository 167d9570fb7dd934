/** Nouns that Hallpass and its app in ServiceNow share on the wire, whichever of the two is calling. */
import { type Static, type TLiteral, type TUnion, Type } from 'typebox'
import { Id, Line, Lines } from './common.ts'

export const strict = { additionalProperties: false } as const
type Words<T extends readonly string[]> = TUnion<{ -readonly [K in keyof T]: TLiteral<T[K] & string> }>
export const words = <const T extends readonly string[]>(...all: T): Words<T> =>
  Type.Union(all.map((word) => Type.Literal(word))) as unknown as Words<T>

/** Of the app in ServiceNow that comes with this Hallpass; a test holds it against the app's own. */
export const servicenowAppVersion = '0.4.0'

/** Of a record in ServiceNow. */
export const SysId = Type.String({ pattern: '^[0-9a-f]{32}$', description: 'sys_id of a record in ServiceNow' })
export const Ticket = Type.Object({ sysId: SysId, number: Line(40) }, strict)
export type Ticket = Static<typeof Ticket>

/** Which field of `sys_user` says who somebody is; its own names. */
export const MatchBy = words('user_name', 'email', 'employee_number')

/** As ServiceNow writes it, such as `de`: what is said to somebody there is said in it, or else in English. */
export const Language = Line(20, 0)

/** As `sys_user` has them. Who it is follows from the setting of the connection: user name, mail or employee number. */
export const SnowPerson = Type.Object(
  {
    sysId: SysId,
    userName: Line(200),
    email: Line(320, 0),
    employeeNumber: Type.Optional(Line(100, 0)),
    language: Type.Optional(Language),
  },
  strict,
)
export type SnowPerson = Static<typeof SnowPerson>

/**
 * `checking`: approvals are being read back · `denied`: no access, `message` says why · `working`: accounts are being made
 * · `manual`: a person makes the account · `failed`: stuck, and told to IT · `fulfilled`: it can be used · `revoking`:
 * being taken back · `ended`: taken back, or over.
 */
export const FulfilmentState = words(
  'checking',
  'denied',
  'working',
  'manual',
  'failed',
  'fulfilled',
  'revoking',
  'ended',
)
export type FulfilmentState = Static<typeof FulfilmentState>

export const FulfilmentItem = Type.Object({
  roleId: Id,
  roleName: Type.String(),
  state: FulfilmentState,
  alreadyHeld: Type.Boolean(),
  message: Type.String(),
  startsAt: Type.Union([Type.String(), Type.Null()]),
  endsAt: Type.Union([Type.String(), Type.Null()]),
})
export type FulfilmentItem = Static<typeof FulfilmentItem>

export const Fulfilment = Type.Object({
  id: Id,
  ritm: Ticket,
  state: FulfilmentState,
  message: Type.String({ description: 'For whoever asked' }),
  version: Type.Integer({ description: 'Counts up; what is older than what was seen is to be left aside' }),
  items: Type.Array(FulfilmentItem),
})
export type Fulfilment = Static<typeof Fulfilment>

/** What can be asked for: a role of Hallpass, in the words of people who ask. */
export const CatalogEntry = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  appName: Type.String(),
  icon: Type.Union([Type.String(), Type.Null()], { description: 'Absolute address of a picture' }),
  held: Type.Boolean({ description: 'Of the person asked about; false when none was named' }),
  requestable: Type.Boolean(),
  daysMax: Type.Union([Type.Integer(), Type.Null()], { description: 'Longest duration; null: also without end' }),
  daysDefault: Type.Union([Type.Integer(), Type.Null()]),
  policyVersion: Type.Integer(),
})
export type CatalogEntry = Static<typeof CatalogEntry>

/** Callback `POST …/callback/fulfilments/{ritmSysId}`. */
export const FulfilmentCallback = Type.Object(
  {
    state: FulfilmentState,
    message: Type.String(),
    workNote: Type.String({ description: 'For agents; empty when there is nothing to add' }),
    version: Type.Integer(),
  },
  strict,
)
export type FulfilmentCallback = Static<typeof FulfilmentCallback>

/** Callback `POST …/callback/catalog`. `isFull`: what is not named is no longer there. */
export const CatalogCallback = Type.Object(
  {
    version: Type.Integer(),
    isFull: Type.Boolean(),
    apps: Type.Array(CatalogEntry),
    removed: Type.Array(Id, { description: 'Role ids that can no longer be asked for' }),
  },
  strict,
)
export type CatalogCallback = Static<typeof CatalogCallback>

/** Callback `POST …/callback/grants`. */
export const GrantCallback = Type.Object(
  {
    ritm: SysId,
    role: Id,
    state: words('active', 'ended'),
    startsAt: Type.Union([Type.String(), Type.Null()]),
    endsAt: Type.Union([Type.String(), Type.Null()]),
    version: Type.Integer(),
  },
  strict,
)
export type GrantCallback = Static<typeof GrantCallback>

/** Callback `POST …/callback/password-requests/{id}`. */
export const PasswordCallback = Type.Object({ status: words('success', 'failure'), message: Type.String() }, strict)
export type PasswordCallback = Static<typeof PasswordCallback>

/** How a call to Hallpass went that was made to see whether it gets there; status 0: nothing answered. */
const Outward = Type.Object({
  client: words('fulfil', 'password', 'read'),
  status: Type.Integer(),
  error: Type.String({ maxLength: 2000, description: 'As the platform, or a proxy on the way, said it' }),
})
export type Outward = Static<typeof Outward>

/** Answer to `GET …/callback/health`: what the other side says about itself. */
export const AppHealthAnswer = Type.Object({
  instanceId: Line(100),
  instanceUrl: Line(500),
  version: Line(40),
  keyId: Line(64),
  time: Type.Integer({ description: 'Seconds since 1970' }),
  language: Type.Optional(Language),
  outward: Type.Optional(
    Type.Array(Outward, { description: 'Only to `health?outward=true`, where the instance calls out' }),
  ),
})
export type AppHealthAnswer = Static<typeof AppHealthAnswer>

export const Reason = Lines(2000, 0)
