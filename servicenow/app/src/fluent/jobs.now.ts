import { ScheduledScript } from '@servicenow/sdk/core'
import { everyMinute } from '../server/jobs.ts'

ScheduledScript({
  $id: Now.ID['job-outbox'],
  name: 'Hallpass: outbox, every minute',
  active: true,
  frequency: 'periodically',
  executionInterval: { minutes: 1 },
  executionStart: '2026-01-01 00:00:00',
  script: everyMinute,
})
