/** The named failures of the directory slice; what directories themselves answer is in connectors/failures.ts. */
import { Failure, invalidField } from '../platform/errors.ts'

export const personUnknown = () => new Failure('not_found', 'person_unknown', 'There is no such person.')
export const groupUnknown = () => new Failure('not_found', 'group_unknown', 'There is no such group.')
export const directoryUnknown = () => new Failure('not_found', 'directory_unknown', 'There is no such directory.')
export const runUnknown = () => new Failure('not_found', 'sync_run_unknown', 'There is no such sync run.')

export const directoryNameTaken = () =>
  new Failure('conflict', 'directory_name_taken', 'Another directory has this name. Choose a different one.', {
    fields: [{ field: 'name', message: 'is taken' }],
  })

export const wasChanged = () =>
  new Failure(
    'conflict',
    'directory_changed',
    'Somebody changed this directory meanwhile. Load it again and repeat your change.',
  )

export const directoryNotPaused = () =>
  new Failure('conflict', 'directory_not_paused', 'Pause the directory first. Nothing of it is lost by that.')

export const directoryRemoving = () =>
  new Failure('conflict', 'directory_removing', 'This directory is being removed. Nothing about it changes any more.')

export const directoryKept = () =>
  new Failure(
    'conflict',
    'directory_kept',
    'The accounts that work when every other directory is down are kept here. It is never paused or removed.',
  )

export const ownDirectory = () =>
  new Failure(
    'conflict',
    'not_your_own_directory',
    'You sign in by this directory yourself. Ask an administrator of another directory.',
  )

export const removalChanged = () =>
  new Failure(
    'conflict',
    'removal_changed',
    'The number of people in this directory is no longer this one. Look at them again, then confirm.',
  )

export const kindFixed = () =>
  invalidField(
    'settings.kind',
    'The kind of a directory cannot change. Add another directory instead.',
    'directory_kind_fixed',
  )

/** Security A.5: a secret is never sent to a new place on the word of whoever can edit the place. */
export const secretNeeded = () =>
  invalidField(
    'bindPassword',
    'Enter the bind password: it is needed for where and as whom this directory binds.',
    'secret_required',
  )

export const notBuiltIn = () =>
  new Failure(
    'conflict',
    'not_in_built_in_directory',
    'This person lives in another directory and is managed there. Only people of a built-in directory can be changed here.',
  )

export const loginTaken = () =>
  new Failure('conflict', 'login_taken', 'Somebody in this directory has this login already.', {
    fields: [{ field: 'login', message: 'is taken' }],
  })

export const oneself = () =>
  new Failure('conflict', 'not_oneself', 'You cannot disable yourself. Ask another administrator.')

export const removalsChanged = () =>
  new Failure(
    'conflict',
    'removals_changed',
    'The number of people held back is no longer this one. Look at them again, then confirm.',
  )

export const cursorInvalid = () =>
  invalidField('cursor', 'This cursor is not from a list of this address.', 'cursor_invalid')
