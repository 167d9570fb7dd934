import { Test } from '@servicenow/sdk/core'

/** For the administrator of a real instance: run after connecting, and after every upgrade of the instance. */
Test(
  {
    $id: Now.ID['atf-connection'],
    name: 'Hallpass: the connection works both ways and the credential store is complete',
    description: 'Token, signature and clock are accepted by Hallpass; the columns this app assumes exist',
    active: true,
    failOnServerError: true,
  },
  (atf) => {
    atf.server.runServerSideScript({
      $id: Now.ID['atf-connection-script'],
      jasmineVersion: '3.1',
      script: Now.include('../scripts/atf-connection.js'),
    })
  },
)
