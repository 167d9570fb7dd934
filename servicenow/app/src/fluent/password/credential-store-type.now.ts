import { Record } from '@servicenow/sdk/core'

/**
 * The credential store type "Hallpass". The names of these columns are assumed: the documentation shows the form, not the
 * table. The set-up step in docs/guides/connect-servicenow.md opens the record and looks that all five subflows stand in
 * their fields; where they do not, they are chosen there by hand, and nothing else of the app depends on it.
 */
Record({
  $id: Now.ID['credential-store-type'],
  table: 'pwd_cred_store_type',
  data: {
    name: 'Hallpass',
    description: 'Passwords in whichever directory Hallpass finds the person in',
    use_flow: true,
    active: true,
    reset_password_subflow: Now.ref('sys_hub_flow', 'subflow-pwd-reset'),
    change_password_subflow: Now.ref('sys_hub_flow', 'subflow-pwd-change'),
    unlock_account_subflow: Now.ref('sys_hub_flow', 'subflow-pwd-unlock'),
    get_lock_state_subflow: Now.ref('sys_hub_flow', 'subflow-pwd-lock-state'),
    connection_test_subflow: Now.ref('sys_hub_flow', 'subflow-pwd-connection-test'),
  },
})
