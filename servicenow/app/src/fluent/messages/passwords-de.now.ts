import { Record } from '@servicenow/sdk/core'

/** What people read who set their password, and their agents, in German. */

Record({
  $id: Now.ID['message-de-agents-link-coming'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.agents_link_coming',
    language: 'de',
    message:
      'Hallpass schickt der Person einen Code und einen Link für ein neues Passwort, sobald es hier das nächste Mal nachsieht',
  },
})

Record({
  $id: Now.ID['message-de-link-coming'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.link_coming',
    language: 'de',
    message:
      'Hallpass schickt der Person einen Code und einen Link für ein neues Passwort, sobald es hier das nächste Mal nachsieht. Wenn sie es gesetzt hat, endet dies von selbst',
  },
})

Record({
  $id: Now.ID['message-de-link-sent'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.link_sent',
    language: 'de',
    message: 'Ein Link zum Setzen eines neuen Passworts wurde an die Person gesendet',
  },
})

Record({
  $id: Now.ID['message-de-reset-done'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.reset_done',
    language: 'de',
    message: 'Das neue Passwort ist gesetzt',
  },
})

Record({
  $id: Now.ID['message-de-try-later'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.try_later',
    language: 'de',
    message: 'Das hat gerade nicht geklappt. Bitte versuchen Sie es in einigen Minuten noch einmal',
  },
})

Record({
  $id: Now.ID['message-de-challenge-needed'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.challenge_needed',
    language: 'de',
    message: 'Bitte bestätigen Sie zuerst, dass Sie es sind',
  },
})

Record({
  $id: Now.ID['message-de-challenge-ended'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.challenge_ended',
    language: 'de',
    message: 'Die Bestätigung ist abgelaufen. Bitte beginnen Sie neu',
  },
})

Record({
  $id: Now.ID['message-de-code-wrong'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.code_wrong',
    language: 'de',
    message: 'Der Code stimmt nicht',
  },
})

Record({
  $id: Now.ID['message-de-page-title'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_title',
    language: 'de',
    message: 'Mein Passwort zurücksetzen',
  },
})

Record({
  $id: Now.ID['message-de-page-code'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_code',
    language: 'de',
    message: 'Code',
  },
})

Record({
  $id: Now.ID['message-de-page-look'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_look',
    language: 'de',
    message: 'Ich habe auf dem Telefon bestätigt',
  },
})

Record({
  $id: Now.ID['message-de-page-password'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_password',
    language: 'de',
    message: 'Neues Passwort',
  },
})

Record({
  $id: Now.ID['message-de-page-repeat'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_repeat',
    language: 'de',
    message: 'Neues Passwort wiederholen',
  },
})

Record({
  $id: Now.ID['message-de-page-differ'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_differ',
    language: 'de',
    message: 'Die beiden stimmen nicht überein',
  },
})

Record({
  $id: Now.ID['message-de-page-set'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_set',
    language: 'de',
    message: 'Passwort setzen',
  },
})

Record({
  $id: Now.ID['message-de-page-go'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_go',
    language: 'de',
    message: 'Beginnen',
  },
})

Record({
  $id: Now.ID['message-de-page-signed-out'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_signed_out',
    language: 'de',
    message: 'Sie sind nicht angemeldet. Setzen Sie Ihr Passwort auf der Seite von Hallpass zurück',
  },
})

Record({
  $id: Now.ID['message-de-page-check'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_check',
    language: 'de',
    message: 'Bestätigen',
  },
})

Record({
  $id: Now.ID['message-de-page-send'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.page_send',
    language: 'de',
    message: 'An mich senden',
  },
})

Record({
  $id: Now.ID['message-de-proof-sent'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.proof_sent',
    language: 'de',
    message:
      'Wenn es dafür eine Adresse oder ein Telefon gibt, ist es unterwegs. Geben Sie den Code ein, oder bestätigen Sie auf dem Telefon.',
  },
})
