/** Every shape that has a name of its own in the contract; openapi.json writes each once, under that name. */
import type { TSchema } from 'typebox'
import * as access from './access.ts'
import * as apps from './apps.ts'
import * as audit from './audit.ts'
import * as common from './common.ts'
import * as credentials from './credentials.ts'
import * as desk from './desk.ts'
import * as deskReport from './desk-report.ts'
import * as deskSettings from './desk-settings.ts'
import * as deskShapes from './desk-shapes.ts'
import * as directories from './directories.ts'
import * as directory from './directory.ts'
import * as directorySettings from './directory-settings.ts'
import * as factors from './factors.ts'
import * as oidc from './oidc.ts'
import * as people from './people.ts'
import * as platform from './platform.ts'
import * as policies from './policies.ts'
import * as provisioning from './provisioning.ts'
import * as recoveryPolicies from './recovery-policies.ts'
import * as requestShapes from './request-shapes.ts'
import * as requests from './requests.ts'
import * as roles from './roles.ts'
import * as saml from './saml.ts'
import * as signIn from './sign-in.ts'
import * as signOnKeys from './sign-on-keys.ts'
import * as signOnPolicy from './sign-on-policy.ts'
import * as signals from './signals.ts'
import * as sso from './sso.ts'
import * as templates from './templates.ts'

const subjects: readonly object[] = [
  common,
  access,
  apps,
  audit,
  credentials,
  desk,
  deskReport,
  deskSettings,
  deskShapes,
  directories,
  directorySettings,
  directory,
  factors,
  oidc,
  people,
  platform,
  policies,
  provisioning,
  recoveryPolicies,
  requestShapes,
  requests,
  roles,
  saml,
  signIn,
  signOnKeys,
  signOnPolicy,
  signals,
  sso,
  templates,
]

export const allShapes: readonly (readonly [name: string, shape: TSchema])[] = subjects.flatMap((subject) =>
  Object.entries(subject).filter((entry): entry is [string, TSchema] => isShape(entry[1])),
)

/** TypeBox marks what it makes. */
function isShape(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '~kind' in value
}
