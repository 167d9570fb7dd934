import { GlideRecord } from '@servicenow/glide'
import { FlowAPI } from '@servicenow/glide/sn_fd'
import type { Glide } from './ports.ts'

/** The runner is built step by step; the types of the SDK name its methods without what they give. */
type Runner = {
  subflow(name: string): Runner
  inBackground(): Runner
  withInputs(inputs: Record<string, unknown>): Runner
  run(): unknown
}

export const runSubflow: Glide['runSubflow'] = (name, inputs) => {
  const given: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(inputs)) {
    given[key] = typeof value === 'string' ? value : recordOf(value.table, value.id)
  }
  const runner = FlowAPI.getRunner() as unknown as Runner
  runner.subflow(name).inBackground().withInputs(given).run()
}

function recordOf(table: string, id: string): GlideRecord {
  const record = new GlideRecord(table)
  record.get(id)
  return record
}
