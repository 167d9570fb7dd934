/** Setting up an instance of ServiceNow from the portal, in the name of somebody who may do that there. */
import { type Static, Type } from 'typebox'
import { IdParams, Line } from './common.ts'
import { route } from './route.ts'
import { CreateSnowConnection, SnowConnection } from './servicenow-admin.ts'
import { strict } from './servicenow-shapes.ts'
import { orNull } from './templates.ts'

const admins = { roles: ['admin'] } as const
const { name, instanceUrl, mode, matchBy } = CreateSnowConnection.properties

/** Signs in at the instance for one call; the password is kept nowhere and told to nobody. */
const Administrator = {
  login: Line(200),
  password: Line(1000),
}

/** Of the packed app in base64: what `node scripts/build-servicenow-app.ts` makes has half a megabyte. */
const appCharactersMax = 4_000_000

export const InstallSnowApp = Type.Object(
  {
    instanceUrl,
    ...Administrator,
    app: Type.String({
      minLength: 4,
      maxLength: appCharactersMax,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description: 'The packed app, in base64',
    }),
  },
  strict,
)
export type InstallSnowApp = Static<typeof InstallSnowApp>

export const SetUpSnowInstance = Type.Object({ name, instanceUrl, mode, matchBy, ...Administrator }, strict)
export type SetUpSnowInstance = Static<typeof SetUpSnowInstance>

export const SnowAdministrator = Type.Object(Administrator, strict)
export type SnowAdministrator = Static<typeof SnowAdministrator>

/** One thing of the sign-on in the instance: as it must be, to do, to be done there by hand, or hidden from who looks. */
export const SnowSignOnPoint = Type.Object({
  subject: Type.Union([
    Type.Literal('property'),
    Type.Literal('record'),
    Type.Literal('entityId'),
    Type.Literal('requestUrl'),
    Type.Literal('homepage'),
    Type.Literal('issuer'),
    Type.Literal('audience'),
    Type.Literal('nameIdPolicy'),
    Type.Literal('userField'),
    Type.Literal('certificate'),
    Type.Literal('nextCertificate'),
    Type.Literal('active'),
    Type.Literal('opens'),
  ]),
  state: Type.Union([Type.Literal('done'), Type.Literal('todo'), Type.Literal('there'), Type.Literal('unread')]),
  message: Type.String(),
})
export type SnowSignOnPoint = Static<typeof SnowSignOnPoint>

export const SnowSignOn = Type.Object({
  recordUrl: orNull(Type.String({ description: 'The identity provider in the instance; null while there is none' })),
  points: Type.Array(SnowSignOnPoint),
})
export type SnowSignOn = Static<typeof SnowSignOn>

export const servicenowSetUpRoutes = {
  installSnowApp: route({
    id: 'servicenow.installApp',
    method: 'POST',
    path: '/api/servicenow/install-app',
    summary: 'Install the app of Hallpass in an instance, as its own tool does for development; may be repeated',
    access: admins,
    body: InstallSnowApp,
    success: {
      status: 200,
      schema: Type.Object({
        published: Type.Integer({ description: 'Flows and actions that are live' }),
        unpublished: Type.Integer({ description: 'Those that must be published in Flow Designer by hand' }),
      }),
    },
    problems: [409],
    perMinute: 10,
    bodyBytesMax: appCharactersMax + 16 * 1024,
  }),
  setUpSnowInstance: route({
    id: 'servicenow.setUpInstance',
    method: 'POST',
    path: '/api/servicenow/set-up',
    summary:
      'Set up both sides in the name of an administrator of the instance; repeated, all secrets are made anew. No secret is answered',
    access: admins,
    body: SetUpSnowInstance,
    success: { status: 200, schema: SnowConnection },
    problems: [409],
    perMinute: 10,
  }),
  setUpSnowSignOn: route({
    id: 'servicenow.setUpSignOn',
    method: 'POST',
    path: '/api/apps/:id/servicenow-sign-on',
    summary:
      'Make Hallpass an identity provider of the instance that the app is, in the name of an administrator of it; may be repeated. Testing and activating it stays to be done there',
    access: admins,
    params: IdParams,
    body: SnowAdministrator,
    success: { status: 200, schema: SnowSignOn },
    problems: [409],
    perMinute: 10,
  }),
  checkSnowSignOn: route({
    id: 'servicenow.checkSignOn',
    method: 'POST',
    path: '/api/apps/:id/servicenow-sign-on/check',
    summary: 'Read back how the instance knows Hallpass, field by field, in the name of an administrator of it',
    access: admins,
    params: IdParams,
    body: SnowAdministrator,
    success: { status: 200, schema: SnowSignOn },
    problems: [409],
    perMinute: 10,
  }),
}
