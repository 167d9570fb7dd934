import type { SealedPlace } from './platform/crypto/reseal.ts'

/** Every column of the database that holds sealed values, for the rotation of the master key. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'sign_on_keys', column: 'sealed_key', id: 'id', purpose: 'sign-on-key', place: 'sign_on_keys.sealed_key' },
  { table: 'directories', column: 'secret', id: 'id', purpose: 'connector-secret', place: 'directories.secret' },
  {
    table: 'app_connections',
    column: 'sealed_token',
    id: 'app_id',
    purpose: 'connector-secret',
    place: 'app_connections.sealed_token',
  },
  {
    table: 'signal_streams',
    column: 'sealed_authorization',
    id: 'id',
    purpose: 'connector-secret',
    place: 'signal_streams.sealed_authorization',
  },
  {
    table: 'servicenow_connections',
    column: 'sealed_secret',
    id: 'id',
    purpose: 'connector-secret',
    place: 'servicenow_connections.sealed_secret',
  },
  {
    table: 'servicenow_keys',
    column: 'sealed_key',
    id: 'id',
    purpose: 'connector-secret',
    place: 'servicenow_keys.sealed_key',
  },
  { table: 'factors', column: 'sealed', id: 'id', purpose: 'factor-secret', place: 'factors.sealed' },
  {
    table: 'builtin_passwords',
    column: 'hash',
    id: 'account_id',
    purpose: 'password-pepper',
    place: 'builtin_passwords.hash',
  },
  {
    table: 'builtin_passwords',
    column: 'history',
    id: 'account_id',
    purpose: 'password-pepper',
    place: 'builtin_passwords.hash',
    isList: true,
  },
]
