import { Record } from '@servicenow/sdk/core'

/** What the requester reads about the stages of approval, in both languages. */

Record({
  $id: Now.ID['message-en-plan'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.plan',
    language: 'en',
    message: 'Who has to approve, in this order: {0}',
  },
})

Record({
  $id: Now.ID['message-de-plan'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.plan',
    language: 'de',
    message: 'Wer zustimmen muss, der Reihe nach: {0}',
  },
})
