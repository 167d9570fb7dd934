import { Acl } from '@servicenow/sdk/core'
import { adminRole } from '../roles.now'

/** Keys and nonces are the administrator's alone; secrets are read by no form, list or API. */
Acl({
  $id: Now.ID['acl-nonce-read'],
  type: 'record',
  table: 'x_hlps_access_nonce',
  operation: 'read',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-nonce-write'],
  type: 'record',
  table: 'x_hlps_access_nonce',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-nonce-create'],
  type: 'record',
  table: 'x_hlps_access_nonce',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-nonce-delete'],
  type: 'record',
  table: 'x_hlps_access_nonce',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-key-read'],
  type: 'record',
  table: 'x_hlps_access_key',
  operation: 'read',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-key-write'],
  type: 'record',
  table: 'x_hlps_access_key',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-key-create'],
  type: 'record',
  table: 'x_hlps_access_key',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-key-delete'],
  type: 'record',
  table: 'x_hlps_access_key',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-challenge-read'],
  type: 'record',
  table: 'x_hlps_access_challenge',
  operation: 'read',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-challenge-write'],
  type: 'record',
  table: 'x_hlps_access_challenge',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-challenge-create'],
  type: 'record',
  table: 'x_hlps_access_challenge',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-challenge-delete'],
  type: 'record',
  table: 'x_hlps_access_challenge',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})

/** Not even the administrator reads a secret: it is typed in once, and turned over when it is lost. */
Acl({
  $id: Now.ID['acl-key-secret-read'],
  type: 'record',
  table: 'x_hlps_access_key',
  field: 'secret',
  operation: 'read',
  active: true,
  adminOverrides: false,
  roles: ['nobody'],
})
