/** Names by which apps know people: an app knows one person by a name, for good, until an administrator says otherwise. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, readers } from './templates.ts'

const admins = { roles: ['admin'] } as const
const closed = { additionalProperties: false } as const

export const PersonAppNames = Type.Object({
  names: Type.Array(
    Type.Object({
      app: Type.Object({ id: Id, name: Type.String() }),
      /** As names are compared: in small letters. */
      name: Type.String(),
      since: Timestamp,
      /** It was let go, and nobody has come under it since. */
      isFreed: Type.Boolean(),
    }),
  ),
})
export type PersonAppNames = Static<typeof PersonAppNames>

/** Names that were let go are not among them. */
export const DirectoryAppNames = Type.Object({
  names: Type.Integer({ minimum: 0 }),
  people: Type.Integer({ minimum: 0 }),
  apps: Type.Integer({ minimum: 0 }),
})
export type DirectoryAppNames = Static<typeof DirectoryAppNames>

const Freed = Type.Object({ freed: Type.Integer({ minimum: 0, description: 'How many names it was' }) })
const shown = Type.Integer({ minimum: 0, description: 'How many were shown that were not let go yet' })

export const appNamesRoutes = {
  freeSamlName: route({
    id: 'sso.freeSamlName',
    method: 'POST',
    path: '/api/apps/:id/saml/free-name',
    summary:
      'Take a name from whom the app knows by it, so that somebody else may get it, and with it their account there',
    access: admins,
    params: IdParams,
    body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 2000 }), holderId: Id }, closed),
    success: { status: 204 },
    problems: [409],
  }),
  giveSamlName: route({
    id: 'sso.giveSamlName',
    method: 'POST',
    path: '/api/apps/:id/saml/give-name',
    summary: 'Say that the name by which the app would know a person is theirs, whoever has it now or may be meant',
    access: admins,
    params: IdParams,
    body: Type.Object(
      { name: Type.String({ minLength: 1, maxLength: 2000 }), personId: Id, holderId: orNull(Id) },
      closed,
    ),
    success: { status: 204 },
    problems: [409],
  }),
  getPersonAppNames: route({
    id: 'sso.getPersonAppNames',
    method: 'GET',
    path: '/api/people/:id/app-names',
    summary: 'The names by which apps know a person',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: PersonAppNames },
    problems: [404],
  }),
  freePersonAppNames: route({
    id: 'sso.freePersonAppNames',
    method: 'POST',
    path: '/api/people/:id/app-names/free',
    summary: 'Free all names by which apps know a person, or say that another one is the same person and has them now',
    access: admins,
    params: IdParams,
    body: Type.Object({ names: shown, to: orNull(Id), reason: Line(500) }, closed),
    success: { status: 200, schema: Freed },
    problems: [404, 409],
  }),
  getDirectoryAppNames: route({
    id: 'sso.getDirectoryAppNames',
    method: 'GET',
    path: '/api/directories/:id/app-names',
    summary: 'By how many names apps know people of a directory',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: DirectoryAppNames },
    problems: [404],
  }),
  freeDirectoryAppNames: route({
    id: 'sso.freeDirectoryAppNames',
    method: 'POST',
    path: '/api/directories/:id/app-names/free',
    summary:
      'Free all names by which apps know people of a directory, or leave them to the people of the one that follows, once their holders have left',
    access: admins,
    params: IdParams,
    body: Type.Object({ names: shown, to: orNull(Id), reason: Line(500) }, closed),
    success: { status: 200, schema: Freed },
    problems: [404, 409],
  }),
}
