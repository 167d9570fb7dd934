import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startMailbox } from '@hallpass/counterparts/mailbox'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hallpass, type Serving, serve } from './testing-command.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** One installation from its first start to its restore elsewhere, by the commands an operator types. */
const folder = mkdtempSync(join(tmpdir(), 'hallpass-life-'))
const key = (n: number) => Buffer.alloc(32, n).toString('base64')
const publicUrl = 'http://localhost:8080'
/** Administrators are told of what changes; without a mail server that would be a warning in the log. */
const mailbox = await startMailbox()
const at = (dataFolder: string, more: Record<string, string> = {}) => ({
  HALLPASS_DATA_DIR: join(folder, dataFolder),
  HALLPASS_MASTER_KEY: key(1),
  HALLPASS_LISTEN_PORT: '0',
  HALLPASS_PUBLIC_URL: publicUrl,
  HALLPASS_BACKUP_PASSPHRASE: 'a long passphrase for backups',
  HALLPASS_SMTP_URL: mailbox.smtpUrl,
  USER: 'olga',
  ...more,
})
const first = at('first')
const password = 'seven lanterns over the bridge'
const backup = join(folder, 'night.backup')
let cookie: string
let service: Serving | undefined

beforeAll(async () => {
  const { code, out } = await hallpass(['migrate'], first)
  expect([code, out]).toEqual([0, expect.stringMatching(/^The database is at \d{4}_[\w-]+(\.sql)?\.\n$/)])
  service = await serve(first)
})
afterAll(async () => {
  await service?.stop()
  await mailbox.stop()
  rmSync(folder, { recursive: true, force: true })
})

const linkIn = (text: string) => /http:\/\/localhost:8080\/welcome#([\w-]{43})\b/.exec(text)?.[1]

type Answer = { person?: { login: string } | null; [field: string]: unknown }

const printedLink = () => linkIn((service as Serving).out())

