import type { Executor } from './executor.ts'
import { runOperation } from './operations.ts'
import type { Records } from './records.ts'

/** Does writes at once, on the calling thread: for an instance without scripts. */
export function inProcessExecutor(records: Records): Executor {
  return {
    async perform(task) {
      switch (task.kind) {
        case 'insert':
          return records.insert(task.table, task.values, task.who, task.options)
        case 'update':
          return records.update(task.table, task.sysId, task.values, task.who, task.options)
        case 'remove':
          return records.remove(task.table, task.sysId, task.who)
        case 'operation':
          return runOperation(records, task.name, task.input, task.who)
        default:
          return task satisfies never
      }
    },
  }
}
