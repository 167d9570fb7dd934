import { Record } from '@servicenow/sdk/core'

/** What people read where this instance cannot reach Hallpass, in both languages. */

Record({
  $id: Now.ID['message-en-elsewhere'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.elsewhere',
    language: 'en',
    message: 'This cannot be done here. Set your password on the page of Hallpass: {0}',
  },
})

Record({
  $id: Now.ID['message-de-elsewhere'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.elsewhere',
    language: 'de',
    message: 'Das geht hier nicht. Legen Sie Ihr Kennwort auf der Seite von Hallpass fest: {0}',
  },
})
