import { Role } from '@servicenow/sdk/core'

/** Asks for apps; every signed-in person may hold it, and the catalog item does not need it. */
export const requesterRole = Role({
  name: 'x_hlps_access.requester',
  description: 'Sees own requests and own access in the tables of Hallpass',
})

/** The desk: sees every request, call and failure, and may try again. */
export const agentRole = Role({
  name: 'x_hlps_access.agent',
  description: 'Sees every request, call and failure of Hallpass, and may try a call again',
  containsRoles: [requesterRole],
})

/** Connects, turns keys over, changes settings. */
export const adminRole = Role({
  name: 'x_hlps_access.admin',
  description: 'Connects this instance with Hallpass and changes the settings of the app',
  containsRoles: [agentRole],
})

/** The user that Hallpass signs in as: callbacks, and reading what was approved. Give it to that one user only. */
export const integrationRole = Role({
  name: 'x_hlps_access.integration',
  description: 'For the one user Hallpass signs in as: callbacks, the outbox, and reading what was approved',
})
