import { employees, ldapPassword } from '@hallpass/counterparts/acme'
import { type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Home, Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { Secret } from '../platform/secret.ts'
import { connectLdap } from '../testing-directories.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { settleOpenWrites } from './settle-open-writes.ts'
import { showRules } from './show-rules.ts'
import { startReset } from './start-reset.ts'
import { type CredentialsHouse, caller, credentialsHouse, fromMail, until } from './testing-credentials.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
let slapd: Slapd
let admin: LdapAdmin
let proxy: TcpProxy
beforeAll(async () => {
  house = await credentialsHouse()
  slapd = await startSlapd({ noSync: true })
  admin = ldapAdmin(slapd)
  proxy = await startTcpProxy({ port: slapd.tlsPort })
  const system = { kind: 'system', name: 'test' } as const
  const id = await connectLdap(house, slapd, { port: proxy.port, sync: { ownMailDomains: ['acme.example'] } })
  await house.directory.syncNow(id, system)
})
afterAll(async () => {
  await house.close()
  await proxy.stop()
  await slapd.stop()
})

const newPassword = 'Eleven-Harbours-9'
const signIn = async (login: string, password: string, more: { address?: string; knownPersonId?: string } = {}) =>
  (await checkPassword(house.deps, { ...caller, ...more, login, password: new Secret(password) })).kind
const personOf = async (login: string): Promise<Person> => {
  const [person] = await house.directory.findByLogin(house.db, login)
  if (!person) throw new Error(`${login} is not here`)
  return person
}
const ticketFor = async (login: string) => {
  const { attemptId } = await startReset(house.deps, { ...caller, login })
  await house.jobs.runUntilIdle()
  const code = new Secret(fromMail(house, `${login}@home.example`).code)
  return (await verifyProof(house.deps, { ...caller, attemptId, code })).ticket
}
const finish = (ticket: Secret, password: string, deps = house.deps) =>
  finishReset(deps, { ...caller, ticket, password: new Secret(password) })

/** The same house, with a password write that ends in another way. */
function whereResets(reset: (passwords: NonNullable<Home['connector']['passwords']>) => Promise<void>) {
  const connectorOf = async (r: Reader, personId: string): Promise<Home> => {
    const home = await house.directory.connectorOf(r, personId)
    const { passwords } = home.connector
    if (!passwords) return home
    return { ...home, connector: { ...home.connector, passwords: { ...passwords, reset: () => reset(passwords) } } }
  }
  return { ...house.deps, directory: { ...house.directory, connectorOf } }
}

describe('whether somebody is near the lock of their directory', () => {
  /** One wrong try, and what was seen of it: its answer, when it could come at the earliest, and whom the directory was asked about. */
  async function tried(login: string) {
    const asked: string[] = []
    const connectorOf = async (r: Reader, personId: string): Promise<Home> => {
      const home = await house.directory.connectorOf(r, personId)
      const authenticate: Home['connector']['authenticate'] = async (who, ...more) => {
        const verdict = await home.connector.authenticate(who, ...more)
        asked.push(verdict.kind)
        return verdict
      }
      return { ...home, connector: { ...home.connector, authenticate } }
    }
    const waits: number[] = []
    let pass = () => {}
    const due = new Promise<void>((resolve) => {
      pass = resolve
    })
    const delay = (ms: number) => {
      waits.push(ms)
      return due
    }
    let isAnswered = false
    const deps = { ...house.deps, delay, directory: { ...house.directory, connectorOf } }
    const refusals = async () =>
      (await house.audit.search(house.db, { action: 'sign_in.refused' }, { limit: 200 })).items
    const before = (await refusals()).length
    const answer = checkPassword(deps, { ...caller, login, password: new Secret(`not mine, ${login}`) }).then(
      (said) => {
        isAnswered = true
        return said
      },
    )
    // All the work for it is done: what is left is the common deadline.
    await expect.poll(async () => (await refusals()).length).toBe(before + 1)
    const isEarly = isAnswered
    pass()
    return { seen: JSON.stringify([await answer, isEarly, waits]), asked }
  }

  it('is told to nobody: the answer is that of a stranger, in the same words at the same moment, whoever is looked up', async () => {
    const near = 'sio'
    for (let tries = 0; tries < 3; tries += 1) await admin.canBind(near, 'wrong elsewhere')
    const guarded = await tried(near)
    const wrong = await tried('axel')
    const strangers = [await tried('nobody-here'), await tried('*)(uid=*'), await tried('\\00'), await tried('s*o')]
    expect([guarded.asked, wrong.asked]).toEqual([['wait'], ['wrong']])
    // What somebody types is compared with the people known here, and never part of a search.
    expect(strangers.flatMap(({ asked }) => asked)).toEqual([])
    expect(new Set([guarded, wrong, ...strangers].map(({ seen }) => seen)).size).toBe(1)
    expect(guarded.seen).toBe(JSON.stringify([{ kind: 'refused' }, false, [house.deps.signInDeadlineMs]]))
    const { connector, ref } = await house.directory.connectorOf(house.db, (await personOf(near)).id)
    await connector.passwords?.unlock(ref)
  })
})

describe('people of an LDAP directory', () => {
  it('set a forgotten password by a code to an address that does not depend on it; the old one is dead there', async () => {
    expect(await signIn('molly', ldapPassword)).toBe('ok')
    const ticket = await ticketFor('molly')
    expect(house.mailbox.filter(({ to }) => to === 'molly@acme.example')).toEqual([])
    const { rules, directoryName } = await showRules(house.deps, { ticket })
    expect(directoryName).toBe('Acme people')
    expect(rules.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining(['At least 10 characters', 'None of your last 3 passwords']),
    )
    await expect(finish(ticket, 'short')).rejects.toMatchObject({ fields: [{ field: 'password' }] })
    await finish(ticket, newPassword)
    expect(await admin.canBind('molly', newPassword)).toBe(true)
    expect(await admin.canBind('molly', ldapPassword)).toBe(false)
    await house.jobs.runUntilIdle()
    const told = house.mailbox.filter(({ kind }) => kind === 'password_changed').map(({ to }) => to)
    expect(told.sort()).toEqual(['molly@acme.example', 'molly@home.example'])
    const again = await ticketFor('molly')
    await expect(finish(again, newPassword)).rejects.toMatchObject({ code: 'password_rejected' })
  })

  it('must change: the right password leads to the page for a new one', async () => {
    await admin.requirePasswordChange('leo')
    const answer = await checkPassword(house.deps, { ...caller, login: 'leo', password: new Secret(ldapPassword) })
    if (answer.kind !== 'must_change') throw new Error(`the answer was ${answer.kind}`)
    await finish(answer.ticket, newPassword)
    expect(await signIn('leo', newPassword)).toBe('ok')
  })

  it('are not locked in their directory by wrong passwords sent here from everywhere, and get in from their own device', async () => {
    const diana = await personOf('diana')
    const nodes = [house.deps, house.secondNode()]
    await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        checkPassword(nodes[index % 2] ?? house.deps, {
          ...caller,
          address: `198.51.100.${index % 50}`,
          login: 'diana',
          password: new Secret(`wrong ${index}`),
        }),
      ),
    )
    // Refusals come by the clock; what they began is awaited by what the trail says of it.
    const refusals = async () => (await house.audit.search(house.db, filter, { limit: 600 })).items.length
    const filter = { subjects: { personId: diana.id }, action: 'sign_in.refused' }
    await until(async () => (await refusals()) === 500, 200)
    const entry = await admin.read('diana')
    expect(entry?.pwdAccountLockedTime).toBeUndefined()
    expect(entry?.pwdFailureTime?.length ?? 0).toBeLessThanOrEqual(3)
    expect(await signIn('diana', ldapPassword)).toBe('refused')
    expect(await signIn('diana', ldapPassword, { knownPersonId: diana.id })).toBe('ok')
  }, 60_000)

  it('have each the threshold of their own rules, whoever of their directory was asked about first', async () => {
    const dn = `cn=strict,ou=policies,${slapd.baseDn}`
    const rules = 'objectClass: applicationProcess\nobjectClass: pwdPolicy\ncn: strict\npwdAttribute: userPassword'
    await admin.modify(`dn: ${dn}\nchangetype: add\n${rules}\npwdLockout: TRUE\npwdMaxFailure: 3\n`)
    await admin.set('fiona', 'pwdPolicySubentry', dn)
    const triesOf = async (login: string) =>
      house.deps.thresholds.of(await house.directory.connectorOf(house.db, (await personOf(login)).id))
    expect([await triesOf('diana'), await triesOf('fiona')]).toEqual([5, 3])
  })

  it('pay nothing for a namesake elsewhere who signs in from a device of theirs', async () => {
    const namesake = await house.addPerson({ login: 'marcus', password: newPassword })
    for (let round = 0; round < 3; round += 1)
      expect(await signIn('marcus', newPassword, { knownPersonId: namesake.id })).toBe('ok')
    expect((await admin.read('marcus'))?.pwdFailureTime).toBeUndefined()
  })

  it('with an empty password are refused before the directory is asked: it would take it for an anonymous bind', async () => {
    expect(await signIn('fiona', '')).toBe('refused')
  })
})

