import { RestApi } from '@servicenow/sdk/core'
import {
  getHealth,
  postCatalog,
  postConnection,
  postFulfilment,
  postGrant,
  postPasswordRequest,
} from '../server/rest.ts'
import { callbackAcl, connectionAcl } from './access/callback-acl.now'

/** What Hallpass calls: /api/x_hlps_access/v1/callback/… . A bearer of its own user opens the door, the signature counts. */
RestApi({
  $id: Now.ID['callback-api'],
  name: 'Hallpass callback',
  serviceId: 'callback',
  shortDescription: 'Hallpass says how far an item is, what can be asked for, and what became of a password request',
  consumes: 'application/json',
  produces: 'application/json',
  enforceAcl: [callbackAcl],
  versions: [{ $id: Now.ID['callback-v1'], version: 1, isDefault: true, active: true }],
  routes: [
    {
      $id: Now.ID['callback-fulfilment'],
      name: 'Fulfilment',
      path: '/fulfilments/{ritm}',
      method: 'POST',
      version: 1,
      authentication: true,
      authorization: true,
      enforceAcl: [callbackAcl],
      script: postFulfilment,
    },
    {
      $id: Now.ID['callback-catalog'],
      name: 'Catalog',
      path: '/catalog',
      method: 'POST',
      version: 1,
      authentication: true,
      authorization: true,
      enforceAcl: [callbackAcl],
      script: postCatalog,
    },
    {
      $id: Now.ID['callback-grants'],
      name: 'Grants',
      path: '/grants',
      method: 'POST',
      version: 1,
      authentication: true,
      authorization: true,
      enforceAcl: [callbackAcl],
      script: postGrant,
    },
    {
      $id: Now.ID['callback-password-request'],
      name: 'Password request',
      path: '/password-requests/{id}',
      method: 'POST',
      version: 1,
      authentication: true,
      authorization: true,
      enforceAcl: [callbackAcl],
      script: postPasswordRequest,
    },
    {
      $id: Now.ID['callback-health'],
      name: 'Health',
      path: '/health',
      method: 'GET',
      version: 1,
      authentication: true,
      authorization: true,
      enforceAcl: [callbackAcl],
      script: getHealth,
    },
  ],
})

/** For `hallpass servicenow connect`, in the name of an administrator who is there: keys are taken in, never given out. */
RestApi({
  $id: Now.ID['connection-api'],
  name: 'Hallpass connection',
  serviceId: 'connection',
  shortDescription: 'Connects this instance with Hallpass',
  consumes: 'application/json',
  produces: 'application/json',
  enforceAcl: [connectionAcl],
  versions: [{ $id: Now.ID['connection-v1'], version: 1, isDefault: true, active: true }],
  routes: [
    {
      $id: Now.ID['connection-bind'],
      name: 'Bind',
      path: '/bind',
      method: 'POST',
      version: 1,
      authentication: true,
      authorization: true,
      enforceAcl: [connectionAcl],
      script: postConnection,
    },
  ],
})
