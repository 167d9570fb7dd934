import { afterAll, expect, test } from 'vitest'
import { system } from '../store/open-records.ts'
import { openTestRecords } from '../store/testing-records.ts'
import { startRuntime } from './start-runtime.ts'

const { records, clock, file, close } = openTestRecords()
const runtime = startRuntime({ dataFile: file, clock, records, threadsMax: 2, taskMsMax: 8000 })
afterAll(async () => {
  await runtime.stop()
  close()
})
const run = (script: string) =>
  runtime.executor.perform({
    kind: 'operation',
    name: 'script.background',
    input: { script, scope: 'global' },
    who: system,
  })

test('a script without end is cancelled, and the next one runs', async () => {
  expect(await run('1 + 1')).toBe('2')
  await expect(run('while (true) {}')).rejects.toThrow('Transaction cancelled')
  expect(await run('2 + 2')).toBe('4')
}, 60_000)

test('an error crosses the threads with its name and words', async () => {
  await expect(run('null.nothing')).rejects.toThrow("Cannot read properties of null (reading 'nothing')")
  const missing = runtime.executor.perform({ kind: 'insert', table: 'no_such_table', values: {}, who: system })
  await expect(missing).rejects.toMatchObject({ name: 'NoSuchTable', table: 'no_such_table' })
})

test('what one transaction leaves in its global objects, the next does not find', async () => {
  await run('var left = 1; gs.left = 2')
  expect(await run('typeof left + typeof gs.left')).toBe('undefinedundefined')
})
