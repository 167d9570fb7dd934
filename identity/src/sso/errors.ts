/** The failures of sso. */
import { Failure } from '../platform/errors.ts'

/** One answer for a stranger, a wrong password, a locked and a disabled person. */
export const signInRefused = (): Failure =>
  new Failure(
    'unauthenticated',
    'sign_in_refused',
    'That did not work. Check login and password; after several tries wait a quarter of an hour, or choose "Forgot or locked?".',
  )

/** A form that our own page did not send, or sent for a session that has ended; read by a person on the way to an app. */
export const pageOutdated = (): Failure =>
  new Failure('forbidden', 'page_out_of_date', 'This page is out of date. Open the app again from your apps.')

export const csrfFailed = (): Failure =>
  new Failure('forbidden', 'csrf_failed', 'This page is out of date. Reload it, then try again.')

export const sessionUnknown = (): Failure =>
  new Failure('not_found', 'session_not_found', 'There is no such session, or it ended already.')

export const personUnknown = (): Failure => new Failure('not_found', 'person_not_found', 'There is no such person.')

export const beyondDesk = (): Failure =>
  new Failure(
    'forbidden',
    'beyond_desk',
    'Only an administrator may do this for an administrator, auditor or desk agent.',
  )

export const bootstrapInvalid = (): Failure =>
  new Failure(
    'unauthenticated',
    'link_invalid',
    'This link was used or is no longer valid. Make a new one on the machine that runs Hallpass: hallpass admin-link.',
  )

export const appUnknown = (): Failure => new Failure('not_found', 'app_not_found', 'There is no such app.')

export const appRefused = (): Failure =>
  new Failure('forbidden', 'app_refused', 'You have no access to this app now. Ask for it in the catalog.')

export const appWithoutAddress = (): Failure =>
  new Failure('conflict', 'app_without_address', 'This app has no sign-on address yet. Ask an administrator to add it.')

export const factorRefused = (): Failure =>
  new Failure('unauthenticated', 'factor_refused', 'That did not work. Try again, or choose another way.')

/** Nothing is left of a sign-in that took too long, was finished, or used up its tries. */
export const signInOver = (): Failure =>
  new Failure('unauthenticated', 'sign_in_over', 'This took too long or too many tries. Sign in again.')

export const confirmOver = (): Failure =>
  new Failure('unauthenticated', 'confirm_over', 'This took too long or too many tries. Start again.')

export const passRefused = (): Failure =>
  new Failure(
    'unauthenticated',
    'sign_in_refused',
    'That did not work. A pass works once and for a short time: ask the service desk for another one.',
  )

export const signInDenied = (): Failure =>
  new Failure('forbidden', 'sign_in_denied', 'The sign-on policy lets nobody in this way. Ask your service desk.')

export const factorWanted = (): Failure =>
  new Failure('unauthenticated', 'factor_wanted', 'The password alone is not enough here. Use your second factor.')

export const policyFaulty = (fields: { field: string; message: string }[]): Failure =>
  new Failure('invalid', 'policy_faulty', 'Some of these rules cannot be.', { fields })

export const policyChanged = (): Failure =>
  new Failure('conflict', 'policy_changed', 'Somebody changed the policy meanwhile. Load it again.')

export const ownPolicy = (): Failure =>
  new Failure('conflict', 'own_policy', 'Another administrator than the one who made the change must confirm it.')

export const appDenied = (): Failure =>
  new Failure(
    'forbidden',
    'app_denied',
    'The sign-on policy lets nobody open this app this way. Ask your service desk.',
  )

export const ownSignOnChange = (): Failure =>
  new Failure(
    'forbidden',
    'own_sign_on_change',
    'You changed what this app is told of people, or freed this name, so another administrator has to save these settings, or free the name as well, before you sign on there; where there is none, it takes a day.',
  )

export const nameHeld = (): Failure =>
  new Failure(
    'conflict',
    'name_held',
    'This app knows somebody else by your name, perhaps somebody who has left. An administrator can free the name, or say that it is yours, on the page of the app.',
  )

export const nameShared = (): Failure =>
  new Failure(
    'conflict',
    'name_shared',
    'Somebody else here would have the same name in this app, so it could not tell you apart. Ask your service desk to change one of the two, or an administrator to say on the page of the app whose the name is.',
  )
