import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { SampleCompany } from '../scripts/sample-company.ts'

/** The embedded database of a company, as its owner. */
export async function withOwner<T>(company: SampleCompany, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const host = join(company.environment.HALLPASS_DATA_DIR ?? '', 'postgres')
  const client = new pg.Client({ host, user: 'hallpass', database: 'hallpass' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A ticket for each login, as if each had just proven who they are: what the page for the new password holds. */
export function makeTickets(company: SampleCompany, logins: readonly string[]): Promise<string[]> {
  const tokens = logins.map(() => randomBytes(32).toString('base64url'))
  return withOwner(company, async (client) => {
    await client.query(
      `insert into password_tickets (id, token_hash, person_id, purpose, state, created_at, expires_at)
        select t.id, t.hash, p.id, 'reset', 'open', $4, $5
        from unnest($1::uuid[], $2::bytea[], $3::text[]) as t (id, hash, login) join people p on p.login = t.login`,
      [logins.map(() => randomUUID()), tokens.map(hashOf), logins, new Date(), inHalfAnHour()],
    )
    return tokens
  })
}

/** So many attempts that somebody began and nobody finished, each with its code, link and ticket. */
export function fillOpenTokens(company: SampleCompany, count: number): Promise<void> {
  return withOwner(company, async (client) => {
    const { rows } = await client.query(`select id from people where login = 'molly'`)
    const times = [new Date(), inHalfAnHour()]
    await client.query(
      `insert into reset_attempts (id, login, address, state, created_at, expires_at)
        select gen_random_uuid(), 'molly', '192.0.2.1', 'open', $2, $3 from generate_series(1, $1::int)`,
      [count, ...times],
    )
    await client.query(
      `insert into reset_proofs (id, attempt_id, person_id, kind, code_hmac, link_hash, expires_at)
        select gen_random_uuid(), id, $1, 'mail_code', sha256(id::text::bytea), sha256(id::text::bytea), $2 from reset_attempts`,
      [rows[0].id, times[1]],
    )
    await client.query(
      `insert into password_tickets (id, token_hash, person_id, purpose, attempt_id, state, created_at, expires_at)
        select gen_random_uuid(), sha256(('t' || id)::bytea), $1, 'reset', id, 'open', $2, $3 from reset_attempts`,
      [rows[0].id, ...times],
    )
    await client.query('analyze reset_attempts, reset_proofs, password_tickets')
  })
}

export function emptyOpenTokens(company: SampleCompany): Promise<void> {
  return withOwner(company, async (client) => {
    await client.query('delete from password_tickets')
    await client.query('delete from reset_attempts')
    await client.query('vacuum analyze reset_attempts')
    await client.query('vacuum analyze reset_proofs')
    await client.query('vacuum analyze password_tickets')
  })
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const inHalfAnHour = (): Date => new Date(Date.now() + 1_800_000)
