import Provider, { type KoaContextWithOIDC } from 'oidc-provider'
import type { Database } from '../../platform/database/database.ts'
import { once } from '../../platform/database/once.ts'
import { remembering } from '../../platform/database/remembering.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { ofRequest } from './of-request.ts'
import type { ProviderRecord, UsedUp } from './store-records.ts'

/** One call of the provider: what it has read, and what it will keep and use up once it knows its answer. */
export type Call = {
  readonly db: Database
  readonly request: object
  unkept: ProviderRecord[]
  used: UsedUp | undefined
}

/** By the request that is answered. */
const calls = ofRequest<Call>('call')

export function callOf(db: Database, request: object): Call {
  const call = calls.get(request) ?? { db: remembering(db), request, unkept: [], used: undefined }
  calls.set(request, call)
  return call
}

/** Undefined outside of any: at a step of ours between two calls, or in a job. */
export function currentCall(db: Database): Call | undefined {
  const request: object | undefined = currentContext()?.req
  return request && callOf(db, request)
}

/** The call that is being answered, as the provider sees it. */
export function currentContext(): KoaContextWithOIDC | undefined {
  // Its types leave it out.
  return (Provider as unknown as { ctx: KoaContextWithOIDC | undefined }).ctx
}

type Remembered = Pick<SignOnDeps, 'db' | 'access' | 'credentials' | 'directory'>

/**
 * The same deps, remembering for the length of one call of the provider: it asks for its client, its account and their
 * access again at each of its steps, and all steps of a call are one decision. The next call reads anew.
 */
export function forEachCall<Deps extends Remembered>(deps: Deps): Deps {
  const { access, credentials, directory } = deps
  return Object.create(deps, {
    db: { get: () => currentCall(deps.db)?.db ?? deps.db },
    access: {
      value: {
        ...access,
        mayUse: (r, personId, appId) =>
          once(r, 'may_use', `${personId} ${appId}`, () => access.mayUse(r, personId, appId)),
        desiredAccount: (r, personId, appId) =>
          once(r, 'desired_accounts', `${personId} ${appId}`, () => access.desiredAccount(r, personId, appId)),
      } satisfies Deps['access'],
    },
    credentials: {
      value: {
        ...credentials,
        validity: (r, personId) => once(r, 'validity', personId, () => credentials.validity(r, personId)),
      } satisfies Deps['credentials'],
    },
    directory: {
      value: {
        ...directory,
        groupsOf: (r, personId) => once(r, 'groups_of', personId, () => directory.groupsOf(r, personId)),
      } satisfies Deps['directory'],
    },
  }) as Deps
}

/** The deps as one call sees them, for those who come before the provider does. */
export function withinCall<Deps extends Remembered>(deps: Deps, request: object): Deps {
  return Object.create(deps, { db: { value: callOf(deps.db, request).db } }) as Deps
}
