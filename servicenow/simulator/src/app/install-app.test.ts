import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller } from '../rest/testing-caller.ts'
import { administrator } from '../seed/base-system.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { install, loansZip } from './testing-loans.ts'

const run = promisify(execFile)
// The tool is a dependency of the app beside, installed with it (`npm ci` in servicenow/app).
const sdk = join(import.meta.dirname, '../../../app/node_modules', '@servicenow', 'sdk/bin/index.js')

let simulator: Simulator
let project = ''
beforeAll(async () => {
  simulator = await startSimulator({ basicAuth: 'open' })
  project = mkdtempSync(join(tmpdir(), 'loans-'))
})
afterAll(async () => {
  await simulator.stop()
  rmSync(project, { recursive: true, force: true })
})

const now = (...words: string[]) =>
  run(process.execPath, [sdk, ...words], {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      HOME: project,
      NODE_ENV: 'test',
      SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
      SN_SDK_INSTANCE_URL: simulator.url,
      SN_SDK_USER: administrator.userName,
      SN_SDK_USER_PWD: administrator.password,
    },
  })

/** A project as its build leaves it: what the package was made of, under dist/app. */
function unpackProject(): void {
  for (const [path, bytes] of Object.entries(unzipSync(loansZip))) {
    const file = join(project, 'dist/app', path)
    mkdirSync(join(file, '..'), { recursive: true })
    if (!path.endsWith('/') && !path.endsWith('.csv')) writeFileSync(file, bytes)
  }
  cpSync(new URL('./loans/source/now.config.json.txt', import.meta.url).pathname, join(project, 'now.config.json'))
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'equipment-loans', version: '0.1.0' }))
  mkdirSync(join(project, 'src/fluent/generated'), { recursive: true })
}

test('ServiceNow’s own tool installs the app, and what it installed runs', async () => {
  unpackProject()
  const { stdout } = await now('install')
  expect(stdout).toContain('Installation completed')
  const admin = caller(simulator.url, administrator.userName, administrator.password)
  const lent = await admin.post('/api/x_acme_loans/v1/loans/lend/here', { device: 'projector' })
  expect(lent.status, lent.text).toBe(201)
  expect(lent.body.result).toMatchObject({
    number: expect.stringMatching(/^LOAN\d{7}$/),
    label: 'Lent out',
    path: { place: 'here' },
  })
  expect((await admin.post('/api/x_acme_loans/v1/loans/lend/here', { device: 'projector' })).status).toBe(409)
  const refused = await admin.post('/api/x_acme_loans/v1/loans/lend/here', {})
  expect(refused.body).toEqual({ error: { message: 'device is missing', detail: null }, status: 'failure' })
  expect(
    (await caller(simulator.url, 'molly', 'wrong').get('/api/x_acme_loans/loans/greet?name=M')).body.result,
  ).toEqual({ text: 'Hello M from x_acme_loans' })
}, 120_000)

test('ServiceNow’s own tool reads records', async () => {
  const { stdout } = await now('query', 'sys_user', '-q', 'user_name=molly', '-f', 'user_name,email', '-o', 'json')
  expect(stdout).toContain('molly@acme.example')
}, 120_000)

test('a second installation is an upgrade: settings stay, scripts are new', async () => {
  const { records } = simulator
  const property = records.find('sys_properties', 'name=x_acme_loans.shop_host')[0]
  const admin = caller(simulator.url, administrator.userName, administrator.password)
  await admin.patch(`/api/now/table/sys_properties/${property?.sys_id}`, { value: 'set.by.admin' })
  const count = records.count('sys_script', '')
  expect(await install(simulator, loansZip)).toMatch(/^x_acme_loans 0\.1\.0 installed/)
  expect(records.find('sys_properties', 'name=x_acme_loans.shop_host')[0]?.value).toBe('set.by.admin')
  expect(records.count('sys_script', '')).toBe(count)
})

test('a file that is not what the inventory says stops the installation', async () => {
  const files = unzipSync(loansZip)
  const name = Object.keys(files).find((path) => path.includes('sys_script_include')) ?? ''
  files[name] = Buffer.from('<record_update/>')
  expect(await install(simulator, zipSync(files))).toBe(
    `${name.replace(/^\//, '')} is not what the inventory says it is.`,
  )
  expect(await install(simulator, Buffer.from('no zip'))).toBe('The package is not a zip file.')
})

test('only administrators install', async () => {
  const molly = caller(simulator.url, 'molly', 'Welcome-to-ServiceNow-1')
  expect((await molly.send('POST', '/sn_appclient_upload_processor.do', new FormData())).status).toBe(403)
  const nobody = await fetch(`${simulator.url}/sn_appclient_upload_processor.do`, { method: 'POST' })
  expect(nobody.status).toBe(401)
  expect((await molly.get('/api/sn_cicd/progress/nothing')).status).toBe(404)
})
