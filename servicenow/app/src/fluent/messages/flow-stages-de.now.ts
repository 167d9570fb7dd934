import { Record } from '@servicenow/sdk/core'

/**
 * The stages of the flow in German. Their labels are plain text of the flow and no translatable fields: where stages are shown,
 * a label is looked up among the UI messages, as its own key.
 */

Record({
  $id: Now.ID['stage-de-checking'],
  table: 'sys_ui_message',
  data: {
    key: 'Checking',
    language: 'de',
    message: 'Wird geprüft',
  },
})

Record({
  $id: Now.ID['stage-de-owner'],
  table: 'sys_ui_message',
  data: {
    key: 'App owner decides',
    language: 'de',
    message: 'Verantwortliche der App entscheiden',
  },
})

Record({
  $id: Now.ID['stage-de-group'],
  table: 'sys_ui_message',
  data: {
    key: 'Group or named person decides',
    language: 'de',
    message: 'Gruppe oder benannte Person entscheidet',
  },
})

Record({
  $id: Now.ID['stage-de-further'],
  table: 'sys_ui_message',
  data: {
    key: 'Further approvals',
    language: 'de',
    message: 'Weitere Genehmigungen',
  },
})

Record({
  $id: Now.ID['stage-de-giving'],
  table: 'sys_ui_message',
  data: {
    key: 'Giving access',
    language: 'de',
    message: 'Zugang wird eingerichtet',
  },
})

Record({
  $id: Now.ID['stage-de-by-hand'],
  table: 'sys_ui_message',
  data: {
    key: 'By hand',
    language: 'de',
    message: 'Von Hand',
  },
})

Record({
  $id: Now.ID['stage-de-done'],
  table: 'sys_ui_message',
  data: {
    key: 'Done',
    language: 'de',
    message: 'Fertig',
  },
})

Record({
  $id: Now.ID['stage-de-waiting-manager'],
  table: 'sys_ui_message',
  data: {
    key: 'Waiting for the manager',
    language: 'de',
    message: 'Wartet auf die Führungskraft',
  },
})

Record({
  $id: Now.ID['stage-de-waiting-owner'],
  table: 'sys_ui_message',
  data: {
    key: 'Waiting for whoever owns the app',
    language: 'de',
    message: 'Wartet auf die Verantwortlichen der App',
  },
})

Record({
  $id: Now.ID['stage-de-waiting'],
  table: 'sys_ui_message',
  data: {
    key: 'Waiting for an approval',
    language: 'de',
    message: 'Wartet auf eine Genehmigung',
  },
})

Record({
  $id: Now.ID['stage-de-decided'],
  table: 'sys_ui_message',
  data: {
    key: 'Decided',
    language: 'de',
    message: 'Entschieden',
  },
})

Record({
  $id: Now.ID['stage-de-manager'],
  table: 'sys_ui_message',
  data: {
    key: 'Manager decides',
    language: 'de',
    message: 'Führungskraft entscheidet',
  },
})
