import { Failure } from '../platform/errors.ts'

export const noSuchEntry = () => new Failure('not_found', 'entry_not_found', 'There is no such entry in the trail.')

export const intentNotOpen = () =>
  new Failure('conflict', 'intent_not_open', 'The outcome of this write is already recorded. Load the list again.')