/** A call as our page makes it; answers what came and the cookies that came with it. */
async function call(path: string, body?: object, cookies = '') {
  const url = (service as Serving).url
  const page = await fetch(`${url}/api/session`, { headers: { cookie: cookies } })
  const jar =
    cookies ||
    page.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
  const { csrfToken } = (await page.json()) as { csrfToken: string }
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { cookie: jar, 'x-csrf-token': csrfToken, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const made = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  return {
    status: answer.status,
    body: (await answer.json()) as Answer,
    cookie: made.find((each) => /^__Host-hallpass=./.test(each)),
  }
}
const whoIs = async (cookies: string) => (await call('/api/session', undefined, cookies)).body.person?.login
const warnings = (serving: Serving | undefined) => serving?.log().filter(({ level }) => level >= 40)

describe('while the service runs', () => {
  test('it prints a one-time link until there is an administrator; a new one makes it void', async () => {
    const printed = await expect.poll(printedLink, { timeout: 20_000 }).toBeTruthy().then(printedLink)
    expect((await call('/api/bootstrap/check', { token: printed })).body).toEqual({ usable: true })
    const { code, out } = await hallpass(['admin-link'], first)
    expect(code).toBe(0)
    expect((await call('/api/bootstrap/check', { token: printed })).body).toEqual({ usable: false })
    const admin = { login: 'ivan', displayName: 'Ivan Petrov', mail: 'ivan@acme.example', password }
    const made = await call('/api/bootstrap', { token: linkIn(out), ...admin })
    expect(made.status).toBe(201)
    cookie = made.cookie ?? ''
    expect(await whoIs(cookie)).toBe('ivan')
  })

  test('the trail is checked and written out beside it', async () => {
    expect(await hallpass(['audit', 'verify'], first)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The trail is whole|\nThe trail is whole/),
    })
    const { code, out } = await hallpass(['audit', 'export'], first)
    expect(code).toBe(0)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBeGreaterThan(3)
    expect(out).toContain('"olga"')
    expect(out).not.toContain(password)
  })

  test('the doctor says what is wrong and what to do', async () => {
    const { HALLPASS_SMTP_URL: _mail, ...withoutMail } = first
    const { code, out } = await hallpass(['doctor'], withoutMail)
    expect(code).toBe(1)
    expect(out).toMatch(/^WRONG {2}no mail server: set HALLPASS_SMTP_URL/m)
    expect(out).toMatch(/^ok {5}the service can only add to the trail/m)
    expect(out).toMatch(/^ok {5}there is an administrator/m)
  })

  test('the doctor is content when nothing is', async () => {
    const { code, out } = await hallpass(['doctor'], { ...first, HALLPASS_PUBLIC_URL: 'https://id.acme.example' })
    const isBuilt = existsSync(fileURLToPath(new URL('../../../portal/dist/index.html', import.meta.url)))
    const wrong = out.split('\n').filter((line) => line.startsWith('WRONG'))
    expect([code, wrong]).toEqual(isBuilt ? [0, []] : [1, [expect.stringContaining('npm run build')]])
  })

  test('the doctor says hello to the mail server', async () => {
    const gone = await startMailbox()
    await gone.stop()
    const { code, out } = await hallpass(['doctor'], { ...first, HALLPASS_SMTP_URL: gone.smtpUrl })
    expect(code).toBe(1)
    expect(out).toMatch(/^WRONG {2}the mail server 127\.0\.0\.1:\d+ does not answer as it should .*ECONNREFUSED/m)
  })

  test('two break-glass accounts are made once, and one of them lets somebody in', async () => {
    const { code, out } = await hallpass(['break-glass'], first)
    const [one, two] = [...out.matchAll(/^(break-glass-\d) {3}(\S+)$/gm)].map(([, login, word]) => ({ login, word }))
    expect([code, one?.login, two?.login]).toEqual([0, 'break-glass-1', 'break-glass-2'])
    const again = await hallpass(['break-glass'], first)
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Both accounts are there.')])
    const answer = await call('/api/session', { login: one?.login, password: one?.word })
    expect(answer.body).toEqual({ kind: 'signed_in' })
    expect((await hallpass(['break-glass', 'ivan'], first)).code).toBe(2)
  })

  test('says what ends with a directory, and neither pauses nor removes the one of its emergency accounts', async () => {
    const kept = 'The accounts that work when every other directory is down are kept here.'
    const name = 'Hallpass accounts'
    expect((await hallpass(['directory', 'pause'], first)).code).toBe(2)
    expect((await hallpass(['directory', 'resume'], first)).code).toBe(2)
    const paused = await hallpass(['directory', 'pause', name, 'the', 'wrong', 'one'], first)
    expect([paused.code, paused.err]).toEqual([1, expect.stringContaining(kept)])
    const shown = await hallpass(['directory', 'remove', name], first)
    expect([shown.code, shown.out]).toEqual([0, expect.stringMatching(/: \d+ people would leave, with \d+ roles/)])
    const [, people = ''] = /remove "[^"]+" (\d+)/.exec(shown.out) ?? []
    const removed = await hallpass(['directory', 'remove', name, people, 'the wrong one'], first)
    expect([removed.code, removed.err]).toEqual([1, expect.stringContaining('Pause the directory first.')])
  })

  test('the values about a person are taken out of the trail only when asked twice, and it stays whole', async () => {
    const asked = await hallpass(['audit', 'erase', 'ivan'], first)
    expect([asked.code, asked.out]).toEqual([2, expect.stringContaining('Run it again with --yes.')])
    const erased = await hallpass(['audit', 'erase', 'ivan', '--yes'], first)
    expect([erased.code, erased.out]).toEqual([
      0,
      expect.stringMatching(/^[1-9]\d* values about \S+ were erased\.\n0 names by which apps/),
    ])
    expect((await hallpass(['audit', 'export'], first)).out).not.toContain('ivan@acme.example')
    expect(await hallpass(['audit', 'verify'], first)).toMatchObject({ code: 0 })
    const nobody = await hallpass(['audit', 'erase', 'nobody', '--yes'], first)
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('There is nobody called "nobody".')])
  })

  test('a second one on the same folder is refused in a sentence', async () => {
    const { code, err } = await hallpass(['serve'], first)
    expect([code, err]).toEqual([1, expect.stringContaining('Hallpass already runs on')])
    expect(err).not.toMatch(/at .*\.ts/)
  })

  test('a backup is made of it that only its passphrase opens', async () => {
    const { code, out } = await hallpass(['backup', backup], first)
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ rows of \d+ tables are in /)])
    expect(statSync(backup).mode & 0o077).toBe(0)
    expect(readFileSync(backup).includes('ivan@acme.example')).toBe(false)
  })

  test('Ctrl-C reaches the database as well, and still everything ends in order and without a warning', async () => {
    const stopped = service as Serving
    service = undefined
    expect((await stopped.stop('SIGINT', 'group')).code).toBe(0)
    // Loud on purpose: the break-glass account was signed in with above.
    expect(warnings(stopped)?.map(({ msg }) => msg)).toEqual(['a break-glass account was used'])
    expect(existsSync(join(folder, 'first/postgres/postmaster.pid'))).toBe(false)
  })
})

