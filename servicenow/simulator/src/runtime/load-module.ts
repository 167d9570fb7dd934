import { posix } from 'node:path'
import vm, { type Context } from 'node:vm'
import type { Row } from '../store/records.ts'
import { contextFor } from './scope-context.ts'
import type { Session } from './session.ts'

/** The part of vm's module API this uses; it exists under --experimental-vm-modules, which script threads are given. */
type Linked = {
  status: string
  error: unknown
  namespace: object
  moduleRequests: readonly { specifier: string }[]
  linkRequests(modules: readonly Linked[]): void
  instantiate(): void
  evaluate(): Promise<void>
}
type ModuleApi = {
  SourceTextModule?: new (source: string, options: { context: Context; identifier: string }) => Linked
  SyntheticModule: new (
    names: string[],
    set: (this: Setter) => void,
    options: { context: Context; identifier: string },
  ) => Linked
}
type Setter = { setExport(name: string, value: unknown): void }
const api = vm as unknown as ModuleApi

/** `require('x_acme_loans/equipment-loans/0.1.0/src/server/loans.ts')`: the bridge from scripts to ES modules. */
export function requireModule(session: Session, path: string): object {
  const root = find(session, path)
  if (!root) throw new Error(`Cannot find module '${path}'`)
  const loaded = load(session, root)
  if (loaded.status === 'unlinked' || loaded.status === 'linked') {
    loaded.instantiate()
    // A module without top-level await has been evaluated when this returns; its promise says nothing more.
    loaded.evaluate().catch(() => {})
  }
  if (loaded.status === 'errored') throw loaded.error
  if (loaded.status !== 'evaluated') throw new Error(`Module '${path}' waits at its top level; that is not supported`)
  return loaded.namespace
}

function load(session: Session, row: Row): Linked {
  const path = row.path ?? ''
  const known = session.modules.get(path) as Linked | undefined
  if (known) return known
  if (!api.SourceTextModule) throw new Error(`Module '${path}' can be run in a script thread only`)
  const scope = session.records.get('sys_scope', row.sys_scope ?? '')?.scope ?? 'global'
  const context = contextFor(session, scope)
  const content = row.content ?? ''
  if (path.endsWith('.json')) return keep(session, path, json(content, context, path))
  const loaded = keep(session, path, new api.SourceTextModule(content, { context, identifier: `sys_module ${path}` }))
  loaded.linkRequests(loaded.moduleRequests.map(({ specifier }) => resolve(session, path, specifier, context, scope)))
  return loaded
}

function keep(session: Session, path: string, loaded: Linked): Linked {
  session.modules.set(path, loaded)
  return loaded
}

function resolve(session: Session, from: string, specifier: string, context: Context, scope: string): Linked {
  const glide = /^@servicenow\/glide(?:\/(\w+))?$/.exec(specifier)
  if (glide) return glideModule(session, glide[1] ?? '', context, scope)
  for (const path of candidates(from, specifier)) {
    const row = find(session, path)
    if (row) return load(session, row)
  }
  throw new Error(`Cannot find module '${specifier}' imported from '${from}'`)
}

/** Relative to the importing file; else a full path; else a package carried along under node_modules. */
function candidates(from: string, specifier: string): string[] {
  if (specifier.startsWith('.')) return endings(posix.join(posix.dirname(from), specifier))
  const root = from.split('/').slice(0, 3).join('/')
  const own = specifier.startsWith('#') ? endings(posix.join(root, specifier.slice(1))) : []
  return [...endings(specifier), ...endings(`${root}/node_modules/${specifier}`), ...own]
}

function endings(path: string): string[] {
  const bare = path.replace(/\.(js|ts|mjs)$/, '')
  return [
    path,
    `${bare}.ts`,
    `${bare}.js`,
    `${path}.ts`,
    `${path}.js`,
    `${path}/index.ts`,
    `${path}/index.js`,
    `${path}/dist/index.js`,
  ]
}

function find(session: Session, path: string): Row | undefined {
  return session.records.find('sys_module', `path=${path}`, { limit: 1 })[0]
}

/** `import { gs, GlideRecord } from '@servicenow/glide'`, and `/sn_ws` for a namespace: the scope's own globals. */
function glideModule(session: Session, space: string, context: Context, scope: string): Linked {
  const key = `glide:${scope}:${space}`
  const known = session.modules.get(key) as Linked | undefined
  if (known) return known
  const from = (space === '' ? context : context[space]) as Record<string, unknown> | undefined
  if (!from) throw new Error(`@servicenow/glide/${space} is not in the simulator`)
  const names = Object.keys(Object.getOwnPropertyDescriptors(from)).filter(
    (name) => space !== '' || /^(Glide|gs$|Certificate|Class$|sn_|Abstract)/.test(name),
  )
  const made = new api.SyntheticModule(
    names,
    function () {
      for (const name of names) this.setExport(name, from[name])
    },
    { context, identifier: key },
  )
  return keep(session, key, made)
}

function json(content: string, context: Context, path: string): Linked {
  return new api.SyntheticModule(
    ['default'],
    function () {
      this.setExport('default', vm.runInContext(`(${content})`, context))
    },
    { context, identifier: path },
  )
}
