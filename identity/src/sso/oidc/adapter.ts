import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { clientMetadata } from './client-metadata.ts'
import { currentContext } from './each-call.ts'
import { endUsedBefore } from './end-reused.ts'
import { type Hints, noteHints } from './hints.ts'
import type { KeepRecords } from './keep-records.ts'
import type { KeysAtAddress } from './keys-at-address.ts'
import { keysOf } from './keys-of-client.ts'
import { programMetadata } from './programs.ts'
import { oidcClientById } from './store-clients.ts'
import {
  deleteGrants,
  deleteRecord,
  forgetRecords,
  isKnownRecord,
  knownRecord,
  type ProviderRecord,
} from './store-records.ts'

export type AdapterDeps = Pick<SignOnDeps, 'db' | 'clock' | 'access' | 'audit'>

/**
 * Where the provider keeps what it hands out. Identifiers are what opens doors (codes, tokens, the session cookie), so
 * only their SHA-256 is kept, and none is in a payload; a dump of the table replays as nothing.
 */
export function createAdapter(
  deps: AdapterDeps,
  records: Pick<KeepRecords, 'keep' | 'useUp' | 'keepUnkept'>,
  hints: Hints,
  keysAtAddress: KeysAtAddress,
): (kind: string) => Adapter {
  const { clock } = deps
  /** For what changes records: what the call has written so far goes first, and what it has read is read anew. */
  const changing = async () => {
    await records.keepUnkept()
    forgetRecords(deps.db)
    return deps.db
  }
  return (kind) => {
    if (kind === 'Client') return clients(deps, hints, keysAtAddress)
    return {
      async upsert(id, payload, expiresIn) {
        const { jti: _id, ...named } = payload
        const kept = withoutCookie(named)
        const record: ProviderRecord = {
          kind,
          idHash: hashOf(id),
          payload: kept,
          uid: payload.uid ?? null,
          grantId: kind === 'Grant' ? id : (payload.grantId ?? null),
          clientId: payload.clientId ?? null,
          expiresAt: expiresIn === undefined ? null : new Date(clock.now().getTime() + expiresIn * 1000),
        }
        noteHints(hints, record)
        if (kind === 'Session' && (await isKeptAsItIs(deps, record))) return
        await records.keep(record)
      },
      async find(id) {
        await records.keepUnkept(kind)
        const found = await knownRecord(deps.db, kind, { idHash: hashOf(id) }, clock.now())
        return found ? restored(found, id) : undefined
      },
      async findByUid(uid) {
        await records.keepUnkept(kind)
        const found = await knownRecord(deps.db, kind, { uid }, clock.now())
        return found ? restored(found) : undefined
      },
      findByUserCode: async () => undefined,
      consume: (id) => records.useUp({ kind, idHash: hashOf(id) }),
      async destroy(id) {
        if (endsWithGrant(kind)) return
        const db = await changing()
        if (!(kind === 'Grant' && (await endUsedBefore(deps, id)))) await deleteRecord(db, kind, hashOf(id))
      },
      async revokeByGrantId(grantId) {
        const db = await changing()
        if (!(await endUsedBefore(deps, grantId))) await deleteGrants(db, [grantId])
      },
    }
  }
}

/** A refresh token that came twice is not taken out before its grant: with both or neither it is found again by who asks again. */
const endsWithGrant = (kind: string): boolean => kind === 'RefreshToken' && currentContext()?.oidc?.route === 'token'

/** A step of a sign-on notes the cookie of the session that it began in, which nothing reads. */
function withoutCookie<P extends object>(payload: P): P {
  const { session } = payload as { session?: { cookie?: unknown } }
  if (session?.cookie === undefined) return payload
  const { cookie: _cookie, ...kept } = session
  return { ...payload, session: kept }
}

/** Seconds that a session of the provider may end too early: it is not written anew for every sign-on. */
const sessionSlack = 600

/**
 * A session of the provider is saved whenever an app signs somebody on. Where it says what it said before, and would end
 * little later, it stays as it is: what it opens hangs on our own session, which is read each time.
 */
async function isKeptAsItIs({ db, clock }: AdapterDeps, { kind, idHash, payload }: ProviderRecord): Promise<boolean> {
  const before = isKnownRecord(db, kind, { idHash }) ? await knownRecord(db, kind, { idHash }, clock.now()) : null
  if (!before || Number(payload.exp) - Number(before.payload.exp) > sessionSlack) return false
  return isDeepStrictEqual(lasting(before.payload), lasting(payload))
}

/** Without its times, as it is kept. */
const lasting = ({ iat: _iat, exp: _exp, ...rest }: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(rest))

function restored(found: { payload: Record<string, unknown>; consumedAt: Date | null }, id?: string): AdapterPayload {
  return {
    ...found.payload,
    ...(id === undefined ? {} : { jti: id }),
    ...(found.consumedAt ? { consumed: Math.floor(found.consumedAt.getTime() / 1000) } : {}),
  }
}

export const hashOf = (id: string): Buffer => hash('sha256', id, 'buffer')

/** Clients are apps of access, or programs; an app that is retired is no client. They are made by administrators, never registered. */
function clients(deps: AdapterDeps, hints: Hints, keysAtAddress: KeysAtAddress): Adapter {
  const refuse = async () => {
    throw new Error('clients are not written by the provider')
  }
  return {
    async find(id) {
      // Our ids are of these letters; others, NUL among them, are not even fit to be asked for.
      if (!/^[\w-]{1,200}$/.test(id)) return undefined
      const client = await oidcClientById(deps.db, id)
      if (!client) return await programMetadata(deps.db, id)
      hints.apps.note(id, client.appId)
      const app = await deps.access.app(deps.db, client.appId)
      if (!app || app.state === 'retired') return undefined
      const hasKeys = client.settings.tokenAuth === 'private_key_jwt'
      return clientMetadata(client, app.name, hasKeys ? await keysOf(keysAtAddress, client.settings) : undefined)
    },
    upsert: refuse,
    findByUserCode: async () => undefined,
    findByUid: async () => undefined,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
  }
}
