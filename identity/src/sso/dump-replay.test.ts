import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Every value of every row of every table, in each form in which somebody would try it. */
async function dump(): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: house.place.ownerUrl })
  await client.connect()
  try {
    const tables = await client.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const values = new Set<string>()
    for (const { name } of tables.rows)
      for (const row of (await client.query(`select * from ${name}`)).rows)
        for (const value of Object.values(row)) collect(value, values)
    return values
  } finally {
    await client.end()
  }
}

function collect(value: unknown, into: Set<string>): void {
  if (value === null || value === undefined || value instanceof Date) return
  if (Buffer.isBuffer(value)) {
    for (const form of ['base64url', 'base64', 'hex'] as const) into.add(value.toString(form))
    return
  }
  if (typeof value === 'object') {
    for (const inner of Object.values(value)) collect(inner, into)
    return
  }
  const text = String(value)
  into.add(text)
  for (const part of text.split(/[^A-Za-z0-9_-]+/)) into.add(part)
}

it('no value of a dump of the database opens anything: as a cookie, a bearer, a code, a link, a ticket', async () => {
  await house.addPerson({ login: 'carla', password: goodPassword })
  const invited = await house.addPerson({ login: 'invited' })
  const browser = house.browser()
  await browser.signIn('carla', goodPassword)
  const opened = await browser.call('/api/password/resets', { method: 'POST', body: { login: 'carla' } })
  const { attemptId } = opened.json()
  // One attempt is answered, so that there is a live ticket; mails of a second one still wait to be sent.
  await house.jobs.runUntilIdle()
  const code = /\b\d{6}\b/.exec(house.mailbox.at(-1)?.text ?? '')?.[0]
  const proven = await browser.call(`/api/password/resets/${attemptId}/verify`, { method: 'POST', body: { code } })
  expect(proven.statusCode).toBe(200)
  const second = (await browser.call('/api/password/resets', { method: 'POST', body: { login: 'carla' } })).json()
  await house.jobs.runUntilIdle()
  await house.db.transaction((tx) => house.credentials.invite(tx, invited.id, { kind: 'operator', name: 'test' }))
  await house.sso.createBootstrapLink({ kind: 'operator', name: 'test' })

  const values = [...(await dump())].filter((value) => value !== '')
  expect(values.length).toBeGreaterThan(200)
  // The live values themselves are nowhere in it.
  const dumped = values.join('\n')
  const live = [browser.cookies.get('__Host-hallpass'), proven.json().ticket]
  for (const mail of house.mailbox) live.push(/#(\S+)/.exec(mail.text)?.[1])
  for (const secret of live) expect(dumped.includes(secret ?? 'missing')).toBe(false)

  let tried = 0
  const replay = async (path: string, body: object) => {
    const address = `203.0.${Math.floor(tried / 250) % 250}.${tried % 250}`
    tried += 1
    const thief = house.browser({ address })
    const { statusCode } = await thief.call(path, { method: 'POST', body })
    return statusCode
  }
  const cookieLike = values.filter((value) => /^[A-Za-z0-9_.~+/=-]+$/.test(value))
  for (const value of cookieLike) {
    const thief = house.browser()
    for (const name of ['__Host-hallpass', '__Host-hallpass-pre', '__Host-hallpass-device'])
      thief.cookies.set(name, value)
    expect((await thief.call('/api/sessions')).statusCode, `cookie ${value}`).toBe(401)
    const bearer = house.browser()
    const headers = { authorization: `Bearer ${value}` }
    expect((await bearer.call('/api/sessions', { headers })).statusCode, `bearer ${value}`).toBe(401)
  }
  const tokenLike = cookieLike.filter((value) => /^[A-Za-z0-9_-]{20,200}$/.test(value))
  expect(tokenLike.length).toBeGreaterThan(20)
  const batches = tokenLike.map((value) => async () => {
    expect(await replay('/api/password/links/verify', { token: value }), `link ${value}`).toBe(401)
    expect(await replay('/api/password/tickets/rules', { ticket: value }), `ticket ${value}`).toBe(401)
    expect(await replay('/api/password/disputes', { token: value }), `dispute ${value}`).toBe(401)
    const person = { login: 'x', displayName: 'x', mail: 'x@evil.example', password: goodPassword }
    expect(await replay('/api/bootstrap', { token: value, ...person }), `bootstrap ${value}`).toBe(401)
  })
  await inTens(batches)
  const codes = new Set(values.filter((value) => /^\d{6}$/.test(value)))
  const verify = `/api/password/resets/${second.attemptId}/verify`
  for (const value of [...codes].slice(0, 4)) expect(await replay(verify, { code: value })).toBe(401)
}, 120_000)

async function inTens(work: (() => Promise<void>)[]): Promise<void> {
  for (let index = 0; index < work.length; index += 10)
    await Promise.all(work.slice(index, index + 10).map((each) => each()))
}
