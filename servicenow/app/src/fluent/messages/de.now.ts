import { Record } from '@servicenow/sdk/core'

/** What people read, in German. `{0}` stands for the first part. */

Record({
  $id: Now.ID['message-de-not-connected'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_connected',
    language: 'de',
    message: 'Diese Instanz ist noch nicht mit Hallpass verbunden',
  },
})

Record({
  $id: Now.ID['message-de-clone'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.clone',
    language: 'de',
    message: 'Diese Instanz ist eine Kopie von {0} (hier {1}): sie muss erst selbst verbunden werden',
  },
})

Record({
  $id: Now.ID['message-de-no-key'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_key',
    language: 'de',
    message: 'Es gibt keinen gültigen Schlüssel für Aufrufe an Hallpass',
  },
})

Record({
  $id: Now.ID['message-de-nothing-chosen'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.nothing_chosen',
    language: 'de',
    message: 'Es wurde keine App gewählt, oder sie steht nicht mehr in der Liste. Bitte bestellen Sie neu',
  },
})

Record({
  $id: Now.ID['message-de-person-unknown'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.person_unknown',
    language: 'de',
    message: 'Es ist nicht klar, für wen die Bestellung ist. Bitte bestellen Sie neu und wählen Sie die Person',
  },
})

Record({
  $id: Now.ID['message-de-not-requestable'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_requestable',
    language: 'de',
    message: '{0} kann für diese Person nicht bestellt werden',
  },
})

Record({
  $id: Now.ID['message-de-already-held'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.already_held',
    language: 'de',
    message: 'Die Person hat diesen Zugang schon. Es ist nichts weiter nötig',
  },
})

Record({
  $id: Now.ID['message-de-nobody-may-decide'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.nobody_may_decide',
    language: 'de',
    message: 'Niemand kann über „{0}“ entscheiden: {1}',
  },
})

Record({
  $id: Now.ID['message-de-no-approver'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_approver',
    language: 'de',
    message: 'wer entscheiden darf, ist in ServiceNow nicht bekannt oder hat selbst bestellt',
  },
})

Record({
  $id: Now.ID['message-de-not-in-hallpass'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_in_hallpass',
    language: 'de',
    message: 'Hallpass kennt niemanden wie {0}. Bitten Sie die IT, sie ins Verzeichnis aufzunehmen',
  },
})

Record({
  $id: Now.ID['message-de-twice-in-hallpass'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.twice_in_hallpass',
    language: 'de',
    message: 'Hallpass kennt mehrere wie {0} und rät nicht. Die IT kann sie unterscheiden',
  },
})

Record({
  $id: Now.ID['message-de-app-gone'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.app_gone',
    language: 'de',
    message: 'Die App kann nicht mehr bestellt werden',
  },
})

Record({
  $id: Now.ID['message-de-no-answer'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_answer',
    language: 'de',
    message: 'Hallpass konnte nicht gefragt werden',
  },
})

Record({
  $id: Now.ID['message-de-waiting-for'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.waiting_for',
    language: 'de',
    message: 'Wartet auf eine Genehmigung: {0} ({1})',
  },
})

Record({
  $id: Now.ID['message-de-rejected'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.rejected',
    language: 'de',
    message: 'Abgelehnt bei: {0}',
  },
})

Record({
  $id: Now.ID['message-de-not-approved'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_approved',
    language: 'de',
    message: 'Es wurde nicht genehmigt',
  },
})

Record({
  $id: Now.ID['message-de-fulfilled'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.fulfilled',
    language: 'de',
    message: 'Der Zugang ist eingerichtet',
  },
})

Record({
  $id: Now.ID['message-de-by-hand'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.by_hand',
    language: 'de',
    message: 'Das wird nun von Hand erledigt. Sie lesen hier, sobald es so weit ist',
  },
})

Record({
  $id: Now.ID['message-de-manual-task'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.manual_task',
    language: 'de',
    message: 'Konto von Hand anlegen, danach die Aufgabe in Hallpass als erledigt markieren',
  },
})

Record({
  $id: Now.ID['message-de-closed-by-hand'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.closed_by_hand',
    language: 'de',
    message: 'In ServiceNow geschlossen oder storniert von {0}',
  },
})

Record({
  $id: Now.ID['message-de-has-already'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.has_already',
    language: 'de',
    message: 'Hat schon: {0}',
  },
})

Record({
  $id: Now.ID['message-de-one-more'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.one_more',
    language: 'de',
    message: 'Richtig. Noch eine Bestätigung anderer Art',
  },
})

Record({
  $id: Now.ID['message-de-task-made-again'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.task_made_again',
    language: 'de',
    message: 'Die Aufgabe dieser Position wurde gelöscht und neu angelegt: Mit ihr wird die Position abgeschlossen',
  },
})

Record({
  $id: Now.ID['message-de-by-hand-task'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.by_hand_task',
    language: 'de',
    message: 'Zugriff von Hand geben: Hallpass konnte es nicht',
  },
})

Record({
  $id: Now.ID['message-de-compared'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.compared',
    language: 'de',
    message: 'Verglichen',
  },
})

Record({
  $id: Now.ID['message-de-no-user-name'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_user_name',
    language: 'de',
    message: 'Diese Person hat keinen Benutzernamen',
  },
})
