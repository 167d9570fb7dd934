import { applyCatalog } from './apply-catalog.ts'
import { checkBinding } from './check-binding.ts'
import type { Glide } from './ports.ts'
import { problemOf } from './problem-of.ts'
import { signCall } from './sign-call.ts'
import { properties, tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import type { CatalogEntry } from './wire.ts'

/** Every night, and on "Compare now": the whole list of apps is held against what is here. */
export function compareCatalog(glide: Glide): 'done' | 'failed' {
  if (glide.property(properties.mode) === 'pull') return 'done'
  const binding = checkBinding(glide)
  if (binding.state !== 'bound') return note(glide, binding.words)
  const said = { method: 'GET' as const, path: '/desk/v1/apps', body: '' }
  const signature = signCall(glide, binding.instanceId, said)
  if (signature === null) return note(glide, 'There is no live key for calls to Hallpass')
  const answer = glide.http({ client: 'read', ...said, signature, timeoutMs: 60_000 })
  if (answer.status !== 200) return note(glide, problemOf(answer))
  const { version, apps } = JSON.parse(answer.body) as { version: number; apps: readonly CatalogEntry[] }
  applyCatalog(glide, { version, isFull: true, apps, removed: [] })
  return 'done'
}

function note(glide: Glide, message: string): 'failed' {
  glide.tables.insert(tables.syncRun, {
    kind: 'full',
    finished_at: toGlideTime(glide.now()),
    outcome: 'failed',
    message: message.slice(0, 1000),
  })
  return 'failed'
}
