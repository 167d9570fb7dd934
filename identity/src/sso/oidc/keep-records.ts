import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Database } from '../../platform/database/database.ts'
import { gather } from '../../platform/database/gather.ts'
import { type Call, callOf, currentCall } from './each-call.ts'
import { showError } from './provider-pages.ts'
import { forgetRecords, type ProviderRecord, upsertUnhurried } from './store-records.ts'

export type KeepRecords = {
  /** Keeps it before the call that is under way is answered, at once where there is none. */
  keep(record: ProviderRecord): Promise<void>
  /** What the call under way has not kept so far: for whatever must stand on it, or might look for it. */
  keepUnkept(): Promise<void>
  /** The end of each call: nothing is answered that stands on a record which could not be kept. */
  endCallsOf(provider: Provider): void
}

/** What a call hands out is written together, with that of other calls of the moment, and once the call knows its answer. */
export function keepRecords(db: Database): KeepRecords {
  const write = gather<readonly ProviderRecord[]>((lists) => upsertUnhurried(db, lists.flat()))
  const writeOf = async (call: Call | undefined) => {
    if (!call || call.unkept.length === 0) return
    const records = call.unkept
    call.unkept = []
    forgetRecords(call.db)
    await write(records)
  }
  return {
    async keep(record) {
      const call = currentCall(db)
      if (!call) return await write([record])
      call.unkept.push(record)
    },
    keepUnkept: () => writeOf(currentCall(db)),
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

/** What the provider had said of records that are not there is taken back: neither a code nor a cookie leaves. */
function refuse(provider: Provider, context: KoaContextWithOIDC, cause: unknown): void {
  for (const name of ['location', 'set-cookie']) context.remove(name)
  context.status = 500
  const out = { error: 'server_error', error_description: 'oops! something went wrong' }
  if (context.method === 'GET' || context.accepts('json', 'html') === 'html') showError(context, out)
  else context.body = out
  provider.emit('server_error', context, cause as Error)
}
