import { Acl } from '@servicenow/sdk/core'
import { adminRole, integrationRole } from '../roles.now'

/** Only the user Hallpass signs in as reaches the callbacks at all. */
export const callbackAcl = Acl({
  $id: Now.ID['acl-callback'],
  name: 'x_hlps_access_callback',
  type: 'rest_endpoint',
  operation: 'execute',
  active: true,
  adminOverrides: false,
  description: 'Callbacks of Hallpass',
  roles: [integrationRole],
})

/** Connecting is for the administrator of the app. */
export const connectionAcl = Acl({
  $id: Now.ID['acl-connection'],
  name: 'x_hlps_access_connection',
  type: 'rest_endpoint',
  operation: 'execute',
  active: true,
  description: 'Connecting with Hallpass',
  roles: [adminRole],
})
