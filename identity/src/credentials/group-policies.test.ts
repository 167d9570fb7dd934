/** Stricter rules for groups of a real directory, as an administrator sets them. */
import { ldapPassword } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { ldifEntry } from '@hallpass/counterparts/ldif'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { groupDn } from '@hallpass/counterparts/slapd-data'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectLdap } from '../testing-directories.ts'
import { addProof } from './add-proof.ts'
import { changeGroupPolicy, listGroupPolicies, removeGroupPolicy } from './change-group-policy.ts'
import { changePolicy } from './change-policy.ts'
import { checkPassword } from './check-password.ts'
import { policyOf } from './policy-of.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { startReset } from './start-reset.ts'
import { type CredentialsHouse, caller, credentialsHouse, fromMail } from './testing-credentials.ts'
import { addCodes } from './testing-factors.ts'
import type { GroupPolicy } from './types.ts'
import { verifyProof } from './verify-proof.ts'

const operator = { kind: 'operator', name: 'test' } as const
let house: CredentialsHouse
let slapd: Slapd
let directoryId: string
beforeAll(async () => {
  ;[house, slapd] = await Promise.all([credentialsHouse(), startSlapd({ noSync: true })])
  // Everybody in finance and marketing works at headquarters, by a group of groups.
  const member = ['finance', 'marketing'].map((name) => groupDn(name))
  const headquarters = { changetype: 'add', objectClass: 'groupOfNames', cn: 'headquarters', member }
  await ldapAdmin(slapd).modify(ldifEntry(groupDn('headquarters'), headquarters))
  directoryId = await connectLdap(house, slapd, { sync: { ownMailDomains: ['acme.example'] } })
  await house.directory.syncNow(directoryId, operator)
})
afterAll(async () => {
  await house.close()
  await slapd.stop()
})

const personIdOf = async (login: string) => (await house.directory.findByLogin(house.db, login))[0]?.id ?? 'nobody'
const groupIdOf = async (login: string, name: string) =>
  (await house.directory.groupsOf(house.db, await personIdOf(login))).find((group) => group.name === name)?.id ?? 'none'
const usual: Omit<GroupPolicy, 'groupId'> = {
  selfService: true,
  proofs: ['mail_code', 'totp', 'passkey', 'recovery_codes'],
  proofsWanted: 1,
  version: 0,
}
const put = async (groupId: string, rules: Partial<GroupPolicy>) =>
  changeGroupPolicy(house.deps, { policy: { ...usual, ...rules, groupId }, actor: operator })
const remove = (groupId: string) => removeGroupPolicy(house.deps, { groupId, actor: operator })
/** What somebody who forgot their password is told at once, and whether a code comes. */
const forgot = async (login: string) => {
  house.mailbox.length = 0
  const started = await startReset(house.deps, { ...caller, login })
  await house.jobs.runUntilIdle()
  return { ...started, isMailed: house.mailbox.length > 0, code: fromMail(house, `${login}@home.example`).code }
}
const shapeOf = ({ offers, expiresAt }: Awaited<ReturnType<typeof forgot>>) => ({
  expiresAt,
  kinds: offers.map(({ kind }) => kind),
})

it('self-service off for a group: its members get the answer of everybody and no code, also members of groups in it', async () => {
  const groupId = await groupIdOf('fiona', 'headquarters')
  expect(await put(groupId, { selfService: false })).toMatchObject({ groupName: 'headquarters', version: 1 })
  const [fiona, molly, ivan] = [await forgot('fiona'), await forgot('molly'), await forgot('ivan')]
  expect([fiona.isMailed, molly.isMailed, ivan.isMailed]).toEqual([false, false, true])
  expect(shapeOf(fiona)).toEqual(shapeOf(ivan))
  const trail = await house.trail(await personIdOf('fiona'))
  expect(trail.at(-1)).toMatchObject({ action: 'reset.not_begun', after: { because: 'self_service_off' } })
  // Signing in is another matter.
  const right = { ...caller, login: 'fiona', password: new Secret(ldapPassword) }
  expect((await checkPassword(house.deps, right)).kind).toBe('ok')
  await remove(groupId)
  expect((await forgot('fiona')).isMailed).toBe(true)
})

