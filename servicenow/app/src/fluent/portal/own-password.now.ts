import { SPPage, SPWidget } from '@servicenow/sdk/core'

/** For instances without the Password Reset application: /sp?id=hallpass_password. */
const widget = SPWidget({
  $id: Now.ID['widget-password'],
  name: 'Hallpass: reset my password',
  id: 'hallpass-password',
  description: 'Confirm with a second factor, then set a new password in whichever directory you belong to',
  htmlTemplate: Now.include('../scripts/own-password.html'),
  serverScript: Now.include('../scripts/own-password.server.js'),
  clientScript: Now.include('../scripts/own-password.client.js'),
  public: false,
})

SPPage({
  title: 'Reset my password',
  pageId: 'hallpass_password',
  public: false,
  containers: [
    {
      $id: Now.ID['page-password-container'],
      name: 'Reset my password',
      width: 'container',
      order: 1,
      rows: [
        {
          $id: Now.ID['page-password-row'],
          order: 1,
          columns: [
            {
              $id: Now.ID['page-password-column'],
              order: 1,
              size: 6,
              instances: [{ $id: Now.ID['page-password-instance'], widget: widget, order: 1 }],
            },
          ],
        },
      ],
    },
  ],
})
