import { checkBinding } from './check-binding.ts'
import { askedAbout, personOnWire } from './person-on-wire.ts'
import type { Glide } from './ports.ts'
import { signCall } from './sign-call.ts'
import { properties, tables } from './tables.ts'
import type { CatalogEntry, Person } from './wire.ts'
import { wordsFor } from './words.ts'

/** Nobody waits longer than this for a form to open. */
const timeoutMs = 3_000

/** Who asks: the person of the session, and whether the desk. Others are shown nothing of what a person has. */
export type Viewer = { readonly personId: string; readonly isAgent: boolean }

/** Roles a person holds and may not ask for, as Hallpass says; as far as it is known here when it does not answer. */
type Standing = { readonly held: ReadonlySet<string>; readonly closed: ReadonlySet<string> }

/** Which apps the order form offers: what this person may ask for and has not yet. */
export function appQualifier(glide: Glide, viewer: Viewer, personId: string): string {
  const query = 'requestable=true'
  const standing = standingOf(glide, viewer, personId)
  if (standing === null) return query
  const without = glide.tables
    .find(tables.app, [['requestable', 'true']])
    .filter((app) => standing.held.has(app.get('role_id')) || standing.closed.has(app.get('role_id')))
    .map((app) => app.id)
  return without.length === 0 ? query : `${query}^sys_idNOT IN${without.join(',')}`
}

/** "Has already: …", for the form; '' when there is nothing to say. */
export function heldWords(glide: Glide, viewer: Viewer, personId: string): string {
  const standing = standingOf(glide, viewer, personId)
  const names = glide.tables
    .find(tables.app, [])
    .filter((app) => standing?.held.has(app.get('role_id')))
    .map((app) => app.get('name'))
  return names.length === 0 ? '' : wordsFor(glide, viewer.personId)('has_already', names.sort().join(', '))
}

function standingOf(glide: Glide, viewer: Viewer, personId: string): Standing | null {
  const person = glide.tables.get(tables.person, personId)
  if (person === null) return null
  const isManager = person.get('manager') !== '' && person.get('manager') === viewer.personId
  if (personId !== viewer.personId && !isManager && !viewer.isAgent) return null
  return askStanding(glide, personOnWire(glide, personId, person)) ?? grantsOf(glide, personId)
}

function askStanding(glide: Glide, person: Person): Standing | null {
  const binding = checkBinding(glide)
  if (binding.state !== 'bound' || glide.property(properties.mode) === 'pull') return null
  const path = `/desk/v1/apps?${askedAbout(person)}`
  const said = { method: 'GET' as const, path, body: '' }
  const signature = signCall(glide, binding.instanceId, said)
  if (signature === null) return null
  const answer = glide.http({ client: 'read', ...said, signature, timeoutMs })
  if (answer.status !== 200) return null
  const { apps } = JSON.parse(answer.body) as { apps: readonly CatalogEntry[] }
  return {
    held: new Set(apps.filter((app) => app.held).map((app) => app.id)),
    closed: new Set(apps.filter((app) => !app.held && !app.requestable).map((app) => app.id)),
  }
}

function grantsOf(glide: Glide, personId: string): Standing {
  const rows = glide.tables.find(tables.grant, [
    ['person', personId],
    ['state', 'active'],
  ])
  return { held: new Set(rows.map((row) => row.get('role_id'))), closed: new Set() }
}
