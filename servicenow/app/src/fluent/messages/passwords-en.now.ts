import { Record } from '@servicenow/sdk/core'

/** What people read who set their password, and their agents, in English. */

Record({
  $id: Now.ID['message-en-agents-link-coming'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.agents_link_coming',
    language: 'en',
    message: 'Hallpass sends the person a code and a link for a new password when it next looks here',
  },
})

Record({
  $id: Now.ID['message-en-link-coming'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.link_coming',
    language: 'en',
    message:
      'Hallpass sends the person a code and a link for a new password when it next looks here. This ends by itself once they have set it',
  },
})

Record({
  $id: Now.ID['message-en-link-sent'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.link_sent',
    language: 'en',
    message: 'A link to set a new password was sent to the person',
  },
})

Record({
  $id: Now.ID['message-en-reset-done'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.reset_done',
    language: 'en',
    message: 'The new password is set',
  },
})

Record({
  $id: Now.ID['message-en-try-later'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.try_later',
    language: 'en',
    message: 'This did not work just now. Please try again in a few minutes',
  },
})

Record({
  $id: Now.ID['message-en-challenge-needed'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.challenge_needed',
    language: 'en',
    message: 'Please confirm first that it is you',
  },
})

Record({
  $id: Now.ID['message-en-challenge-ended'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.challenge_ended',
    language: 'en',
    message: 'The confirmation is over. Please start again',
  },
})

Record({
  $id: Now.ID['message-en-code-wrong'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.code_wrong',
    language: 'en',
    message: 'The code is not right',
  },
})

Record({
  $id: Now.ID['message-en-page-title'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_title',
    language: 'en',
    message: 'Reset my password',
  },
})

Record({
  $id: Now.ID['message-en-page-code'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_code',
    language: 'en',
    message: 'Code',
  },
})

Record({
  $id: Now.ID['message-en-page-look'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_look',
    language: 'en',
    message: 'I confirmed on my phone',
  },
})

Record({
  $id: Now.ID['message-en-page-password'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_password',
    language: 'en',
    message: 'New password',
  },
})

Record({
  $id: Now.ID['message-en-page-repeat'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_repeat',
    language: 'en',
    message: 'New password again',
  },
})

Record({
  $id: Now.ID['message-en-page-differ'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_differ',
    language: 'en',
    message: 'The two are not the same',
  },
})

Record({
  $id: Now.ID['message-en-page-set'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_set',
    language: 'en',
    message: 'Set the password',
  },
})

Record({
  $id: Now.ID['message-en-page-go'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_go',
    language: 'en',
    message: 'Begin',
  },
})

Record({
  $id: Now.ID['message-en-page-signed-out'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_signed_out',
    language: 'en',
    message: 'You are not signed in. Reset your password on the page of Hallpass',
  },
})

Record({
  $id: Now.ID['message-en-page-check'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_check',
    language: 'en',
    message: 'Confirm',
  },
})

Record({
  $id: Now.ID['message-en-page-send'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_send',
    language: 'en',
    message: 'Send it to me',
  },
})

Record({
  $id: Now.ID['message-en-proof-sent'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_sent',
    language: 'en',
    message: 'If there is an address or a phone for this, it is on its way. Type in the code, or confirm on the phone.',
  },
})
