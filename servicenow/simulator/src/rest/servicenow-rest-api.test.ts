import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator } from '../seed/base-system.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'simulator-tls-'))
let simulator: Simulator

// The client speaks https only, and the certificate it must trust is named before its process starts.
beforeAll(async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2']
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject])
  simulator = await startSimulator({ tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } })
})
afterAll(async () => {
  await simulator.stop()
  rmSync(folder, { recursive: true })
})

/** Runs a few lines with `client`, an instance of the npm package servicenow-rest-api; they answer by `done(value)`, on stderr: the package writes its own remarks to stdout. */
async function withClient(lines: string): Promise<unknown> {
  const script = join(folder, `${Math.random()}.mjs`)
  const host = simulator.url.replace('https://', '')
  writeFileSync(
    script,
    `import { createRequire } from 'node:module'
const ServiceNow = createRequire(${JSON.stringify(import.meta.url)})('servicenow-rest-api')
const client = new ServiceNow(${JSON.stringify(host)}, ${JSON.stringify(administrator.userName)}, ${JSON.stringify(administrator.password)})
const done = (value) => console.error(JSON.stringify(value))
${lines}`,
  )
  const { stderr } = await run(process.execPath, [script], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
  })
  return JSON.parse(stderr)
}

test('the package creates, finds, changes and deletes an incident', async () => {
  const created = await withClient(
    `client.createNewTask({ short_description: 'from the package', urgency: '1 - High', caller_id: 'Molly Byrne' }, 'incident', done)`,
  )
  expect(created).toMatchObject({ short_description: 'from the package' })
  const { number } = created as { number: string }
  const found = await withClient(
    `client.getTableData(['number', 'caller_id', 'urgency'], ['number=${number}'], 'incident', done)`,
  )
  expect(found).toMatchObject([{ number, caller_id: { display_value: 'Molly Byrne' }, urgency: '1 - High' }])
  await withClient(`client.UpdateTask('incident', '${number}', { close_notes: 'seen' }, done)`)
  expect(simulator.records.find('incident', `number=${number}`)[0]?.close_notes).toBe('seen')
  await withClient(`client.DeleteTask('incident', '${number}', () => done(null))`)
  expect(simulator.records.find('incident', `number=${number}`)).toEqual([])
})

test('the package samples a table', async () => {
  expect(await withClient(`client.getSampleData('sys_user', done)`)).toMatchObject([{ user_name: expect.any(String) }])
})
