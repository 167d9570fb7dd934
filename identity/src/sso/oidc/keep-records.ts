import type Provider from 'oidc-provider'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { gather } from '../../platform/database/gather.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { type Call, callOf, currentCall } from './each-call.ts'
import { endUsedTwice } from './end-reused.ts'
import { showError } from './provider-pages.ts'
import {
  consumeRecord,
  exchangeRecord,
  forgetRecords,
  type ProviderRecord,
  type UsedUp,
  upsertRecords,
  upsertUnhurried,
} from './store-records.ts'

export type KeepRecords = {
  /** Keeps it before the call that is under way is answered, at once where there is none. */
  keep(record: ProviderRecord): Promise<void>
  /** Uses a code or refresh token up, with what is given for it. Refuses the call where another one was the first. */
  useUp(used: UsedUp): Promise<void>
  /** What the call under way has not kept so far, of one kind or of all: for whatever must stand on it, or might look for it. */
  keepUnkept(kind?: string): Promise<void>
  /** The end of each call: nothing is answered that stands on a record which could not be kept. */
  endCallsOf(provider: Provider): void
}

/** What is given for these is known before the call is answered. */
const exchanged = ['AuthorizationCode', 'RefreshToken']

/**
 * What a call hands out is written once the call knows its answer: in one statement with that of other calls of the moment,
 * or, where the call uses something up or hands out a refresh token, in one of its own that waits for the disk.
 */
export function keepRecords(deps: Pick<SignOnDeps, 'db' | 'clock' | 'audit'>): KeepRecords {
  const { db, clock } = deps
  const write = gather<readonly ProviderRecord[]>((lists) => upsertUnhurried(db, lists.flat()))
  const exchangeOrRefuse = async (used: UsedUp, records: readonly ProviderRecord[], request: object | undefined) => {
    const now = clock.now()
    const isFirst =
      records.length === 0
        ? await consumeRecord(db, used.kind, used.idHash, now)
        : await exchangeRecord(db, used, records, now)
    if (isFirst) return
    await endUsedTwice(deps, used, request)
    throw usedAlready(used.kind)
  }
  const writeOf = async (call: Call | undefined) => {
    if (!call || (call.unkept.length === 0 && call.used === undefined)) return
    const { unkept: records, used } = call
    call.unkept = []
    call.used = undefined
    forgetRecords(call.db)
    if (used) await exchangeOrRefuse(used, records, call.request)
    else if (records.some(({ kind }) => kind === 'RefreshToken')) await upsertRecords(db, records)
    else await write(records)
  }
  return {
    async keep(record) {
      const call = currentCall(db)
      if (call) call.unkept.push(record)
      else if (record.kind === 'RefreshToken') await upsertRecords(db, [record])
      else await write([record])
    },
    async useUp(used) {
      const call = currentCall(db)
      await writeOf(call)
      // Whoever looks for it in this call finds it used.
      if (call) forgetRecords(call.db)
      if (call && exchanged.includes(used.kind)) call.used = used
      else await exchangeOrRefuse(used, [], call?.request)
    },
    async keepUnkept(kind) {
      const call = currentCall(db)
      if (kind !== undefined && call?.used?.kind !== kind && !call?.unkept.some((each) => each.kind === kind)) return
      await writeOf(call)
    },
    endCallsOf(provider) {
      provider.use(async (context, next) => {
        await next()
        try {
          await writeOf(callOf(db, context.req))
        } catch (cause) {
          refuse(provider, context as KoaContextWithOIDC, cause)
        }
      })
    },
  }
}

/** The provider uses up only what it found unused: where it is used all the same, another call came between. */
function usedAlready(kind: string): Error {
  if (kind === 'PushedAuthorizationRequest') return new errors.InvalidRequestUri('request_uri was already used')
  return new errors.InvalidGrant('already used')
}

/** What the provider had said of records that are not there is taken back: neither a code nor a cookie leaves. */
function refuse(provider: Provider, context: KoaContextWithOIDC, cause: unknown): void {
  for (const name of ['location', 'set-cookie']) context.remove(name)
  if (cause instanceof errors.InvalidGrant) {
    context.status = cause.statusCode
    context.body = { error: cause.error, error_description: cause.error_description }
    return
  }
  context.status = 500
  const out = { error: 'server_error', error_description: 'oops! something went wrong' }
  if (context.method === 'GET' || context.accepts('json', 'html') === 'html') showError(context, out)
  else context.body = out
  provider.emit('server_error', context, cause as Error)
}
