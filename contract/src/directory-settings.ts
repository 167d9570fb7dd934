/** How each kind of directory is reached and read, and what is told of its people: what an administrator sets. */
import { type Static, Type } from 'typebox'
import { Line, Lines } from './common.ts'

const strict = { additionalProperties: false }
const orNull = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What disabled means in an LDAP directory; an entry that is gone ends access in each of them. */
export const DisabledWhen = Type.Union([
  Type.Object({ kind: Type.Literal('locked_by_administrator') }, strict),
  Type.Object(
    {
      kind: Type.Literal('attribute'),
      attribute: Line(64),
      values: Type.Array(Line(200), { minItems: 1, maxItems: 20 }),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('entry_gone') }, strict),
])
export type DisabledWhen = Static<typeof DisabledWhen>

const attributeName = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]{0,63}$' })

/** Whom nothing here resets, unlocks, enables, disables or edits, beside those the directory itself protects. */
export const OutOfReach = Type.Object(
  {
    logins: Type.Array(Line(200), { maxItems: 500 }),
    groups: Type.Array(Line(500), {
      maxItems: 100,
      description: 'Names or distinguished names; members of their members are out of reach, too',
    }),
  },
  strict,
)
export type OutOfReach = Static<typeof OutOfReach>

const hostName = Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9.:_-]+$' })
const portNumber = Type.Integer({ minimum: 1, maximum: 65535 })
const security = Type.Union([Type.Literal('ldaps'), Type.Literal('starttls')])

export const LdapSettings = Type.Object(
  {
    kind: Type.Literal('ldap'),
    host: hostName,
    port: portNumber,
    security,
    caPem: orNull(Lines(65536)),
    baseDn: Line(500),
    bindDn: Line(500),
    personClass: Type.Optional(attributeName),
    groupClass: Type.Optional(attributeName),
    loginAttribute: Type.Optional(attributeName),
    disabledWhen: Type.Optional(DisabledWhen),
    defaultPolicyDn: Type.Optional(orNull(Line(500))),
    outOfReach: Type.Optional(OutOfReach),
    timeZoneAttribute: Type.Optional(attributeName),
    costCenterAttribute: Type.Optional(attributeName),
  },
  strict,
)
export type LdapSettings = Static<typeof LdapSettings>

export const BuiltInSettings = Type.Object(
  {
    kind: Type.Literal('built-in'),
    minLength: Type.Optional(
      Type.Integer({ minimum: 8, maximum: 64, description: 'Where the password is the only factor; 15 at least' }),
    ),
    minLengthWithSecondFactor: Type.Optional(
      Type.Integer({ minimum: 8, maximum: 64, description: 'For people with a second factor; 8 if left out' }),
    ),
    historyCount: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 })),
    companyWords: Type.Optional(Type.Array(Line(60, 3), { maxItems: 200 })),
    maxAgeDays: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 3650,
        description: 'When passwords end; never if left out, which is better',
      }),
    ),
    lockoutTries: Type.Optional(
      Type.Integer({
        minimum: 3,
        maximum: 100,
        description: 'Wrong tries until the account is locked; 100 if left out',
      }),
    ),
    lockoutMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440, description: '15 if left out' })),
    breachListUrl: Type.Optional(
      orNull(
        Type.String({
          maxLength: 500,
          pattern: '^https?://[^\\s]+$',
          description:
            'A list of passwords known from breaches, asked by the first five characters of the SHA-1 only, such as https://api.pwnedpasswords.com/range/; nobody is asked if left out',
        }),
      ),
    ),
    outOfReach: Type.Optional(OutOfReach),
  },
  strict,
)
export type BuiltInSettings = Static<typeof BuiltInSettings>

export const ActiveDirectorySettings = Type.Object(
  {
    kind: Type.Literal('active-directory'),
    controllers: Type.Array(
      Type.Object(
        {
          host: hostName,
          port: portNumber,
          kdcPort: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535, description: 'Kerberos; 88 if left out' })),
        },
        strict,
      ),
      { minItems: 1, maxItems: 8, description: 'Domain controllers of one domain, the preferred one first' },
    ),
    security,
    caPem: orNull(Lines(65536)),
    baseDn: Line(500),
    bindName: Line(500),
    costCenterAttribute: Type.Optional(attributeName),
    oldPasswordMinutes: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1440,
        description:
          'How long the domain still takes the password before the present one at a bind (OldPasswordAllowedPeriod); 60 if left out',
      }),
    ),
    outOfReach: Type.Optional(OutOfReach),
  },
  strict,
)
export type ActiveDirectorySettings = Static<typeof ActiveDirectorySettings>

export const ConnectorSettings = Type.Union([LdapSettings, ActiveDirectorySettings, BuiltInSettings])
export type ConnectorSettings = Static<typeof ConnectorSettings>

/** The same for every kind. */
export const SyncSettings = Type.Object(
  {
    syncEverySeconds: Type.Integer({ minimum: 1, maximum: 86400 }),
    sweepEverySeconds: Type.Integer({ minimum: 1, maximum: 86400 }),
    removalsPercentMax: Type.Integer({ minimum: 1, maximum: 100 }),
    removalsCountMax: Type.Integer({ minimum: 0, maximum: 100000 }),
    ownMailDomains: Type.Array(Type.String({ pattern: '^[A-Za-z0-9.-]{1,253}$' }), {
      maxItems: 100,
      description:
        'Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid',
    }),
    proofs: Type.Optional(
      Type.Object(
        {
          mail: Type.Boolean({ description: 'true if left out' }),
          phone: Type.Boolean({ description: 'false if left out' }),
        },
        {
          ...strict,
          description:
            'Which addresses and numbers may prove who somebody is: those that people cannot write themselves in this directory and that do not open with its password',
        },
      ),
    ),
    remindDays: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 90 }), {
        maxItems: 10,
        uniqueItems: true,
        description:
          'Days before a password ends at which its owner is told; 14, 7, 3 and 1 if left out, none if empty',
      }),
    ),
    timeZone: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z][A-Za-z0-9_+/-]{1,63}$',
        description:
          'Where most people of this directory live, such as Europe/Berlin; nobody is told at night. UTC if left out',
      }),
    ),
  },
  strict,
)
export type SyncSettings = Static<typeof SyncSettings>
