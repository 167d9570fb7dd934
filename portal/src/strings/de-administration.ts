/** The words of administration in German, put together from its areas: they come as one part, since administrators walk from one to the next. */

import type { AdministrationCatalogue } from './catalogue.ts'
import { deApps } from './de-apps.ts'
import { deDirectories } from './de-directories.ts'
import { deJobs } from './de-jobs.ts'
import { deOidc } from './de-oidc.ts'
import { deOperation } from './de-operation.ts'
import { dePeople } from './de-people.ts'
import { deRules } from './de-rules.ts'
import { deServicenow } from './de-servicenow.ts'
import { deTrail } from './de-trail.ts'

export const deAdministration: AdministrationCatalogue = {
  ...dePeople,
  ...deDirectories,
  ...deApps,
  ...deOidc,
  ...deRules,
  ...deOperation,
  ...deJobs,
  ...deServicenow,
  ...deTrail,
}
