import { describe, expect, it } from 'vitest'
import { onTaskDeleted } from '../src/server/on-task-deleted.ts'
import type { Glide } from '../src/server/ports.ts'
import { connected, order } from './connected.ts'

describe('a task that was deleted while Hallpass waits for somebody', () => {
  it.each([
    ['is said to be made again where it was', true, ['task_made_again']],
    ['is not said to be made again where the instance did not take it', false, []],
  ])('%s', (_name, isTaken, notes) => {
    const glide = connected()
    const item = order(glide, 'a'.repeat(32))
    glide.add('x_hlps_access_call', {
      request_item: item,
      kind: 'fulfilment',
      state: 'answered',
      remote_state: 'manual',
    })
    const values: Record<string, string> = { request_item: item, correlation_id: `hallpass:${item}`, state: '1' }
    const tables: Glide['tables'] = {
      ...glide.tables,
      insert: (table, row, id) => (isTaken || table !== 'sc_task' ? glide.tables.insert(table, row, id) : null),
    }
    onTaskDeleted({ ...glide, tables }, { id: 't'.repeat(32), get: (field) => values[field] ?? '' })
    const said = glide.tables.journal('sc_req_item', item, 'work_notes').split('\n')
    expect(said.filter((line) => line !== '' && !line.endsWith(' - system'))).toEqual(notes)
    expect(glide.all('sc_task')).toHaveLength(isTaken ? 1 : 0)
  })
})
