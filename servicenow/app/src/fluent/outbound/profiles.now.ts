import { Record } from '@servicenow/sdk/core'
import { fulfilClient, passwordClient, readClient } from './oauth.now'

/** The scope of each client has to be asked for by name; a profile is what a REST message signs in with. */

const fulfilScope = Record({
  $id: Now.ID['oauth-fulfil-scope'],
  table: 'oauth_entity_scope',
  $meta: { installMethod: 'first install' },
  data: { name: 'desk.fulfil', oauth_scope: 'desk.fulfil', oauth_entity: fulfilClient },
})

const fulfilProfile = Record({
  $id: Now.ID['oauth-fulfil-profile'],
  table: 'oauth_entity_profile',
  $meta: { installMethod: 'first install' },
  data: { name: 'Hallpass fulfilment', oauth_entity: fulfilClient, grant_type: 'client_credentials', default: true },
})

Record({
  $id: Now.ID['oauth-fulfil-profile-scope'],
  table: 'oauth_entity_profile_scope',
  $meta: { installMethod: 'first install' },
  data: { oauth_entity_profile: fulfilProfile, oauth_entity_scope: fulfilScope },
})

const passwordScope = Record({
  $id: Now.ID['oauth-password-scope'],
  table: 'oauth_entity_scope',
  $meta: { installMethod: 'first install' },
  data: { name: 'desk.password', oauth_scope: 'desk.password', oauth_entity: passwordClient },
})

const passwordProfile = Record({
  $id: Now.ID['oauth-password-profile'],
  table: 'oauth_entity_profile',
  $meta: { installMethod: 'first install' },
  data: { name: 'Hallpass password', oauth_entity: passwordClient, grant_type: 'client_credentials', default: true },
})

Record({
  $id: Now.ID['oauth-password-profile-scope'],
  table: 'oauth_entity_profile_scope',
  $meta: { installMethod: 'first install' },
  data: { oauth_entity_profile: passwordProfile, oauth_entity_scope: passwordScope },
})

const readScope = Record({
  $id: Now.ID['oauth-read-scope'],
  table: 'oauth_entity_scope',
  $meta: { installMethod: 'first install' },
  data: { name: 'desk.read', oauth_scope: 'desk.read', oauth_entity: readClient },
})

const readProfile = Record({
  $id: Now.ID['oauth-read-profile'],
  table: 'oauth_entity_profile',
  $meta: { installMethod: 'first install' },
  data: { name: 'Hallpass read', oauth_entity: readClient, grant_type: 'client_credentials', default: true },
})

Record({
  $id: Now.ID['oauth-read-profile-scope'],
  table: 'oauth_entity_profile_scope',
  $meta: { installMethod: 'first install' },
  data: { oauth_entity_profile: readProfile, oauth_entity_scope: readScope },
})
