import {
  failure,
  type ScriptedRequest,
  type ScriptedResponse,
  scriptedRequest,
  scriptedResponse,
} from '../glide/rest-exchange.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records, Who } from '../store/records.ts'
import { explain, logScriptError } from './log.ts'
import { runScript, scopeNameOf } from './run-script.ts'
import { contextFor } from './scope-context.ts'
import { whoseSession } from './session.ts'

/** Runs the script of one resource of a scripted REST API. */
function runResource(
  records: Records,
  input: { operation: string; request: ScriptedRequest },
  who: Who,
): ScriptedResponse {
  const session = whoseSession(records, who)
  const row = records.get('sys_ws_operation', input.operation)
  if (!row) return failure(404, 'Requested URI does not represent any resource', input.request.uri)
  const source = { table: 'sys_ws_operation', id: input.operation, name: row.name ?? '' }
  const scope = scopeNameOf(session, row)
  const { response, finish } = scriptedResponse()
  try {
    const request = scriptedRequest(input.request, contextFor(session, scope))
    const script = row.operation_script ?? ''
    return finish(runScript(session, { scope, source, script, given: { request, response } }))
  } catch (error) {
    const { status, message, detail } = (error ?? {}) as { status?: unknown; message?: unknown; detail?: unknown }
    if (typeof status === 'number' && status >= 400) return failure(status, String(message ?? ''), String(detail ?? ''))
    logScriptError(session, error, source)
    return failure(500, 'Script Evaluation Exception', explain(error))
  }
}

registerOperation('rest.resource', runResource)
