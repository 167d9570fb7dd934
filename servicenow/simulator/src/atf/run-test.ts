/** Runs a test of the Automated Test Framework (sys_atf_test), step by step, as the person who asks for it. */
import { sessionCookie } from '../auth/sessions.ts'
import { mayOrder } from '../catalog/availability.ts'
import type { Service } from '../rest/service.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Row, Who } from '../store/records.ts'
import type { ScriptVerdict } from './server-script.ts'
import { kindOfStep, type StepKind, stepKinds } from './step-kinds.ts'

export type TestResult = {
  test: string
  /** `error`: a step that cannot be run here, which the output names. */
  status: 'success' | 'failure' | 'error'
  output: string
}

type Running = { service: Service; url: string; who: Who; step: Row; response: { status: number } | null }
type Verdict = ScriptVerdict & { response?: { status: number } }

/** By name or sys_id; null where there is no such active test. The result is also kept, in sys_atf_test_result. */
export async function runTest(service: Service, url: string, named: string, who: Who): Promise<TestResult | null> {
  const { records, clock } = service
  const test = records.find('sys_atf_test', 'active=true').find((row) => row.sys_id === named || row.name === named)
  if (!test) return null
  const began = dateTimeText(clock.now())
  const result = await runSteps(service, url, test, who)
  const times = { start_time: began, end_time: dateTimeText(clock.now()) }
  const { status, output } = result
  records.insert('sys_atf_test_result', { test: test.sys_id ?? '', status, output, ...times }, system)
  return result
}

async function runSteps(service: Service, url: string, test: Row, who: Who): Promise<TestResult> {
  const name = test.name ?? ''
  const steps = service.records.find('sys_atf_step', `test=${test.sys_id}^active=true^ORDERBYorder`)
  if (steps.length === 0) return { test: name, status: 'error', output: 'The test has no steps.' }
  const told: string[] = []
  let response: Running['response'] = null
  for (const step of steps) {
    const kind = kindOfStep(step.step_config ?? '')
    const title = `Step ${step.order} (${step.display_name})`
    if (kind === null) return { test: name, status: 'error', output: `${title} is not run here.` }
    const verdict: Verdict = await run[kind]({ service, url, who, step, response })
    response = verdict.response ?? response
    if (verdict.output !== '') told.push(`${title}: ${verdict.output}`)
    if (!verdict.ok) return { test: name, status: 'failure', output: told.join('\n') }
  }
  return { test: name, status: 'success', output: told.join('\n') }
}

const run: Readonly<Record<StepKind, (running: Running) => Promise<Verdict>>> = {
  async sendRestRequest(running) {
    const { service, url, who } = running
    const given = inputsOf(running, 'sendRestRequest')
    for (const name of ['basicAuth', 'mutualAuth'] as const)
      if (given[name] !== '') return { ok: false, output: `Authentication by a profile (${name}) is not run here.` }
    const target = new URL(given.path, url)
    for (const [name, value] of pairs(given.query)) target.searchParams.append(name, value)
    const session = service.sessions.open(who.userId)
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      cookie: `${sessionCookie}=${session.cookie}`,
      'x-usertoken': session.token,
      ...Object.fromEntries(pairs(given.headers)),
    }
    const method = given.method.toUpperCase()
    const body = given.body === '' || method === 'GET' ? {} : { body: given.body }
    const { status } = await fetch(target, { method, headers, ...body }).finally(() =>
      service.sessions.close(session.cookie),
    )
    return { ok: true, output: '', response: { status } }
  },

  async assertStatusCode(running) {
    const { operation, statusCode } = inputsOf(running, 'assertStatusCode')
    if (running.response === null) return { ok: false, output: 'No request was sent before.' }
    const { status } = running.response
    const compare = comparisons[operation]
    if (!compare) return { ok: false, output: `The comparison ${operation} is not known.` }
    const ok = compare(status, Number(statusCode))
    return { ok, output: ok ? '' : `${status} is not ${operation.replaceAll('_', ' ')} ${statusCode}` }
  },

  async runServerScript(running) {
    const { script } = inputsOf(running, 'runServerScript')
    const input = { step: running.step.sys_id ?? '', script }
    const task = { kind: 'operation', name: 'atf.server_script', input, who: running.who } as const
    return (await running.service.executor.perform(task)) as ScriptVerdict
  },

  async openCatalogItem(running) {
    const { item } = inputsOf(running, 'openCatalogItem')
    const { records } = running.service
    const row = records.get('sc_cat_item', item)
    if (!row) return { ok: false, output: 'There is no such catalog item.' }
    const ok = mayOrder(records, row, running.who)
    return { ok, output: ok ? '' : `${row.name} is not there for ${running.who.userName}.` }
  },
}

const comparisons: Readonly<Record<string, (is: number, wanted: number) => boolean>> = {
  equals: (is, wanted) => is === wanted,
  not_equals: (is, wanted) => is !== wanted,
  less_than: (is, wanted) => is < wanted,
  greater_than: (is, wanted) => is > wanted,
  less_than_equals: (is, wanted) => is <= wanted,
  greater_than_equals: (is, wanted) => is >= wanted,
}

function inputsOf<K extends StepKind>(
  { service, step }: Running,
  kind: K,
): Record<keyof (typeof stepKinds)[K]['inputs'], string> {
  const rows = service.records.find('sys_variable_value', `document_key=${step.sys_id}`)
  const entries = Object.entries(stepKinds[kind].inputs).map(([name, id]) => [
    name,
    rows.find((row) => row.variable === id)?.value ?? '',
  ])
  return Object.fromEntries(entries)
}

/** Name–value pairs as the platform keeps them: a JSON object, or nothing. */
function pairs(text: string): [string, string][] {
  return text === '' ? [] : Object.entries(JSON.parse(text) as Record<string, unknown>).map(([k, v]) => [k, String(v)])
}