describe('when the directory falls silent', () => {
  it('before the write, nothing was begun: no session ended, and the ticket is good', async () => {
    const person = await personOf('marcus')
    const ticket = await ticketFor('marcus')
    proxy.cutAll()
    proxy.rules.refuse = true
    await expect(finish(ticket, newPassword)).rejects.toMatchObject({ kind: 'unavailable', code: 'password_unchanged' })
    proxy.heal()
    expect((await house.credentials.validity(house.db, person.id)).epoch).toBe(0)
    await finish(ticket, newPassword)
    expect(await admin.canBind('marcus', newPassword)).toBe(true)
  })

  it('after the write, the state is read back: the password is found to be set, and written once', async () => {
    const ticket = await ticketFor('frank')
    let writes = 0
    const losing = whereResets(async (passwords) => {
      writes += 1
      const { connector, ref } = await house.directory.connectorOf(house.db, (await personOf('frank')).id)
      await (connector.passwords ?? passwords).reset(ref, new Secret(newPassword))
      proxy.cutAll()
      throw new Error('the line broke before the answer came')
    })
    await finish(ticket, newPassword, losing)
    expect(writes).toBe(1)
    expect(await signIn('frank', newPassword)).toBe('ok')
    const trail = await house.trail((await personOf('frank')).id)
    expect(trail.findLast(({ action }) => action === 'password.reset')).toMatchObject({ kind: 'outcome' })
    await expect(finish(ticket, 'Another-Password-3')).rejects.toMatchObject({ code: 'ticket_invalid' })
  })

  it('for long, the person is told that it is not known; later the state is read back and the trail says so', async () => {
    const person = await personOf('ivan')
    const ticket = await ticketFor('ivan')
    const breaking = whereResets(async (passwords) => {
      const { ref } = await house.directory.connectorOf(house.db, person.id)
      await passwords.reset(ref, new Secret(newPassword))
      proxy.rules.refuse = true
      proxy.cutAll()
      throw new Error('the line broke and stays so')
    })
    await expect(finish(ticket, newPassword, breaking)).rejects.toMatchObject({ code: 'password_unknown' })
    await expect(finish(ticket, newPassword)).rejects.toMatchObject({ code: 'password_underway' })
    expect(await house.audit.openIntents(house.db)).toHaveLength(1)
    house.clock.advance(61_000)
    await house.jobs.runSweep('credentials.settle-writes')
    expect(await house.audit.openIntents(house.db)).toHaveLength(1)
    proxy.heal()
    await house.jobs.runSweep('credentials.settle-writes')
    expect(await house.audit.openIntents(house.db)).toEqual([])
    await expect(finish(ticket, newPassword)).rejects.toMatchObject({ code: 'ticket_invalid' })
    await house.jobs.runUntilIdle()
    expect(house.mailbox.findLast(({ to }) => to === 'ivan@home.example')?.kind).toBe('password_changed')
    expect(await signIn('ivan', newPassword)).toBe('ok')
  })
})

