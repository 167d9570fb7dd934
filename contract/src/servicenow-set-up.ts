/** Setting up an instance of ServiceNow from the portal, in the name of somebody who may do that there. */
import { type Static, Type } from 'typebox'
import { Line } from './common.ts'
import { route } from './route.ts'
import { CreateSnowConnection, SnowConnection } from './servicenow-admin.ts'
import { strict } from './servicenow-shapes.ts'

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
}
