import { UiAction } from '@servicenow/sdk/core'
import { compareNow, sendPasswordLink, tryAgain } from '../server/ui-actions.ts'
import { agentRole } from './roles.now'

UiAction({
  $id: Now.ID['ui-try-again'],
  name: 'Try again',
  actionName: 'hallpass_try_again',
  table: 'x_hlps_access_call',
  active: true,
  condition: "current.state == 'refused' || current.state == 'given_up'",
  hint: 'Puts this call back into the outbox',
  form: { showButton: true },
  roles: [agentRole],
  script: tryAgain,
})

UiAction({
  $id: Now.ID['ui-compare-now'],
  name: 'Compare now',
  actionName: 'hallpass_compare_now',
  table: 'x_hlps_access_sync_run',
  active: true,
  hint: 'Holds the whole list of apps against Hallpass',
  form: { showButton: true },
  list: { showBannerButton: true },
  roles: [agentRole],
  script: compareNow,
})

UiAction({
  $id: Now.ID['ui-password-link'],
  name: 'Send a password link',
  actionName: 'hallpass_password_link',
  table: 'sys_user',
  active: true,
  hint: 'The person gets a link to set a new password; nobody else sees or chooses it',
  form: { showLink: true },
  roles: [agentRole],
  script: sendPasswordLink,
})
