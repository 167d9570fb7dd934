import { compiled } from './compiled.ts'
import { contextFor } from './scope-context.ts'
import { asSource, inSession, type Session, type Source } from './session.ts'

export type ScriptRun = {
  scope: string
  source: Source
  script: string
  /** Global variables for this run: `current`, `event`, `request`. */
  given?: Readonly<Record<string, unknown>>
}

/**
 * Runs a record's script and returns the value of its last expression. Its own `const`s stay in a block, so that the
 * same script may run twice in one transaction.
 * @throws whatever the script throws
 */
export function runScript(session: Session, run: ScriptRun): unknown {
  const context = contextFor(session, run.scope)
  const name = `${run.source.table} ${run.source.name}`
  return withGiven(context, run.given ?? {}, () =>
    inSession(session, () =>
      asSource(session, run.scope, run.source, () => compiled(`{${run.script}\n}`, name).runInContext(context)),
    ),
  )
}

/** Runs the body of a function, as flow scripts are: `return` gives the value. */
export function runBody(session: Session, run: ScriptRun): unknown {
  const context = contextFor(session, run.scope)
  const name = `${run.source.table} ${run.source.name}`
  return withGiven(context, run.given ?? {}, () =>
    inSession(session, () =>
      asSource(session, run.scope, run.source, () =>
        compiled(`(function () {${run.script}\n})()`, name).runInContext(context),
      ),
    ),
  )
}

function withGiven<T>(context: object, given: Readonly<Record<string, unknown>>, act: () => T): T {
  const before = Object.keys(given).map((name) => [name, Object.getOwnPropertyDescriptor(context, name)] as const)
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(context, name, { value, configurable: true, enumerable: true, writable: true })
  try {
    return act()
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(context, name, descriptor)
      else delete (context as Record<string, unknown>)[name]
    }
  }
}

/** The scope a record belongs to, by name. */
export function scopeNameOf(session: Session, row: Readonly<Record<string, string>>): string {
  return session.records.get('sys_scope', row.sys_scope ?? '')?.scope ?? 'global'
}