describe('while it does not run', () => {
  test('commands bring the database along', async () => {
    expect(await hallpass(['audit', 'verify'], first)).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'first/postgres/postmaster.pid'))).toBe(false)
  })

  test('a backup is not restored over what is there, nor by a wrong passphrase', async () => {
    const over = await hallpass(['restore', backup], first)
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('This database is in use')])
    const wrong = await hallpass(['restore', backup], at('second', { HALLPASS_BACKUP_PASSPHRASE: 'not the right one' }))
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('The passphrase is wrong')])
    expect(existsSync(join(folder, 'second'))).toBe(false)
  })

  test('without the master key, or with another one, nothing is restored, and the trail is not spoilt', async () => {
    const { HALLPASS_MASTER_KEY: _key, ...keyless } = at('third', { HALLPASS_MASTER_KEY_PATH: join(folder, 'no.key') })
    const without = await hallpass(['restore', backup], keyless)
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('no new one is made here')])
    expect([existsSync(join(folder, 'no.key')), existsSync(join(folder, 'third'))]).toEqual([false, false])
    const other = await hallpass(['restore', backup], at('third', { HALLPASS_MASTER_KEY: key(9) }))
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('not the one this backup was sealed with')])
    expect(existsSync(join(folder, 'third/checkpoints'))).toBe(false)
    expect((await hallpass(['restore', backup], at('third'))).code).toBe(0)
    expect(await hallpass(['audit', 'verify'], at('third'))).toMatchObject({ code: 0 })
  })

  test('restored into an empty folder the trail is whole, says so, and nobody is signed in any more', async () => {
    const { code, out, err } = await hallpass(['restore', backup], at('second'))
    expect([code, out, err]).toEqual([0, expect.stringContaining('Everybody has to sign in again.'), ''])
    expect(await hallpass(['audit', 'verify'], at('second'))).toMatchObject({ code: 0 })
    service = await serve(at('second'))
    expect(linkIn(service.out())).toBeUndefined()
    expect(await whoIs(cookie)).toBeUndefined()
    expect((await call('/api/session', { login: 'ivan', password })).body).toEqual({ kind: 'signed_in' })
    expect((await hallpass(['audit', 'export'], at('second'))).out).toContain('night.backup')
  })
})

describe('the master key', () => {
  test('is changed without a pause: the new one seals, the old one still opens, the doctor seals anew', async () => {
    const both = at('second', { HALLPASS_MASTER_KEY: `${key(2)},${key(1)}` })
    await (service as Serving).stop()
    service = await serve(both)
    expect((await hallpass(['doctor'], both)).out).toMatch(/^note {3}\d+ values are sealed with an old key/m)
    expect((await hallpass(['doctor', '--reseal'], both)).out).toMatch(/^[1-9]\d* values were sealed anew\./)
    const { out } = await hallpass(['doctor'], at('second', { HALLPASS_MASTER_KEY: key(2) }))
    expect(out).toMatch(/^ok {5}everything is sealed with the current key/m)

    expect((await (service as Serving).stop()).code).toBe(0)
    expect(warnings(service)).toEqual([])
    service = await serve(at('second', { HALLPASS_MASTER_KEY: key(2) }))
    expect((await call('/api/session', { login: 'ivan', password })).body).toEqual({ kind: 'signed_in' })
    const verified = await hallpass(['audit', 'verify'], at('second', { HALLPASS_MASTER_KEY: key(2) }))
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('The trail is whole') })
  })
})

test('a database with the sample company is never served in earnest', async () => {
  const host = encodeURIComponent(join(folder, 'second/postgres'))
  const owner = new pg.Client({ connectionString: `postgres://hallpass@localhost/hallpass?host=${host}` })
  await owner.connect()
  await owner.query(`insert into installation (name, value, set_at) values ('sample_company', '{"seeded":true}', $1)`, [
    new Date(),
  ])
  await owner.end()
  await service?.stop()
  service = undefined
  const { code, err } = await hallpass(['serve'], at('second', { HALLPASS_MASTER_KEY: key(2) }))
  expect([code, err]).toEqual([1, expect.stringContaining('This database holds a sample company')])
})
