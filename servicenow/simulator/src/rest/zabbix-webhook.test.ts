import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator } from '../seed/base-system.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'

/** Zabbix's own media type for ServiceNow, as Debian's package brings it; nothing of it is kept here. */
const mediaType = '/usr/share/doc/zabbix-frontend-php/templates/media/servicenow/media_servicenow.yaml'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'zabbix-'))
let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
  writeFileSync(join(folder, 'webhook.js'), scriptOf(readFileSync(mediaType, 'utf8')))
  writeFileSync(join(folder, 'run.mjs'), runner)
})
afterAll(async () => {
  await simulator.stop()
  rmSync(folder, { recursive: true })
})

/** What Zabbix gives its scripts, as far as this one asks: a blocking HTTP client and a log. */
const runner = `import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
class HttpRequest {
  headers = []
  addHeader(line) { this.headers.push(line) }
  getStatus() { return this.status }
  send(method, url, body) {
    const headers = Object.fromEntries(this.headers.map((line) => line.split(/: (.*)/s)))
    const code = 'const [url, options] = JSON.parse(process.argv[1]); fetch(url, options).then(async (answer) => console.log(JSON.stringify([answer.status, await answer.text()])))'
    const [status, text] = JSON.parse(execFileSync(process.execPath, ['-e', code, JSON.stringify([url, { method, headers, body }])]))
    this.status = status
    return text
  }
  post(url, body) { return this.send('POST', url, body) }
  put(url, body) { return this.send('PUT', url, body) }
}
const script = new Function('value', 'HttpRequest', 'Zabbix', readFileSync(process.argv[2], 'utf8'))
console.log(script(process.argv[3], HttpRequest, { log() {} }))
`

/** The block under `script: |`, its indentation taken off. */
function scriptOf(yaml: string): string {
  const lines = yaml.split('\n')
  const start = lines.findIndex((line) => line.trim() === 'script: |')
  const indent = (lines[start]?.search(/\S/) ?? 0) + 2
  const end = lines.findIndex((line, index) => index > start && line.trim() !== '' && line.search(/\S/) < indent)
  return lines
    .slice(start + 1, end)
    .map((line) => line.slice(indent))
    .join('\n')
}

async function alert(event: Record<string, string>) {
  const parameters = {
    alert_subject: 'Disk is full',
    alert_message: 'Less than 1 % left',
    event_source: '0',
    event_value: '1',
    event_update_status: '0',
    event_recovery_value: '0',
    event_nseverity: '5',
    servicenow_url: simulator.url,
    servicenow_user: administrator.userName,
    servicenow_password: administrator.password,
    servicenow_sys_id: '',
    urgency_for_disaster: '1',
    ...event,
  }
  const { stdout } = await run(process.execPath, [
    join(folder, 'run.mjs'),
    join(folder, 'webhook.js'),
    JSON.stringify(parameters),
  ])
  return JSON.parse(stdout) as { tags: Record<string, string> }
}

test('the webhook opens an incident, and tells it of the recovery', async () => {
  const { tags } = await alert({})
  const id = tags.__zbx_servicenow_sys_id ?? ''
  expect(tags.__zbx_servicenow_number).toMatch(/^INC\d{7}$/)
  expect(simulator.records.get('incident', id)).toMatchObject({ short_description: 'Disk is full', urgency: '1' })
  await alert({
    event_value: '0',
    event_recovery_value: '0',
    alert_subject: 'Disk is fine',
    alert_message: 'Space again',
    servicenow_sys_id: id,
  })
  expect(simulator.records.get('incident', id)?.short_description).toBe('Disk is fine')
  const comments = simulator.records.find('sys_journal_field', `element_id=${id}^element=comments`)
  expect(comments.map((entry) => entry.value)).toEqual(['Less than 1 % left', 'Space again'])
})

test('what the instance refuses, the webhook reports', async () => {
  await expect(alert({ servicenow_password: 'wrong' })).rejects.toThrow('User is not authenticated')
})
