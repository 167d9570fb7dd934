import vm, { type Context } from 'node:vm'
import { classLibrary, libraryNames } from './class-library.ts'
import { compiled } from './compiled.ts'
import { asSource, type Session } from './session.ts'

export type ScopeGlobals = (session: Session, scope: string) => Record<string, unknown>

let globalsOf: ScopeGlobals = () => {
  throw new Error('This thread runs no scripts')
}

/** What a scope's scripts find: Glide and `require`; whoever starts a thread that runs scripts says so here. */
export function useScopeGlobals(globals: ScopeGlobals): void {
  globalsOf = globals
}

/**
 * The global object of one scope in one transaction: Glide, the class library, the scope's script includes by name, the
 * global ones, and those of other scopes behind their scope's name. Nothing of Node is in it.
 */
export function contextFor(session: Session, scope: string): Context {
  const known = session.contexts.get(scope)
  if (known) return known
  const context = vm.createContext(globalsOf(session, scope), { name: scope })
  session.contexts.set(scope, context)
  compiled(classLibrary, 'class library').runInContext(context)
  Object.assign(context, { console: undefined })
  for (const include of includesOf(session, scope)) expose(session, context, include)
  if (scope !== 'global') {
    for (const include of includesOf(session, 'global'))
      if (!(include.name in context)) expose(session, context, include)
  }
  for (const other of scopesWithIncludes(session)) lazily(context, other, () => scopeObject(session, other, scope))
  return context
}

type Include = { id: string; name: string; scope: string; script: string; isPublic: boolean; isCallable: boolean }

function includesOf(session: Session, scope: string): Include[] {
  const { records } = session
  const app = records.find('sys_scope', `scope=${scope}`, { limit: 1 })[0]?.sys_id ?? 'global'
  return records
    .find('sys_script_include', 'active=true')
    .filter((row) => (row.sys_scope || 'global') === app || (scope === 'global' && (row.sys_scope ?? '') === ''))
    .map((row) => ({
      id: row.sys_id ?? '',
      name: row.name ?? '',
      scope,
      script: row.script ?? '',
      isPublic: row.access === 'public',
      isCallable: row.client_callable === 'true',
    }))
}

function scopesWithIncludes(session: Session): string[] {
  const { records } = session
  const ids = new Set(records.find('sys_script_include', 'active=true').map((row) => row.sys_scope ?? ''))
  const names = [...ids].map((id) => records.get('sys_scope', id)?.scope).filter((name) => name !== undefined)
  return [...new Set(['global', ...names])]
}

/** `x_acme_loans.Greeter`: the script includes of a scope, as far as they may be called from the other one. */
function scopeObject(session: Session, scope: string, from: string): object {
  const found = {}
  for (const include of includesOf(session, scope))
    if (include.isPublic || scope === from || scope === 'global')
      lazily(found, include.name, () => included(session, include))
  if (scope === 'global')
    for (const name of libraryNames) if (!(name in found)) lazily(found, name, () => contextFor(session, from)[name])
  return found
}

/** A script include is run when it is first named, in its own scope. */
function expose(session: Session, context: Context, include: Include): void {
  lazily(context, include.name, () => included(session, include))
}

function included(session: Session, include: Include): unknown {
  const context = contextFor(session, include.scope)
  const key = `include:${include.id}`
  if (!session.modules.has(key)) {
    delete context[include.name]
    const source = { table: 'sys_script_include', id: include.id, name: include.name }
    asSource(session, include.scope, source, () =>
      compiled(include.script, `sys_script_include ${include.name}`).runInContext(context),
    )
    const name = /^[A-Za-z_$][\w$]*$/.test(include.name) ? include.name : 'undefined'
    session.modules.set(
      key,
      compiled(`typeof ${name} === 'undefined' ? undefined : ${name}`, 'name').runInContext(context),
    )
  }
  const value = session.modules.get(key)
  if (value === undefined) throw new Error(`Script include ${include.name} does not define ${include.name}`)
  return value
}

function lazily(target: object, name: string, value: () => unknown): void {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get: value,
    set(next: unknown) {
      Object.defineProperty(target, name, { value: next, configurable: true, enumerable: true, writable: true })
    },
  })
}
