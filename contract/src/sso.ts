/** Sessions on the wire: signing in and out, who am I, my devices, my apps, and the way into an app. */
import { type Static, Type } from 'typebox'
import { AppSummary, Id, IdParams, Line, PersonSummary, ProductRole, Timestamp } from './common.ts'
import { Login, OneTimeToken, Password } from './credentials.ts'
import { route } from './route.ts'
import { AssuranceMethod, MainFactorKind, SignInAnswer } from './sign-in.ts'

/** Answered to everyone: signed out it carries the token that signing in needs. */
export const WhoAmI = Type.Object({
  person: Type.Union([
    Type.Object({ ...PersonSummary.properties, login: Type.String(), directoryName: Type.String() }),
    Type.Null(),
  ]),
  sessionId: Type.Union([Id, Type.Null()]),
  roles: Type.Array(ProductRole),
  assurance: Type.Union([Type.Object({ methods: Type.Array(AssuranceMethod), at: Timestamp }), Type.Null()]),
  /** Send it back as `x-csrf-token` on every call that changes something. */
  csrfToken: Type.String(),
  locale: Type.Union([Type.String(), Type.Null()]),
  company: Type.Object({
    name: Type.String(),
    accent: Type.Union([Type.String(), Type.Null()]),
    logo: Type.Union([Type.String(), Type.Null()]),
  }),
  /** The service's clock, for words like "in 5 days". */
  now: Timestamp,
  /** True until the first administrator exists: the one-time console link leads in. */
  firstRun: Type.Boolean(),
  /** The session ends at this time at the latest; null when signed out. */
  expiresAt: Type.Union([Timestamp, Type.Null()]),
  /** A session that can do nothing but add one of these factors; null for any other. */
  enrolOnly: Type.Union([Type.Array(MainFactorKind), Type.Null()]),
})
export type WhoAmI = Static<typeof WhoAmI>

export const Session = Type.Object({
  id: Id,
  current: Type.Boolean(),
  startedAt: Timestamp,
  lastSeenAt: Timestamp,
  expiresAt: Timestamp,
  address: Type.String(),
  /** Browser and system in words, from the user agent. */
  device: Type.String(),
  methods: Type.Array(AssuranceMethod),
})
export type Session = Static<typeof Session>
export const SessionList = Type.Object({ items: Type.Array(Session) })

export const Tile = Type.Object({
  app: AppSummary,
  /** Where the tile leads; null while the app is not usable yet. */
  launch: Type.Union([Type.String(), Type.Null()]),
  /** `ready`: usable now. `pending`: granted, the account is being made. */
  state: Type.Union([Type.Literal('ready'), Type.Literal('pending')]),
  /** The last moment the app stays usable; null when it has no end. */
  endsAt: Type.Union([Timestamp, Type.Null()]),
  /** The role and grant that end last, for "extend" and "give back". */
  roleId: Type.Union([Id, Type.Null()]),
  roleName: Type.Union([Type.String(), Type.Null()]),
  grantId: Type.Union([Id, Type.Null()]),
  /** Kept first by the person, on every device. */
  favourite: Type.Boolean(),
})
export type Tile = Static<typeof Tile>
export const MyApps = Type.Object({ items: Type.Array(Tile) })
export type MyApps = Static<typeof MyApps>

export const SignedOut = Type.Object({
  /** Where the browser goes to sign out of apps that only it can reach; null when there are none. */
  next: Type.Union([Type.String(), Type.Null()]),
})
export type SignedOut = Static<typeof SignedOut>

const closed = { additionalProperties: false }

