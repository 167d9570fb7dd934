/** The failures of provisioning that a caller can meet. */
import { Failure } from '../platform/errors.ts'

export const appNotFound = () => new Failure('not_found', 'app_not_found', 'There is no such app.')
export const accountNotFound = () => new Failure('not_found', 'account_not_found', 'There is no such account.')
export const taskNotFound = () => new Failure('not_found', 'task_not_found', 'There is no such task.')

export const notAutomated = () =>
  new Failure('conflict', 'app_not_automated', 'This app has no automated connection. Set one up first.')

export const noComparison = () =>
  new Failure('conflict', 'comparison_busy', 'A comparison of this app has just ended. Try again.')

export const builtInApp = () =>
  new Failure(
    'conflict',
    'app_built_in',
    'Hallpass itself needs no connection: its roles work without accounts elsewhere.',
  )

export const accountsRemain = (count: number) =>
  new Failure(
    'conflict',
    'accounts_remain',
    `${count} accounts are still active in this app and would be forgotten there. End them first, or make the app manual, so that ending them becomes tasks.`,
    { extra: { count } },
  )

export const accountSettledAlready = () =>
  new Failure('conflict', 'account_settled', 'This account is as roles want it; there is nothing to try again.')

export const taskClosed = () => new Failure('conflict', 'task_closed', 'This task is no longer open.')

export const notYourTask = () =>
  new Failure('forbidden', 'not_your_task', 'Only the owner of this task or an administrator can say that it is done.')

export const ownAccount = () =>
  new Failure(
    'forbidden',
    'own_account',
    'Somebody else has to say which account is yours. Ask an administrator to give this task to another person.',
  )

export const ownerNotActive = () =>
  new Failure('invalid', 'owner_not_active', 'Choose somebody who is active.', {
    fields: [{ field: 'ownerId', message: 'This person is not active.' }],
  })

export const noSuchCandidate = () =>
  new Failure('invalid', 'no_such_candidate', 'Choose one of the accounts the task names.', {
    fields: [{ field: 'remoteId', message: 'This account is not one of the candidates of the task.' }],
  })

export const heldByAnother = () =>
  new Failure('conflict', 'account_held', 'This account already belongs to another person here.')
