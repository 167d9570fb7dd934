import { createHash, randomBytes } from 'node:crypto'
import type { ClientScope } from '@hallpass/contract/route'
import type { Kysely } from 'kysely'
import type { AllClientMetadata } from 'oidc-provider'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader, Tx } from '../../platform/database/database.ts'
import { Secret } from '../../platform/secret.ts'
import { deleteRecordsOfClient, findRecord } from './store-records.ts'

/** Scopes that only programs are given; a token of an app that names one opens nothing. */
export const programScopes = ['desk.fulfil', 'desk.password', 'desk.read'] as const satisfies readonly ClientScope[]

export type Program = { clientId: string; ownerId: string; scope: ClientScope }
export type NewSecret = { clientId: string; scope: ClientScope; secret: Secret }

/** Programs that call in their own name: one client for each thing they may do, so that one lost secret opens one door. */
export type Programs = {
  /** New secrets for these scopes; clients that are not there yet are made. Tokens given for the old secrets end at once. */
  issue(tx: Tx, owner: { id: string; name: string; scopes: readonly ClientScope[] }): Promise<NewSecret[]>
  remove(tx: Tx, ownerId: string): Promise<void>
  of(r: Reader, ownerId: string): Promise<Program[]>
  /** Whose bearer token this is; null for any that opens nothing here. */
  byToken(token: string): Promise<Program | null>
}

type Tables = {
  service_clients: {
    client_id: string
    owner_id: string
    name: string
    scope: ClientScope
    secret_hash: Buffer
    created_at: Date
  }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

export function createPrograms({ db, clock }: { db: Database; clock: Clock }): Programs {
  return {
    async issue(tx, { id, name, scopes }) {
      const issued: NewSecret[] = []
      for (const scope of scopes) {
        const secret = randomBytes(32).toString('base64url')
        const { client_id: clientId } = await tables(tx)
          .insertInto('service_clients')
          .values({
            client_id: randomBytes(15).toString('base64url'),
            owner_id: id,
            name,
            scope,
            secret_hash: sha256(secret),
            created_at: clock.now(),
          })
          .onConflict((conflict) =>
            conflict.columns(['owner_id', 'scope']).doUpdateSet({ secret_hash: sha256(secret) }),
          )
          .returning('client_id')
          .executeTakeFirstOrThrow()
        await deleteRecordsOfClient(tx, clientId)
        issued.push({ clientId, scope, secret: new Secret(secret) })
      }
      return issued
    },

    async remove(tx, ownerId) {
      const gone = await tables(tx)
        .deleteFrom('service_clients')
        .where('owner_id', '=', ownerId)
        .returning('client_id')
        .execute()
      for (const row of gone) await deleteRecordsOfClient(tx, row.client_id)
    },

    of: async (r, ownerId) =>
      (
        await tables(r)
          .selectFrom('service_clients')
          .selectAll()
          .where('owner_id', '=', ownerId)
          .orderBy('scope')
          .execute()
      ).map(toProgram),

    async byToken(token) {
      const record = await findRecord(db, 'ClientCredentials', { idHash: sha256(token) }, clock.now())
      // One that is bound to a key is worth nothing without a proof of it, which no door of ours asks for (RFC 9449 §7).
      if (!record || record.payload.jkt !== undefined) return null
      const { clientId, scope } = record.payload
      const row = await rowOf(db, String(clientId))
      return row && row.scope === scope ? toProgram(row) : null
    },
  }
}

const toProgram = (row: Tables['service_clients']): Program => ({
  clientId: row.client_id,
  ownerId: row.owner_id,
  scope: row.scope,
})

async function rowOf(r: Reader, clientId: string): Promise<Tables['service_clients'] | null> {
  const query = tables(r).selectFrom('service_clients').selectAll().where('client_id', '=', clientId)
  return (await query.executeTakeFirst()) ?? null
}

/** A program in the words of the provider: it may ask for tokens in its own name, for its one scope, and nothing else. */
export async function programMetadata(r: Reader, clientId: string): Promise<AllClientMetadata | undefined> {
  const row = await rowOf(r, clientId)
  if (!row) return undefined
  return {
    client_id: row.client_id,
    client_name: row.name,
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'client_secret_basic',
    // Compared by its hash, see `compareSecretsByHash`.
    client_secret: row.secret_hash.toString('base64url'),
    scope: row.scope,
  }
}