export const ssoRoutes = {
  whoAmI: route({
    id: 'sso.whoAmI',
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, with which roles, and the token for changing calls; works signed out',
    access: 'public',
    success: { status: 200, schema: WhoAmI },
  }),
  signIn: route({
    id: 'sso.signIn',
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with login or mail address and password; a second factor may be wanted next',
    access: 'public',
    body: Type.Object({ login: Login, password: Password }, closed),
    success: { status: 200, schema: SignInAnswer },
    problems: [401, 429],
    perMinute: 60,
  }),
  confirmPassword: route({
    id: 'sso.confirmPassword',
    method: 'POST',
    path: '/api/session/confirm',
    summary: 'Confirm that it is still you with the password, before something that asks for it',
    access: 'person',
    body: Type.Object({ password: Password, appId: Type.Optional(Id) }, closed),
    success: { status: 204 },
    problems: [429],
    perMinute: 20,
  }),
  signOut: route({
    id: 'sso.signOut',
    method: 'POST',
    path: '/api/session/sign-out',
    summary: 'End this session; answers the same when it had ended already',
    inEnrolment: true,
    access: 'public',
    success: { status: 200, schema: SignedOut },
  }),
  listSessions: route({
    id: 'sso.listSessions',
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where I am signed in',
    access: 'person',
    success: { status: 200, schema: SessionList },
  }),
  endSession: route({
    id: 'sso.endSession',
    method: 'DELETE',
    path: '/api/sessions/:id',
    summary: 'Sign out one of my devices',
    access: 'person',
    params: IdParams,
    success: { status: 204 },
    problems: [404],
  }),
  endOtherSessions: route({
    id: 'sso.endOtherSessions',
    method: 'POST',
    path: '/api/sessions/end-others',
    summary: 'Sign out everywhere but here',
    access: 'person',
    success: { status: 200, schema: Type.Object({ ended: Type.Integer() }) },
  }),
  listSessionsOf: route({
    id: 'sso.listSessionsOf',
    method: 'GET',
    path: '/api/people/:id/sessions',
    summary: 'Where a person is signed in',
    access: { roles: ['admin', 'desk_agent', 'auditor'] },
    params: IdParams,
    success: { status: 200, schema: SessionList },
    problems: [404],
  }),
  endSessionsOf: route({
    id: 'sso.endSessionsOf',
    method: 'POST',
    path: '/api/people/:id/sessions/end',
    summary: 'Sign a person out everywhere, or on one device',
    access: { roles: ['admin', 'desk_agent'] },
    params: IdParams,
    body: Type.Object({ reason: Line(500), sessionId: Type.Optional(Id) }, closed),
    success: { status: 200, schema: Type.Object({ ended: Type.Integer() }) },
    problems: [404],
  }),
  checkBootstrap: route({
    id: 'sso.checkBootstrap',
    method: 'POST',
    path: '/api/bootstrap/check',
    summary: 'Whether a one-time console link can still be used; uses up nothing',
    access: 'public',
    body: Type.Object({ token: OneTimeToken }, closed),
    success: { status: 200, schema: Type.Object({ usable: Type.Boolean() }) },
    perMinute: 30,
  }),
  bootstrap: route({
    id: 'sso.bootstrap',
    method: 'POST',
    path: '/api/bootstrap',
    summary: 'Make the first administrator with the one-time console link, and sign in as them',
    access: 'public',
    body: Type.Object(
      {
        token: OneTimeToken,
        login: Line(100),
        displayName: Line(200),
        mail: Type.String({ format: 'email', maxLength: 320 }),
        password: Password,
      },
      closed,
    ),
    success: { status: 201, schema: Type.Object({ kind: Type.Literal('signed_in') }) },
    problems: [401, 409, 429],
    perMinute: 30,
  }),
  myApps: route({
    id: 'sso.myApps',
    method: 'GET',
    path: '/api/my-apps',
    summary: 'My apps: usable ones and those whose account is being made',
    access: 'person',
    success: { status: 200, schema: MyApps },
  }),
  keepFavourite: route({
    id: 'sso.keepFavourite',
    method: 'PUT',
    path: '/api/my-apps/favourites',
    summary: 'Keep one of my apps first, or no longer; safe to repeat',
    access: 'person',
    body: Type.Object({ appId: Id, favourite: Type.Boolean() }, closed),
    success: { status: 204 },
    problems: [404],
  }),
  launch: route({
    id: 'sso.launch',
    method: 'GET',
    path: '/launch/:id',
    summary: 'Check access again and redirect (302) to the sign-on address of the app',
    access: 'public',
    params: IdParams,
    success: { status: 302, content: 'redirect' },
    problems: [403, 404, 409],
  }),
}
