/** The named failures of access. */
import { Failure, type FieldFault } from '../platform/errors.ts'

export const appNotFound = () => new Failure('not_found', 'app_not_found', 'There is no such app.')
export const roleNotFound = () => new Failure('not_found', 'role_not_found', 'There is no such role.')
export const grantNotFound = () => new Failure('not_found', 'grant_not_found', 'There is no such grant.')
export const templateNotFound = () => new Failure('not_found', 'template_not_found', 'There is no such app template.')
export const directoryNotFound = () => new Failure('not_found', 'directory_not_found', 'There is no such directory.')
export const iconNotFound = () => new Failure('not_found', 'icon_not_found', 'There is no such icon.')
export const personNotFound = () => new Failure('not_found', 'person_not_found', 'There is no such person.')

export const appNameTaken = () => taken('app_name_taken', 'Another app in use has this name. Choose a different one.')
export const roleNameTaken = () =>
  taken('role_name_taken', 'Another role in use has this name. Choose a different one.')

export const changedMeanwhile = () =>
  new Failure(
    'conflict',
    'changed_meanwhile',
    'Somebody changed this in the meantime. Load it again, then repeat your change.',
  )
export const appRetiredFailure = () =>
  new Failure('conflict', 'app_retired', 'This app is retired and cannot be changed.')
export const roleRetired = () => new Failure('conflict', 'role_retired', 'This role is retired.')
export const personNotActive = () =>
  new Failure('conflict', 'person_not_active', 'This person is disabled in their directory and cannot be given a role.')
export const builtInApp = () =>
  new Failure('conflict', 'app_built_in', 'Hallpass itself cannot be changed or retired here.')
export const builtInRole = () =>
  new Failure(
    'conflict',
    'role_built_in',
    'What a role of Hallpass itself carries cannot be changed, and it cannot be retired.',
  )
export const grantEndedAlready = () => new Failure('conflict', 'grant_ended', 'This has ended already.')
export const lastAdministrator = () =>
  new Failure(
    'conflict',
    'last_administrator',
    'This is the last administrator. Make another person administrator first.',
  )

export function invalidFields(code: string, fields: FieldFault[]): Failure {
  return new Failure('invalid', code, fields[0]?.message ?? 'Some of the input cannot be accepted.', { fields })
}

function taken(code: string, message: string): Failure {
  return new Failure('conflict', code, message, { fields: [{ field: 'name', message }] })
}
