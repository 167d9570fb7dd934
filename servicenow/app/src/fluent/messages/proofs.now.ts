import { Record } from '@servicenow/sdk/core'

/** How somebody can prove who they are, as people read it, in both languages. */

Record({
  $id: Now.ID['message-en-proof-empty'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_empty',
    language: 'en',
    message: 'Send the form empty to have a code mailed to you',
  },
})

Record({
  $id: Now.ID['message-de-proof-empty'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_empty',
    language: 'de',
    message: 'Schicken Sie das Formular leer ab, um einen Code per Mail zu bekommen',
  },
})

Record({
  $id: Now.ID['message-en-proof-mail-code'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_mail_code',
    language: 'en',
    message: 'Code sent by mail',
  },
})

Record({
  $id: Now.ID['message-de-proof-mail-code'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_mail_code',
    language: 'de',
    message: 'Code aus der Mail',
  },
})

Record({
  $id: Now.ID['message-en-proof-totp'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_totp',
    language: 'en',
    message: 'Code from your authenticator app',
  },
})

Record({
  $id: Now.ID['message-de-proof-totp'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_totp',
    language: 'de',
    message: 'Code aus Ihrer Authenticator-App',
  },
})

Record({
  $id: Now.ID['message-en-proof-recovery-codes'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_recovery_codes',
    language: 'en',
    message: 'One of your recovery codes',
  },
})

Record({
  $id: Now.ID['message-de-proof-recovery-codes'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_recovery_codes',
    language: 'de',
    message: 'Einer Ihrer Wiederherstellungscodes',
  },
})
