import { Record } from '@servicenow/sdk/core'

/** What people read, in English. `{0}` stands for the first part. */

Record({
  $id: Now.ID['message-en-not-connected'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_connected',
    language: 'en',
    message: 'This instance is not connected with Hallpass yet',
  },
})

Record({
  $id: Now.ID['message-en-clone'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.clone',
    language: 'en',
    message: 'This instance is a copy of {0} ({1} here): it has to be connected itself before anything is asked for',
  },
})

Record({
  $id: Now.ID['message-en-no-key'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_key',
    language: 'en',
    message: 'There is no live key for calls to Hallpass',
  },
})

Record({
  $id: Now.ID['message-en-nothing-chosen'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.nothing_chosen',
    language: 'en',
    message: 'No app was chosen, or the app is not in the list any more. Please order again',
  },
})

Record({
  $id: Now.ID['message-en-person-unknown'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.person_unknown',
    language: 'en',
    message: 'It is not clear whom this is for. Please order again and choose the person',
  },
})

Record({
  $id: Now.ID['message-en-not-requestable'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_requestable',
    language: 'en',
    message: '{0} cannot be asked for by this person',
  },
})

Record({
  $id: Now.ID['message-en-already-held'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.already_held',
    language: 'en',
    message: 'The person has this access already. Nothing more is needed',
  },
})

Record({
  $id: Now.ID['message-en-nobody-may-decide'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.nobody_may_decide',
    language: 'en',
    message: 'Nobody can decide "{0}": {1}',
  },
})

Record({
  $id: Now.ID['message-en-no-approver'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_approver',
    language: 'en',
    message: 'the people who may decide are not known in ServiceNow, or are whoever asked',
  },
})

Record({
  $id: Now.ID['message-en-not-in-hallpass'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_in_hallpass',
    language: 'en',
    message: 'Hallpass knows nobody like {0}. Ask IT to add them to the directory',
  },
})

Record({
  $id: Now.ID['message-en-twice-in-hallpass'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.twice_in_hallpass',
    language: 'en',
    message: 'Hallpass knows several people like {0} and does not guess. IT can tell them apart',
  },
})

Record({
  $id: Now.ID['message-en-app-gone'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.app_gone',
    language: 'en',
    message: 'The app cannot be asked for any more',
  },
})

Record({
  $id: Now.ID['message-en-no-answer'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_answer',
    language: 'en',
    message: 'Hallpass could not be asked',
  },
})

Record({
  $id: Now.ID['message-en-waiting-for'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.waiting_for',
    language: 'en',
    message: 'Waiting for an approval: {0} ({1})',
  },
})

Record({
  $id: Now.ID['message-en-rejected'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.rejected',
    language: 'en',
    message: 'Refused at the stage: {0}',
  },
})

Record({
  $id: Now.ID['message-en-not-approved'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.not_approved',
    language: 'en',
    message: 'It was not approved',
  },
})

Record({
  $id: Now.ID['message-en-fulfilled'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.fulfilled',
    language: 'en',
    message: 'The access is there',
  },
})

Record({
  $id: Now.ID['message-en-by-hand'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.by_hand',
    language: 'en',
    message: 'This is now being done by a person. You will be told here',
  },
})

Record({
  $id: Now.ID['message-en-manual-task'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.manual_task',
    language: 'en',
    message: 'Make the account by hand, then mark the task in Hallpass as done',
  },
})

Record({
  $id: Now.ID['message-en-closed-by-hand'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.closed_by_hand',
    language: 'en',
    message: 'Closed or cancelled in ServiceNow by {0}',
  },
})

Record({
  $id: Now.ID['message-en-has-already'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.has_already',
    language: 'en',
    message: 'Has already: {0}',
  },
})

Record({
  $id: Now.ID['message-en-one-more'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.one_more',
    language: 'en',
    message: 'Right. One more, of another kind',
  },
})

Record({
  $id: Now.ID['message-en-task-made-again'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.task_made_again',
    language: 'en',
    message: 'The task of this item was deleted and has been made again: closing it closes the item',
  },
})

Record({
  $id: Now.ID['message-en-by-hand-task'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.by_hand_task',
    language: 'en',
    message: 'Give the access by hand: Hallpass could not',
  },
})

Record({
  $id: Now.ID['message-en-compared'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.compared',
    language: 'en',
    message: 'Compared',
  },
})

Record({
  $id: Now.ID['message-en-no-user-name'],
  table: 'sys_ui_message',
  data: {
    key: 'x_hlps_access.no_user_name',
    language: 'en',
    message: 'This person has no user name',
  },
})
