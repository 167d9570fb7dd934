import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BuiltInSettings } from '@hallpass/contract/directory-settings'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEgress } from '../../../platform/egress/egress.ts'
import { Secret } from '../../../platform/secret.ts'
import { directoryWorld, operator, type World } from '../../testing.ts'
import { builtInConnector } from '../built-in.ts'
import { breachList } from './breach-list.ts'
import { passwordHashes } from './hashes.ts'

let world: World
beforeEach(async () => {
  world = await directoryWorld()
})
afterEach(() => world.close())

async function carlaOf(settings: Partial<BuiltInSettings>) {
  const made = await world.db.transaction(async (tx) => {
    const all = { kind: 'built-in', ...settings } as const
    const directory = await world.directory.connect(tx, operator, { name: 'Contractors', settings: all })
    const draft = { directoryId: directory.id, login: 'carla', displayName: 'Carla Núñez', mail: 'carla@work.example' }
    return await world.directory.createPerson(tx, operator, draft)
  })
  const { connector, ref } = await world.directory.connectorOf(world.db, made.id)
  if (!connector.passwords) throw new Error('The built-in directory keeps passwords.')
  return { connector, ref, passwords: connector.passwords }
}

const eight = new Secret('qv7 kd2m')
const fifteen = new Secret('quartz under 9 b')
const tooShort = (minLength: number) => ({ reasons: [{ reason: 'too_short', minLength }] })

test('a password is 15 characters as the only factor and 8 with a second one, whatever a setting says', async () => {
  const { ref, passwords } = await carlaOf({ minLength: 8 })
  await expect(passwords.reset(ref, eight)).rejects.toMatchObject(tooShort(15))
  expect(await passwords.policyFor(ref)).toMatchObject({ minLength: 15, classes: null, lockoutTries: 100 })
  await passwords.reset(ref, eight, { hasSecondFactor: true })
  expect((await passwords.policyFor(ref, { hasSecondFactor: true })).minLength).toBe(8)
  const refused = passwords.change(ref, eight, new Secret('seven 7'), { hasSecondFactor: true })
  await expect(refused).rejects.toMatchObject(tooShort(8))
  await passwords.change(ref, eight, fifteen)
})

test('a password never ends unless an administrator asked for it', async () => {
  const { connector, ref, passwords } = await carlaOf({})
  await passwords.reset(ref, fifteen)
  world.clock.advance(4000 * 86_400_000)
  expect(await connector.authenticate(ref, fifteen)).toMatchObject({ kind: 'ok', expiresInSeconds: null })
  expect((await passwords.state(ref)).expiresAt).toBeNull()
})

test('a hundred wrong tries in a row lock, also when they come at once, and a while later the right one is through', async () => {
  const { connector, ref, passwords } = await carlaOf({ lockoutTries: 5, lockoutMinutes: 15 })
  await passwords.reset(ref, fifteen)
  const wrong = new Secret('not this one at all')
  const kinds = (await Promise.all([...Array(12)].map(() => connector.authenticate(ref, wrong)))).map(
    ({ kind }) => kind,
  )
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(5)
  expect((await connector.authenticate(ref, fifteen)).kind).toBe('locked')
  expect((await passwords.state(ref)).locked).toBe(true)
  world.clock.advance(15 * 60_000)
  expect((await connector.authenticate(ref, fifteen)).kind).toBe('ok')
  // The right one begins a new count.
  for (let tries = 0; tries < 4; tries++) await connector.authenticate(ref, wrong)
  expect((await connector.authenticate(ref, fifteen)).kind).toBe('ok')
})

describe('a list of breached passwords', () => {
  const known = 'gondola 12 herring'
  const digest = createHash('sha1').update(known).digest('hex').toUpperCase()
  const asked: string[] = []
  let answer: (prefix: string) => { status: number; text: string }
  const server = createServer((request, response) => {
    const prefix = request.url?.slice('/range/'.length) ?? ''
    asked.push(prefix)
    const { status, text } = answer(prefix)
    response.writeHead(status).end(text)
  })
  const egress = createEgress({ internalHosts: ['*'] })
  let url: string
  beforeEach(async () => {
    asked.length = 0
    answer = (prefix) => ({ status: 200, text: digest.startsWith(prefix) ? `${digest.slice(5)}:42\r\n` : 'FF:1\r\n' })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  test('is asked by five characters of a digest, and what it knows is refused', async () => {
    const { ref } = await carlaOf({ breachListUrl: url })
    const { connectorOf } = world.directory
    const { directory } = await connectorOf(world.db, (await world.person('carla')).id)
    const connector = builtInConnector(directory.settings as BuiltInSettings, {
      ...world,
      directoryId: directory.id,
      reader: world.db,
      own: world.db,
      write: (work) => world.db.transaction(work),
      hashes: passwordHashes(world.keys),
      egress,
    })
    await expect(connector.passwords?.reset(ref, new Secret(known))).rejects.toMatchObject({
      reasons: [{ reason: 'too_common' }],
    })
    expect(asked).toEqual([digest.slice(0, 5)])
    await connector.passwords?.reset(ref, new Secret('gondola 13 herrings'))
  })

  test('that does not answer, or pads its answer, refuses nothing', async () => {
    const list = breachList(url, egress)
    expect(await list.has(known)).toBe(true)
    answer = () => ({ status: 503, text: '' })
    expect(await list.has(known)).toBe(false)
    answer = () => ({ status: 200, text: `${digest.slice(5)}:0` })
    expect(await list.has(known)).toBe(false)
    expect(await breachList('http://127.0.0.1:1/', egress).has(known)).toBe(false)
  })

  test('is nobody’s business where none is named', async () => {
    const { ref, passwords } = await carlaOf({})
    await passwords.reset(ref, new Secret(known))
    expect(asked).toEqual([])
  })
})
