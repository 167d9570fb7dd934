import type { Clock } from '../../../platform/clock.ts'
import type { Health, HealthPoint } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import { type LdapConnection, toFailure } from './connection.ts'
import { groups, type LdapShape, people, personAttributes, present, toPerson, valuesOf } from './entries.ts'
import { policyAttributes } from './policy.ts'

type Deps = { open: () => Promise<LdapConnection>; clock: Clock }

/** Goes through what the connector needs, one point after another; the first that fails makes the rest unknown. */
export async function checkLdap(deps: Deps, shape: LdapShape): Promise<Health> {
  const points: HealthPoint[] = []
  const note = (name: string, ok: boolean, message: string) => points.push({ name, ok, message })
  let connection: LdapConnection | undefined
  try {
    connection = await deps.open()
    note('connection', true, 'Reached over verified TLS; the service account is accepted.')
    await checkPeople(connection, shape, note)
    await checkGroups(connection, shape, note)
    await checkPolicy(connection, shape, note)
    await checkReset(connection, note)
  } catch (error) {
    const failure = error instanceof DirectoryFailure ? error : toFailure(error)
    note(connection ? 'reading' : 'connection', false, failure.message)
  } finally {
    await connection?.close()
  }
  return { ok: points.every((point) => point.ok), points }
}

type Note = (name: string, ok: boolean, message: string) => void

async function checkPeople(connection: LdapConnection, shape: LdapShape, note: Note): Promise<void> {
  const entries = await connection.search({
    base: shape.baseDn,
    scope: 'sub',
    filter: people(shape),
    attributes: personAttributes(shape),
    limit: 5,
  })
  if (entries.length === 0) {
    return note('people', false, `No entry of class ${shape.personClass} is visible under the base.`)
  }
  if (entries.some((entry) => toPerson(entry, shape) === null)) {
    return note('people', false, 'The service account may not read entryUUID, without which nobody is found again.')
  }
  note('people', true, 'People are visible with their stable identifier.')
}

async function checkGroups(connection: LdapConnection, shape: LdapShape, note: Note): Promise<void> {
  const search = { base: shape.baseDn, scope: 'sub' as const, filter: groups(shape), attributes: ['cn'], limit: 1 }
  const found = await connection.search(search)
  note('groups', true, found.length > 0 ? 'Groups are visible.' : `There are no groups of class ${shape.groupClass}.`)
}

async function checkPolicy(connection: LdapConnection, shape: LdapShape, note: Note): Promise<void> {
  if (shape.defaultPolicyDn === null) {
    return note('policy', true, 'No default policy is named; people see its rules only when a password is refused.')
  }
  const search = { base: shape.defaultPolicyDn, scope: 'base' as const, filter: present('objectClass') }
  const found = await connection.search({ ...search, attributes: policyAttributes }).catch(() => [])
  note(
    'policy',
    found.length > 0,
    found.length > 0 ? 'The password rules can be shown.' : 'The default policy cannot be read.',
  )
}

async function checkReset(connection: LdapConnection, note: Note): Promise<void> {
  const search = {
    base: '',
    scope: 'base' as const,
    filter: present('objectClass'),
    attributes: ['supportedExtension'],
  }
  const [root] = await connection.search(search).catch(() => [])
  const hasExtension = root ? valuesOf(root, 'supportedExtension').includes('1.3.6.1.4.1.4203.1.11.1') : false
  note(
    'reset',
    true,
    hasExtension ? 'Passwords are set by the extended operation.' : 'Passwords are set by replacing the attribute.',
  )
}
