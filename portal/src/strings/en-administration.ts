/** The words of administration in English, put together from its areas: they come as one part, since administrators walk from one to the next. */
import { enApps } from './en-apps.ts'
import { enDirectories } from './en-directories.ts'
import { enJobs } from './en-jobs.ts'
import { enOidc } from './en-oidc.ts'
import { enOperation } from './en-operation.ts'
import { enPeople } from './en-people.ts'
import { enRules } from './en-rules.ts'
import { enServicenow } from './en-servicenow.ts'
import { enTrail } from './en-trail.ts'

export const enAdministration = {
  ...enPeople,
  ...enDirectories,
  ...enApps,
  ...enOidc,
  ...enRules,
  ...enOperation,
  ...enJobs,
  ...enServicenow,
  ...enTrail,
} as const
