import { RestError } from '../rest/rest-error.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { runScript, scopeNameOf } from './run-script.ts'
import { whoseSession } from './session.ts'

/** `data` as the server script left it, with the messages it had for the person; null where there is no such widget. */
export type WidgetAnswer = { name: string; data: unknown; info: string[]; error: string[] } | null

/**
 * The server script of a Service Portal widget, by the widget's id or sys_id: it fills `data`, and sees as `input` what the
 * page sends by `server.get()`. Widgets that are not public answer whoever is signed in. @throws for any use of `$sp`
 */
function runWidget(records: Records, call: { widget: string; input: unknown }, who: Who): WidgetAnswer {
  const widget = widgetNamed(records, call.widget)
  if (widget === undefined || (widget.public !== 'true' && who.userId === '')) return null
  const session = whoseSession(records, who)
  const data = {}
  runScript(session, {
    scope: scopeNameOf(session, widget),
    source: { table: 'sp_widget', id: widget.sys_id ?? '', name: widget.name ?? '' },
    script: widget.script ?? '',
    given: { data, input: call.input, options: {}, $sp: refusing(widget.name ?? '') },
  })
  const { info, error } = session.messages
  // What travels is text: functions and records of a script stay behind.
  return { name: widget.name ?? '', data: JSON.parse(JSON.stringify(data)), info: [...info], error: [...error] }
}

function widgetNamed(records: Records, named: string): Row | undefined {
  if (!/^[\w-]+$/.test(named) || !records.dictionary.has('sp_widget')) return undefined
  return records.find('sp_widget', `id=${named}^ORsys_id=${named}`, { limit: 1 })[0]
}

/** GlideSPScriptable is not there; a script that asks anything of it is told so, rather than given nothing. */
function refusing(widget: string): object {
  return new Proxy(
    {},
    {
      get(_target, name) {
        throw new RestError(501, `Not simulated: $sp.${String(name)}, which the widget "${widget}" uses`)
      },
    },
  )
}

registerOperation('widget.run', runWidget)
