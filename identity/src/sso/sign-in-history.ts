import type { SignInEvent } from '@hallpass/contract/sign-in'
import type { AuditModule } from '../audit/module.ts'
import type { SsoDeps } from './deps.ts'

export type SignInHistoryDeps = Pick<SsoDeps, 'db'> & { audit: Pick<AuditModule, 'search'> }

/** What the trail says of a person's doors. Parts of the trail, each by the beginning of its actions. */
const parts = ['session.', 'sign_in.', 'app.', 'sign_on.', 'consent.', 'factor.'] as const

type Stored = Awaited<ReturnType<AuditModule['search']>>['items'][number]

/** Sign-ins, tries, factors and sign-outs of a person, newest first, read from the trail. */
export async function signInHistory(
  deps: SignInHistoryDeps,
  input: { personId: string; cursor?: string | undefined; limit: number },
): Promise<{ items: SignInEvent[]; next: string | null }> {
  const { personId, cursor, limit } = input
  const found = await Promise.all(
    parts.map((action) => deps.audit.search(deps.db, { action, personId }, { cursor, limit: limit + 1 })),
  )
  // Ids grow with time, so the newest of all parts are the newest of the trail.
  const all = found
    .flatMap(({ items }) => items)
    .filter(({ body }) => body.subjects.personId === personId)
    .sort((a, b) => (a.body.id < b.body.id ? 1 : -1))
  const page = all.slice(0, limit)
  return { items: page.map(toEvent), next: all.length > limit ? (page.at(-1)?.body.id ?? null) : null }
}

const kinds: Record<string, SignInEvent['kind']> = {
  'session.started': 'sign_in',
  'session.opened_for_enrolment': 'sign_in',
  'session.confirmed': 'step_up',
  'session.confirm_refused': 'failure',
  'session.ended': 'sign_out',
  'sign_in.refused': 'failure',
  'sign_in.denied': 'failure',
  'sign_in.factor_refused': 'failure',
  'sign_in.factor_asked': 'factor',
  'sign_in.held_for_change': 'factor',
  'app.launched': 'launch',
  'app.refused': 'failure',
}

function toEvent({ body, values }: Stored): SignInEvent {
  const { id, at, action, subjects, after = {} } = body
  const kind = kinds[action] ?? (action.startsWith('sign_on.') ? launchOrFailure(action) : 'factor')
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const { because, device, methods } = after as { because?: unknown; device?: unknown; methods?: unknown }
  return {
    id,
    at,
    kind,
    reason: text(because) ?? action.slice(action.indexOf('.') + 1),
    device: text(device),
    address: text(values.get('address')),
    methods: Array.isArray(methods) ? methods.filter((method) => typeof method === 'string') : [],
    sessionId: subjects.sessionId ?? null,
    appId: subjects.appId ?? null,
  }
}

function launchOrFailure(action: string): SignInEvent['kind'] {
  if (/consent/.test(action)) return 'consent'
  if (/log_?out|ended/.test(action)) return 'sign_out'
  return /refused|denied|failed/.test(action) ? 'failure' : 'launch'
}
