import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { caller } from '../rest/testing-caller.ts'
import { administrator } from '../seed/base-system.ts'
import { startSimulator } from '../start-simulator.ts'
import { system } from './open-records.ts'
import { runOperation } from './operations.ts'

const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
afterAll(() => rmSync(folder, { recursive: true }))

const laptop = '04b7e94b4f7b4200086eeed18110c7fd'

test('a thousand requested items are ordered, paged through, and there again after a restart, with their ids', async () => {
  const dataFile = join(folder, 'instance.db')
  const first = await startSimulator({ dataFile })
  const molly = first.records.find('sys_user', 'user_name=molly')[0]?.sys_id ?? ''
  const line = { itemId: laptop, quantity: '1', answers: { memory: '32' } }
  first.records.together(() => {
    for (let n = 0; n < 100; n++)
      runOperation(first.records, 'catalog.order', { requestedFor: molly, lines: Array(10).fill(line) }, system)
  })
  const read = async (url: string) => {
    const admin = caller(url, administrator.userName, administrator.password)
    const found: { number: string; 'requested_for.user_name': string }[] = []
    for (
      let path =
        '/api/now/table/sc_req_item?sysparm_query=state=1^ORDERBYnumber&sysparm_fields=number,sys_id,requested_for.user_name&sysparm_limit=250';
      path !== '';
    ) {
      const page = await admin.get(path)
      found.push(...page.body.result)
      path = /<([^>]*)>;rel="next"/.exec(page.headers.get('link') ?? '')?.[1]?.replace(url, '') ?? ''
    }
    return found
  }
  const before = await read(first.url)
  expect(before).toHaveLength(1000)
  expect(new Set(before.map((row) => row.number)).size).toBe(1000)
  expect(before.every((row) => row['requested_for.user_name'] === 'molly')).toBe(true)
  const instanceId = first.records.property('instance_id')
  await first.stop()

  const second = await startSimulator({ dataFile })
  expect(await read(second.url)).toEqual(before)
  expect(second.records.property('instance_id')).toBe(instanceId)
  expect(second.records.count('sys_user', 'user_name=molly')).toBe(1)
  const next = second.records.insert('incident', {}, system)
  expect('row' in next && next.row.number).toMatch(/^INC/)
  await second.stop()
}, 60_000)
