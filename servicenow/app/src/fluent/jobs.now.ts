import { ScheduledScript } from '@servicenow/sdk/core'
import { everyMinute, everyNight } from '../server/jobs.ts'

ScheduledScript({
  $id: Now.ID['job-outbox'],
  name: 'Hallpass: outbox, every minute',
  active: true,
  frequency: 'periodically',
  executionInterval: { minutes: 1 },
  executionStart: '2026-01-01 00:00:00',
  script: everyMinute,
})

ScheduledScript({
  $id: Now.ID['job-compare'],
  name: 'Hallpass: compare the list of apps, every night',
  active: true,
  frequency: 'daily',
  executionTime: { hours: 2, minutes: 17, seconds: 0 },
  executionStart: '2026-01-01 00:00:00',
  script: everyNight,
})
