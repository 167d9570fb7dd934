/** The sign-on policy: rules read from the top; the first that fits says what is wanted. */
import { type Static, Type } from 'typebox'
import { Id, Line, ProductRole, Timestamp } from './common.ts'
import { FactorKind } from './factors.ts'
import { route } from './route.ts'
import { AssuranceMethod, MainFactorKind } from './sign-in.ts'

const closed = { additionalProperties: false }

/** Signing in to Hallpass, opening an app, or confirming something that asks for it (approving, giving power). */
export const SignOnPurpose = Type.Union([Type.Literal('sign_in'), Type.Literal('launch'), Type.Literal('step_up')])
export type SignOnPurpose = Static<typeof SignOnPurpose>

/** An empty list asks nothing; every list that is not empty must fit. */
export const SignOnConditions = Type.Object(
  {
    purposes: Type.Array(SignOnPurpose, { maxItems: 3, uniqueItems: true }),
    /** Only opening one of these apps. */
    appIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
    /** Only members of one of these groups. */
    groupIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
    /** Only holders of one of these roles in Hallpass. */
    roles: Type.Array(ProductRole, { maxItems: 3, uniqueItems: true }),
    /** Only from these networks: addresses or ranges such as 203.0.113.0/24 or 2001:db8::/32. */
    networks: Type.Array(Line(50), { maxItems: 200, uniqueItems: true }),
    /** Only from elsewhere than these networks. */
    notNetworks: Type.Array(Line(50), { maxItems: 200, uniqueItems: true }),
  },
  closed,
)
export type SignOnConditions = Static<typeof SignOnConditions>

export const SignOnDemand = Type.Object(
  {
    /**
     * `one`: any proof. `two_if_enrolled`: a second factor of whoever has one. `two`: a second factor of everybody;
     * whoever has none adds one first. `deny`: nobody gets in this way.
     */
    proof: Type.Union([
      Type.Literal('one'),
      Type.Literal('two_if_enrolled'),
      Type.Literal('two'),
      Type.Literal('deny'),
    ]),
    /** Which kinds count as second factor; empty for all. A passkey alone counts as both factors. */
    kinds: Type.Array(MainFactorKind, { maxItems: 4, uniqueItems: true }),
    /** How old the proof may be, in minutes; null for as long as the session lasts. */
    maxAgeMinutes: Type.Union([Type.Integer({ minimum: 1, maximum: 10_080 }), Type.Null()]),
    /** How long a device may be remembered as second factor; 0 for not at all. */
    rememberDays: Type.Integer({ minimum: 0, maximum: 90 }),
  },
  closed,
)
export type SignOnDemand = Static<typeof SignOnDemand>

export const SignOnRule = Type.Object(
  { id: Id, name: Line(100), enabled: Type.Boolean(), when: SignOnConditions, demand: SignOnDemand },
  closed,
)
export type SignOnRule = Static<typeof SignOnRule>

export const SignOnPolicy = Type.Object({
  version: Type.Integer(),
  /** Read from the top. */
  rules: Type.Array(SignOnRule),
  /** For everybody and everything that no rule above fits. */
  otherwise: SignOnDemand,
  changedAt: Type.Union([Timestamp, Type.Null()]),
  changedBy: Type.Union([Id, Type.Null()]),
  /**
   * Whoever changed the policy stays under the one before as well until another administrator has confirmed it; true
   * while that is so.
   */
  awaitsConfirmation: Type.Boolean(),
  /**
   * Where there is no other administrator to confirm it: until when whoever changed the policy stays under the one before
   * as well; null once that is over.
   */
  authorHeldUntil: Type.Union([Timestamp, Type.Null()]),
})
export type SignOnPolicy = Static<typeof SignOnPolicy>

