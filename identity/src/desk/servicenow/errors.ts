/** The named failures of our side of ServiceNow. */
import { Failure, invalidField } from '../../platform/errors.ts'
import { notOne } from './match-person.ts'

export const connectionNotFound = () =>
  new Failure('not_found', 'servicenow_connection_not_found', 'There is no such connection to ServiceNow.')
export const connectionChanged = () =>
  new Failure(
    'conflict',
    'servicenow_connection_changed',
    'Somebody changed this connection in the meantime. Load it again.',
  )
export const connectedAlready = () =>
  new Failure('conflict', 'servicenow_connected_already', 'Hallpass is connected to this instance already.', {
    fields: [{ field: 'instanceUrl', message: 'Hallpass is connected to this instance already.' }],
  })
export const secretNeeded = () =>
  invalidField(
    'oauthClientSecret',
    'The address or the client changed: enter its secret again, so that the old one is not sent to a new place.',
    'client_secret_required',
  )
export const noAddress = () =>
  invalidField(
    'instanceUrl',
    'This is no address. Enter it as a browser shows it, such as https://acme.service-now.com.',
  )
export const plainAddress = () =>
  invalidField('instanceUrl', 'Enter an https address; plain http is for hosts the operator lists as internal.')
export const connectionUsed = () =>
  new Failure(
    'conflict',
    'servicenow_connection_used',
    'Something came from this instance already, and the trail of that names it. Pause the connection instead.',
  )
export const instanceSilent = (said: string) => new Failure('conflict', 'servicenow_silent', said)
export const instanceRefused = (said: string) => new Failure('conflict', 'servicenow_refused', said)
export const setUpRunning = () =>
  new Failure(
    'conflict',
    'servicenow_set_up_running',
    'This instance is being set up just now. Wait until that is done.',
  )
export const otherInstanceThere = () =>
  new Failure(
    'conflict',
    'servicenow_other_instance',
    'Another instance answers at this address than the one this connection was made for. Nothing was written there; forget the old instance first.',
  )
export const notServiceNow = () =>
  new Failure('conflict', 'servicenow_other_app', 'Assertions of this app go to no instance of ServiceNow.')
export const nameUnfit = () =>
  new Failure(
    'conflict',
    'servicenow_name_unfit',
    'ServiceNow looks people up by login or mail address. Name them by {login} or {mail} first, under Sign-on.',
  )
export const notAnApp = () => invalidField('app', 'Choose the packed app, a .zip file.', 'not_an_app')

export const passwordInTable = () =>
  invalidField('newPassword', 'A password never waits in a table; the person sets it in Hallpass.', 'password_in_table')

export const tokenNeeded = () =>
  new Failure('unauthenticated', 'token_required', 'Send the access token of a client that may do this.')
export const scopeNeeded = (scope: string) =>
  new Failure('forbidden', 'scope_required', `The token of this client is not for ${scope}.`)
export const doorClosed = (reason: string) => new Failure('forbidden', 'servicenow_closed', reason)
export const signatureWrong = () =>
  new Failure('unauthenticated', 'signature_wrong', 'The signature of this call is missing or wrong.')
export const signatureUsed = () =>
  new Failure('unauthenticated', 'replayed', 'The signature of this call was used before; sign each sending anew.')
export const clockOff = (offsetSeconds: number) =>
  new Failure(
    'unauthenticated',
    'clock_off',
    `The clock of the instance is ${Math.abs(Math.round(offsetSeconds))} seconds ${offsetSeconds > 0 ? 'ahead' : 'behind'}; up to 300 are let through.`,
    { extra: { offsetSeconds: Math.round(offsetSeconds) } },
  )
export const wrongInstance = () =>
  new Failure(
    'forbidden',
    'other_instance',
    'This key was made for another instance. Nothing was changed; an administrator must make new keys.',
  )

export const orderNotFound = () => new Failure('not_found', 'order_not_found', 'Hallpass does not know this item.')
export const otherOrder = () =>
  new Failure('conflict', 'order_differs', 'Hallpass knows this item with other content; the first one stands.')
export const personNotOne = (kind: 'none' | 'several', userName: string) =>
  new Failure('not_found', kind === 'none' ? 'person_unknown' : 'person_ambiguous', notOne(kind, userName))
export const challengeNotFound = () => new Failure('not_found', 'challenge_not_found', 'There is no such challenge.')
export const requestUsed = () =>
  new Failure('conflict', 'request_used', 'This password request was used for somebody else before.')
