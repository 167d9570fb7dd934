import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { runScript } from './run-script.ts'
import { whoseSession } from './session.ts'

/** A call of GlideAjax: `sysparm_name` names the function, every other parameter is for it to read. */
export type AjaxCall = { processor: string; parameters: Readonly<Record<string, string>> }
export type AjaxAnswer = { answer: string } | { refused: 'unknown' | 'forbidden' }

/**
 * Asks a script include that pages may call. Its access rules of the type `client_callable_script_include` are held; a
 * function whose name begins with `_` is private, as the documentation of GlideAjax has it.
 */
function answerAjax(records: Records, { processor, parameters }: AjaxCall, who: Who): AjaxAnswer {
  const [name = '', scope = 'global'] = processor.split('.').reverse()
  const include = includeNamed(records, name, scope)
  const asked = parameters.sysparm_name ?? ''
  if (include?.client_callable !== 'true' || asked === '' || asked.startsWith('_')) return { refused: 'unknown' }
  if (!mayCall(records, processor, who)) return { refused: 'forbidden' }
  const answer = runScript(whoseSession(records, who), {
    scope,
    source: { table: 'sys_script_include', id: include.sys_id ?? '', name },
    script: `new ${name}(ajax_request).process()`,
    given: { ajax_request: { getParameter: (parameter: string) => parameters[parameter] ?? null } },
  })
  return { answer: answer === null || answer === undefined ? '' : String(answer) }
}

function includeNamed(records: Records, name: string, scope: string): Row | undefined {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || !/^\w+$/.test(scope)) return undefined
  const app = records.find('sys_scope', `scope=${scope}`, { limit: 1 })[0]?.sys_id ?? 'global'
  return records
    .find('sys_script_include', `name=${name}^active=true`)
    .find((row) => (row.sys_scope || 'global') === app)
}

/** No rule: whoever is signed in. Several: one that lets in is enough. */
function mayCall(records: Records, processor: string, who: Who): boolean {
  const query = `type=client_callable_script_include^name=${processor}^operation=execute^active=true`
  const rules = records.find('sys_security_acl', query)
  if (rules.length === 0 || who.roles.has('admin')) return true
  return rules.some(({ sys_id }) => {
    const wanted = records.find('sys_security_acl_role', `sys_security_acl=${sys_id}`)
    const names = wanted.map((row) => records.get('sys_user_role', row.sys_user_role ?? '')?.name ?? '')
    return names.length === 0 || names.some((role) => who.roles.has(role))
  })
}

registerOperation('ajax.answer', answerAjax)
