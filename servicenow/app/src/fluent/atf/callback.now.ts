import { Test } from '@servicenow/sdk/core'

Test(
  {
    $id: Now.ID['atf-callback'],
    name: 'Hallpass: a callback without its signature is refused',
    description: 'Neither a session nor a role is enough: what is not signed changes nothing',
    active: true,
    failOnServerError: true,
  },
  (atf) => {
    atf.rest.sendRestRequest({
      $id: Now.ID['atf-callback-send'],
      path: '/api/x_hlps_access/v1/callback/health',
      method: 'get',
    })
    atf.rest.assertStatusCode({
      $id: Now.ID['atf-callback-status'],
      operation: 'greater_than_equals',
      statusCode: 401,
    })
  },
)
