/** Every route of the directory slice. */
import { directoriesRoutes } from './directories.ts'
import { peopleRoutes } from './people.ts'

export const directoryRoutes = { ...peopleRoutes, ...directoriesRoutes }
