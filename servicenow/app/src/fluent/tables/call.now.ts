import {
  BooleanColumn,
  DateTimeColumn,
  IntegerColumn,
  ReferenceColumn,
  StringColumn,
  Table,
} from '@servicenow/sdk/core'

/**
 * The outbox: what has to be said to Hallpass, said outside the flow's thread, and what it answered.
 * No row ever holds a password; password requests are asked in their own thread and leave only their outcome here.
 */
export const x_hlps_access_call = Table({
  name: 'x_hlps_access_call',
  label: 'Hallpass call',
  display: 'number',
  actions: ['read'],
  allowWebServiceAccess: true,
  autoNumber: { prefix: 'HPC', number: 1000, numberOfDigits: 7 },
  schema: {
    number: StringColumn({ label: 'Number', maxLength: 40, default: 'javascript:getNextObjNumberPadded();' }),
    kind: StringColumn({
      label: 'Kind',
      mandatory: true,
      choices: {
        policy: 'Who has to approve',
        fulfilment: 'Do what was approved',
        revocation: 'Stop or take back',
        password: 'Password request',
        catalog: 'List of apps',
      },
      dropdown: 'dropdown_with_none',
    }),
    request_item: ReferenceColumn({ label: 'Requested item', referenceTable: 'sc_req_item' }),
    subject: StringColumn({ label: 'About', maxLength: 64 }),
    method: StringColumn({ label: 'Method', maxLength: 8 }),
    path: StringColumn({ label: 'Path', maxLength: 500 }),
    body: StringColumn({ label: 'Body', maxLength: 8000 }),
    state: StringColumn({
      label: 'State',
      default: 'waiting',
      choices: {
        waiting: 'Waiting',
        sending: 'Being sent',
        answered: 'Answered',
        refused: 'Refused',
        given_up: 'Given up',
        withdrawn: 'Withdrawn',
      },
      dropdown: 'dropdown_with_none',
    }),
    settled: BooleanColumn({ label: 'Settled', default: false }),
    attempts: IntegerColumn({ label: 'Attempts', default: 0 }),
    next_try_at: DateTimeColumn({ label: 'Next try' }),
    sent_at: DateTimeColumn({ label: 'Last sent' }),
    status_code: IntegerColumn({ label: 'HTTP status' }),
    answer: StringColumn({ label: 'Answer', maxLength: 65000 }),
    error: StringColumn({ label: 'Error', maxLength: 1000 }),
    remote_state: StringColumn({ label: 'State in Hallpass', maxLength: 40 }),
    remote_version: IntegerColumn({ label: 'Version in Hallpass', default: 0 }),
    message: StringColumn({ label: 'For the requester', maxLength: 2000 }),
    taken: BooleanColumn({ label: 'Taken up by the flow', default: false }),
  },
  index: [
    { name: 'item', unique: false, element: ['request_item', 'kind'] },
    { name: 'due', unique: false, element: ['state', 'next_try_at'] },
  ],
})