it('of two groups the strictest counts: what one forbids is no proof, and two are wanted where one of them wants two', async () => {
  const [finance, headquarters] = [await groupIdOf('fiona', 'finance'), await groupIdOf('fiona', 'headquarters')]
  const { codes } = await addCodes(house, await personIdOf('fiona'))
  await put(finance, { proofsWanted: 2 })
  await put(headquarters, { proofs: ['mail_code', 'recovery_codes'] })
  const { attemptId, code } = await forgot('fiona')
  const proven = await verifyProof(house.deps, { ...caller, attemptId, code: new Secret(code) })
  expect(proven.more.map(({ kind }) => kind)).toEqual(['recovery_codes'])
  const second = { ...caller, ticket: proven.ticket, kind: 'recovery_codes' as const, answer: codes[0] ?? '' }
  expect((await addProof(house.deps, second)).more).toEqual([])

  const { version } = (await listGroupPolicies(house.deps)).find((policy) => policy.groupId === headquarters) ?? usual
  await put(headquarters, { proofs: ['totp'], version })
  expect((await forgot('fiona')).isMailed).toBe(false)
  // Molly is in headquarters alone: one proof would do, and she has none of the kind that is left.
  expect((await forgot('molly')).isMailed).toBe(false)
  await remove(headquarters)
  await remove(finance)
  expect((await forgot('molly')).isMailed).toBe(true)
})

it.each([
  ['mail is no proof any more', { proofs: ['passkey' as const] }],
  ['self-service is off', { selfService: false }],
])('rules changed between the mail and the code hold from then on: %s', async (_what, rules) => {
  const finance = await groupIdOf('frank', 'finance')
  const { attemptId, code } = await forgot('frank')
  await put(finance, rules)
  const typed = { ...caller, attemptId, code: new Secret(code) }
  await expect(verifyProof(house.deps, typed)).rejects.toMatchObject({ code: 'more_proof_impossible' })
  // The attempt is over, and the desk hears of it.
  await expect(verifyProof(house.deps, typed)).rejects.toMatchObject({ code: 'code_wrong' })
  const trail = await house.trail(await personIdOf('frank'))
  expect(trail.at(-1)).toMatchObject({ action: 'reset.second_proof_missing' })
  await remove(finance)
})

it('a change from an older version, of an unknown group or of none is refused, and every one that holds is in the trail', async () => {
  const finance = await groupIdOf('frank', 'finance')
  await put(finance, {})
  await expect(put(finance, {})).rejects.toMatchObject({ code: 'changed_meanwhile' })
  expect(await put(finance, { version: 1, proofsWanted: 2 })).toMatchObject({ version: 2, proofsWanted: 2 })
  await expect(put(house.ids.next(), {})).rejects.toMatchObject({ code: 'group_not_found' })
  await remove(finance)
  await expect(remove(finance)).rejects.toMatchObject({ code: 'policy_not_found' })
  const { items } = await house.audit.search(house.db, { subjects: { groupId: finance } }, { limit: 50 })
  const [removed, changed] = items.map(({ body }) => body)
  expect([removed?.action, changed?.action]).toEqual(['recovery_policy.removed', 'recovery_policy.changed'])
  expect(changed).toMatchObject({ before: { proofsWanted: 1 }, after: { proofsWanted: 2 } })
})

it('taken away or softened by somebody of the group hold for that person until somebody else saves them', async () => {
  const { personId, groupId } = { personId: await personIdOf('fiona'), groupId: await groupIdOf('fiona', 'finance') }
  const actor = { kind: 'person', personId } as const
  await put(groupId, { selfService: false })
  await removeGroupPolicy(house.deps, { groupId, actor })
  expect((await forgot('fiona')).isMailed).toBe(false)
  await put(groupId, {})
  expect((await forgot('fiona')).isMailed).toBe(true)
  await remove(groupId)
})

it('softened days without change of an address do as little for whoever softened them', async () => {
  const person = { id: await personIdOf('fiona'), directoryId }
  const policy = await policyOf(house.db, directoryId)
  await changePolicy(house.deps, {
    policy: { ...policy, addressQuietDays: 0 },
    actor: { kind: 'person', personId: person.id },
  })
  const daysFor = async (id: string) =>
    (await recoveryPolicyFor(house.deps, house.db, { ...person, id })).addressQuietDays
  expect([await daysFor(person.id), await daysFor(await personIdOf('molly'))]).toEqual([policy.addressQuietDays, 0])
})
