/** The failures of sso. */
import { Failure } from '../platform/errors.ts'

/** One answer for a stranger, a wrong password, a locked and a disabled person. */
export const signInRefused = (): Failure =>
  new Failure(
    'unauthenticated',
    'sign_in_refused',
    'That did not work. Check login and password; after several tries wait a quarter of an hour, or choose "Forgot or locked?".',
  )

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
