/** Routes that no person calls: programs with a client of their own and a signature. Beside `allRoutes`, not among them. */
import type { RouteSpec } from './route.ts'
import { servicenowRoutes } from './servicenow.ts'

export const allClientRoutes: readonly RouteSpec[] = Object.values<RouteSpec>(servicenowRoutes)