export const SignOnTrial = Type.Object({
  outcome: Type.Union([
    Type.Literal('allow'),
    Type.Literal('factor_wanted'),
    Type.Literal('enrol_wanted'),
    Type.Literal('deny'),
    Type.Literal('no_access'),
  ]),
  /** What would happen, in words. */
  sentence: Type.String(),
  /** What the sentence says and names, for pages in another language; without an app it is about signing in. */
  said: Type.Object({
    code: Type.Union([
      Type.Literal('inactive'),
      Type.Literal('no_access'),
      /** Their directory is paused: nobody of it signs in. */
      Type.Literal('paused'),
      /** The app knows somebody else by their name, or several may be meant by it. */
      Type.Literal('name_held'),
      Type.Literal('name_shared'),
      /** They set what the app is told of people, and nobody else stands behind it yet. */
      Type.Literal('own_change'),
      Type.Literal('allow'),
      Type.Literal('prove_again'),
      Type.Literal('second_factor'),
      Type.Literal('enrol'),
      /** What they have set up is not asked for any more: the desk has to help. */
      Type.Literal('desk'),
      Type.Literal('deny'),
    ]),
    person: Type.String(),
    app: Type.Union([Type.String(), Type.Null()]),
    kinds: Type.Array(FactorKind),
  }),
  /** Where an app was asked about: what signing in wants, which comes first; what wants more of the two is the answer. */
  signIn: Type.Union([
    Type.Object({
      outcome: Type.Union([
        Type.Literal('allow'),
        Type.Literal('factor_wanted'),
        Type.Literal('enrol_wanted'),
        Type.Literal('deny'),
      ]),
      rule: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
    }),
    Type.Null(),
  ]),
  /** The deciding rule; null when none of the list fits and `otherwise` decides, or when the app is not theirs. */
  rule: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  demand: Type.Union([SignOnDemand, Type.Null()]),
  /** Every rule that was looked at, and what about it did not fit; null when it fits. */
  considered: Type.Array(
    Type.Object({ id: Id, name: Type.String(), missed: Type.Union([Type.String(), Type.Null()]) }),
  ),
})
export type SignOnTrial = Static<typeof SignOnTrial>

const policyFields = { rules: Type.Array(SignOnRule, { maxItems: 100 }), otherwise: SignOnDemand }
const readers = { roles: ['admin', 'auditor'] } as const
const admins = { roles: ['admin'] } as const
const tag = '/api/sign-on-policy'

export const signOnPolicyRoutes = {
  getPolicy: route({
    id: 'signOnPolicy.getPolicy',
    method: 'GET',
    path: tag,
    summary: 'The sign-on policy',
    access: readers,
    success: { status: 200, schema: SignOnPolicy },
  }),
  putPolicy: route({
    id: 'signOnPolicy.putPolicy',
    method: 'PUT',
    path: tag,
    summary: 'Change the sign-on policy; asks for a fresh confirmation and is told to every administrator',
    access: admins,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), ...policyFields }, closed),
    success: { status: 200, schema: SignOnPolicy },
    problems: [404, 409],
  }),
  confirmPolicy: route({
    id: 'signOnPolicy.confirmPolicy',
    method: 'POST',
    path: `${tag}/confirm`,
    summary: 'Confirm a change that another administrator made to the sign-on policy',
    access: admins,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }) }, closed),
    success: { status: 200, schema: SignOnPolicy },
    problems: [409],
  }),
  tryPolicy: route({
    id: 'signOnPolicy.tryPolicy',
    method: 'POST',
    path: `${tag}/try`,
    summary: 'What would happen if a person signed in, or opened an app, from an address; changes nothing',
    access: readers,
    body: Type.Object(
      {
        personId: Id,
        /** The app to open; left out for signing in to Hallpass. */
        appId: Type.Optional(Id),
        address: Line(50),
        /** What the person has proven already; the password alone when left out. */
        methods: Type.Optional(Type.Array(AssuranceMethod, { maxItems: 9, uniqueItems: true })),
        /** A browser on which a factor of this kind was given just now, and remembered; one that is not when left out. */
        rememberedWith: Type.Optional(FactorKind),
        /** Rules that are not saved yet. */
        draft: Type.Optional(Type.Object(policyFields, closed)),
      },
      closed,
    ),
    success: { status: 200, schema: SignOnTrial },
    problems: [404],
  }),
}
