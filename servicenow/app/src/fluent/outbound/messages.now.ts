import { RestMessage } from '@servicenow/sdk/core'

/** Where the calls go is set at run time from `x_hlps_access.hallpass_url`; the address here is never called. */

RestMessage({
  $id: Now.ID['message-fulfil'],
  name: 'Hallpass fulfilment',
  endpoint: 'https://hallpass.invalid',
  description: 'Calls to Hallpass with the OAuth client for desk.fulfil',
  authenticationType: 'oauth2',
  oauthProfile: Now.ref('oauth_entity_profile', 'oauth-fulfil-profile'),
  access: 'packagePrivate',
  functions: [
    { name: 'get', httpMethod: 'GET' },
    { name: 'post', httpMethod: 'POST' },
  ],
})

RestMessage({
  $id: Now.ID['message-password'],
  name: 'Hallpass password',
  endpoint: 'https://hallpass.invalid',
  description: 'Calls to Hallpass with the OAuth client for desk.password',
  authenticationType: 'oauth2',
  oauthProfile: Now.ref('oauth_entity_profile', 'oauth-password-profile'),
  access: 'packagePrivate',
  functions: [
    { name: 'get', httpMethod: 'GET' },
    { name: 'post', httpMethod: 'POST' },
  ],
})

RestMessage({
  $id: Now.ID['message-read'],
  name: 'Hallpass read',
  endpoint: 'https://hallpass.invalid',
  description: 'Calls to Hallpass with the OAuth client for desk.read',
  authenticationType: 'oauth2',
  oauthProfile: Now.ref('oauth_entity_profile', 'oauth-read-profile'),
  access: 'packagePrivate',
  functions: [
    { name: 'get', httpMethod: 'GET' },
    { name: 'post', httpMethod: 'POST' },
  ],
})
