import { Record } from '@servicenow/sdk/core'

/**
 * Three OAuth clients, one for each kind of thing that may be asked: whoever gets hold of one cannot do what the others
 * do. Token address, client id and secret come from Hallpass and are filled in when the two are connected; a later
 * version of this app leaves them alone.
 */
export const fulfilClient = Record({
  $id: Now.ID['oauth-fulfil'],
  table: 'oauth_entity',
  $meta: { installMethod: 'first install' },
  data: {
    name: 'Hallpass fulfilment',
    type: 'consumer',
    default_grant_type: 'client_credentials',
    active: true,
    comments: 'Does what was approved. Scope desk.fulfil',
  },
})

export const passwordClient = Record({
  $id: Now.ID['oauth-password'],
  table: 'oauth_entity',
  $meta: { installMethod: 'first install' },
  data: {
    name: 'Hallpass password',
    type: 'consumer',
    default_grant_type: 'client_credentials',
    active: true,
    comments: 'Resets, changes, unlocks. Scope desk.password',
  },
})

export const readClient = Record({
  $id: Now.ID['oauth-read'],
  table: 'oauth_entity',
  $meta: { installMethod: 'first install' },
  data: {
    name: 'Hallpass read',
    type: 'consumer',
    default_grant_type: 'client_credentials',
    active: true,
    comments: 'Reads the list of apps and who has to approve. Scope desk.read',
  },
})