describe('when the process dies in the middle of a reset', () => {
  it.each([
    ['molly', newPassword, 'not_applied'],
    // Her password is older than the policy, so the directory does not tell when it was set.
    ['dora', ldapPassword, 'unknown'],
  ])('the state is read back and the person asked again with the same ticket: %s', async (login, old, state) => {
    const person = await personOf(login)
    const ticket = await ticketFor(login)
    const { epoch } = await house.credentials.validity(house.db, person.id)
    const dying = whereResets(() => new Promise<void>(() => {}))
    void finish(ticket, 'Never-To-Be-Seen-5', dying)
    await until(async () => (await house.audit.openIntents(house.db)).length === 1)
    expect((await house.credentials.validity(house.db, person.id)).epoch).toBe(epoch + 1)
    house.clock.advance(61_000)
    await settleOpenWrites(house.secondNode(), house.clock.now())
    expect(await house.audit.openIntents(house.db)).toEqual([])
    const outcome = (await house.trail(person.id)).findLast(({ kind }) => kind === 'outcome')
    expect(JSON.stringify(outcome)).toContain(`"state":"${state}"`)
    expect(await signIn(login, old)).toBe('ok')
    await finish(ticket, 'Twelve-Bridges-7')
    expect(await signIn(login, 'Twelve-Bridges-7')).toBe('ok')
  })
})

it('everybody of the cast can sign in, whatever is in their name', async () => {
  const untouched = employees.filter(({ login }) => ['fiona', 'sio', 'axel'].includes(login))
  for (const { login } of untouched) expect(await signIn(login, ldapPassword)).toBe('ok')
})
