/** The step "Run Server Side Script": where scripts run, in the scope of the test. */
import { explain } from '../runtime/log.ts'
import { runScript, scopeNameOf } from '../runtime/run-script.ts'
import { whoseSession } from '../runtime/session.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records, Who } from '../store/records.ts'
import { openJasmine } from './jasmine.ts'

export type ScriptVerdict = { ok: boolean; output: string }

/** A script fails by a Jasmine spec, by `stepResult.setFailed()`, by `assertEqual`, by returning false, or by throwing. */
function runServerScript(records: Records, input: { step: string; script: string }, who: Who): ScriptVerdict {
  const session = whoseSession(records, who)
  const step = records.get('sys_atf_step', input.step)
  const test = records.get('sys_atf_test', step?.test ?? '')
  const { globals, results, isRun } = openJasmine()
  const said: string[] = []
  let isFailed = false
  const fail = (why: string) => {
    isFailed = true
    said.push(why)
  }
  const given = {
    ...globals,
    outputs: {},
    steps: () => ({}),
    params: {},
    stepResult: {
      setOutputMessage: (text: unknown) => void said.push(String(text)),
      setSuccess: () => {},
      setFailed: () => fail('The script set its step to failed.'),
    },
    assertEqual: ({ name, shouldbe, value }: { name: string; shouldbe: unknown; value: unknown }) => {
      if (String(shouldbe) !== String(value)) fail(`${name}: expected ${String(shouldbe)}, got ${String(value)}.`)
    },
  }
  const source = { table: 'sys_atf_step', id: input.step, name: test?.name ?? '' }
  try {
    const scope = test ? scopeNameOf(session, test) : 'global'
    const answer = runScript(session, { scope, source, script: input.script, given })
    if (answer === false) fail('The script returned false.')
  } catch (error) {
    fail(explain(error))
  }
  if (results.length === 0 && isRun()) fail('The script has no specs.')
  for (const { name, problems } of results) for (const problem of problems) fail(`${name}: ${problem}`)
  return { ok: !isFailed, output: said.join('\n') }
}

registerOperation('atf.server_script', runServerScript)
