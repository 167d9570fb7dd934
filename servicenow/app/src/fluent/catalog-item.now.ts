import {
  CatalogClientScript,
  CatalogItem,
  ListCollectorVariable,
  MultiLineTextVariable,
  RequestedForVariable,
  SelectBoxVariable,
} from '@servicenow/sdk/core'

/** "App access": what a person orders. Who may order for whom is the instance's own rule (`glide.sc.req_for.roles`). */
export const appAccess = CatalogItem({
  $id: Now.ID['app-access'],
  name: 'App access',
  shortDescription: 'Ask for an app, for yourself or for somebody else',
  description:
    'Choose one or several apps. Whoever has to approve is asked in turn; the moment the last approval is in, the access is there.',
  flow: Now.ref('sys_hub_flow', 'app-access-flow'),
  catalogs: ['e0d08b13c3330100c8b837659bba8fb4'],
  availability: 'both',
  requestMethod: 'request',
  hideQuantitySelector: true,
  hideDeliveryTime: true,
  hideAttachment: true,
  fulfillmentAutomationLevel: 'fullyAutomated',
  meta: ['app', 'access', 'software', 'login', 'Zugang', 'Anwendung'],
  variables: {
    requested_for: RequestedForVariable({ question: 'Who is it for?', order: 100, mandatory: true }),
    apps: ListCollectorVariable({
      question: 'Which apps?',
      order: 200,
      mandatory: true,
      listTable: 'x_hlps_access_app',
      referenceQual:
        'javascript:new x_hlps_access.HallpassDoor().door.appQualifier(String(current.variables.requested_for))',
      tooltip: 'What the person has already is not asked for again',
    }),
    duration_days: SelectBoxVariable({
      question: 'For how long?',
      order: 300,
      includeNone: false,
      defaultValue: '30',
      choices: {
        7: { label: '1 week' },
        30: { label: '1 month' },
        90: { label: '3 months' },
        365: { label: '1 year' },
        none: { label: 'As long as it is needed' },
      },
    }),
    reason: MultiLineTextVariable({ question: 'What for?', order: 400, mandatory: true }),
  },
})

/** "Has already: …" below the list of apps, as soon as it is clear whom the order is for. */
CatalogClientScript({
  $id: Now.ID['order-form-person'],
  name: 'Say what the person has already',
  catalogItem: appAccess,
  appliesTo: 'item',
  global: false,
  active: true,
  type: 'onChange',
  variableName: appAccess.variables.requested_for,
  uiType: 'all',
  appliesOnCatalogItemView: true,
  appliesOnRequestedItems: false,
  appliesOnCatalogTasks: false,
  script: Now.include('./scripts/order-form-person.client.js'),
})
