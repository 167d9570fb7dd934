import type { WhoAmI } from '@hallpass/contract/sso'
import { oneTimeToken } from '../credentials/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { renewSession, sessionById } from './store.ts'
import type { Session } from './types.ts'

export type WhoAmIDeps = Pick<SsoDeps, 'db' | 'clock' | 'directory' | 'access' | 'company' | 'csrf'>

export type WhoAmIAnswer = {
  answer: WhoAmI
  /** Cookies to set: a new session cookie after a change of roles, or a first pre-session one. */
  renewed?: Secret
  preSession?: Secret
}

/** Calls under way with the old cookie are let through this long. */
const graceMs = 30_000

/** Who is signed in, and the token that changing calls must carry; for signed-out browsers the one for signing in. */
export async function whoAmI(
  deps: WhoAmIDeps,
  input: { principal: Principal | undefined; preSession: string | undefined },
): Promise<WhoAmIAnswer> {
  const { principal } = input
  const now = deps.clock.now()
  const shared = { company: deps.company, now: now.toISOString() }
  const person = principal && (await deps.directory.person(deps.db, principal.personId))
  const session = principal && (await sessionById(deps.db, principal.sessionId, now))
  if (!principal || !person || !session) return await signedOut(deps, input.preSession, shared)

  const { directory } = await deps.directory.connectorOf(deps.db, person.id)
  const renewed = await renewForRoles(deps, session, principal, now)
  const answer: WhoAmI = {
    ...shared,
    person: { ...deps.directory.summary(person), login: person.login, directoryName: directory.name },
    sessionId: session.id,
    roles: [...principal.roles].sort(),
    assurance: { methods: [...principal.assurance.methods], at: principal.assurance.at.toISOString() },
    csrfToken: deps.csrf.forSession(session.id),
    locale: person.locale,
    firstRun: false,
    expiresAt: session.expiresAt.toISOString(),
    enrolOnly: session.enrolKinds,
  }
  return renewed ? { answer, renewed } : { answer }
}

async function signedOut(
  deps: WhoAmIDeps,
  cookie: string | undefined,
  shared: Pick<WhoAmI, 'company' | 'now'>,
): Promise<WhoAmIAnswer> {
  const preSession = cookie === undefined ? oneTimeToken().token : new Secret(cookie)
  const answer: WhoAmI = {
    ...shared,
    person: null,
    sessionId: null,
    roles: [],
    assurance: null,
    csrfToken: deps.csrf.forPreSession(preSession.reveal()),
    locale: null,
    firstRun: !(await hasAdministrator(deps)),
    expiresAt: null,
    enrolOnly: null,
  }
  return cookie === undefined ? { answer, preSession } : { answer }
}

export async function hasAdministrator(deps: Pick<SsoDeps, 'db' | 'access'>): Promise<boolean> {
  return (await deps.access.administrators(deps.db)).length > 0
}

/** A change of product roles is a change of privilege: the session goes on under a new cookie. */
async function renewForRoles(
  deps: WhoAmIDeps,
  session: Session,
  principal: Principal,
  now: Date,
): Promise<Secret | undefined> {
  const rolesSeen = [...principal.roles].sort()
  if (rolesSeen.join() === [...session.rolesSeen].sort().join()) return undefined
  const { token, hash } = oneTimeToken()
  const previousUntil = new Date(now.getTime() + graceMs)
  const done = await deps.db.transaction((tx) =>
    renewSession(tx, { id: session.id, tokenHash: hash, rolesSeen, previousUntil }, now),
  )
  return done ? token : undefined
}
