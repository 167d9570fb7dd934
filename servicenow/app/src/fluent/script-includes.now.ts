import { Acl, ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
  $id: Now.ID['hallpass-door'],
  name: 'HallpassDoor',
  apiName: 'x_hlps_access.HallpassDoor',
  description: 'The way into the modules of this app for scripts that cannot import one',
  active: true,
  accessibleFrom: 'package_private',
  script: Now.include('./scripts/hallpass-door.js'),
})

/** Asked by the order form, in the browser, of whoever is signed in. */
ScriptInclude({
  $id: Now.ID['order-form-ajax'],
  name: 'HallpassOrderForm',
  apiName: 'x_hlps_access.HallpassOrderForm',
  description: 'Tells the order form what the person has already',
  active: true,
  clientCallable: true,
  accessibleFrom: 'package_private',
  script: Now.include('./scripts/order-form-ajax.js'),
})

Acl({
  $id: Now.ID['acl-order-form'],
  name: 'x_hlps_access.HallpassOrderForm',
  type: 'client_callable_script_include',
  operation: 'execute',
  active: true,
  description: 'Whoever is signed in may order',
  roles: ['snc_internal'],
})
