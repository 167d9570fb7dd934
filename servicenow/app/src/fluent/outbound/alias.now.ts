import { Alias, RetryPolicy } from '@servicenow/sdk/core'

/**
 * For flows and actions of the customer that want to call Hallpass by a connection of their own. The app's own calls go
 * through the outbox, which tries again for longer than any policy here may.
 */
const retry = RetryPolicy({
  $id: Now.ID['retry-hallpass'],
  name: 'Hallpass: obey Retry-After',
  connectionType: 'http_retry_conditions',
  retryStrategy: 'retry_after',
  maxElapsedTime: 120,
  condition: 'status_codeIN429,502,503,504',
  restrictTo: ['status_code', 'response_headers'],
})

Alias({
  $id: Now.ID['alias-hallpass'],
  name: 'Hallpass',
  type: 'connection',
  connectionType: 'httpConnection',
  description: 'Connection to Hallpass for flows of your own',
  retryPolicy: retry,
})
