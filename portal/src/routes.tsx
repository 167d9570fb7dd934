/** The map of screens. Each screen is loaded when it is first wanted. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { sessionQuery } from './api/session.ts'
import { Broken, BrokenAlone, NotFound, NotFoundAlone } from './navigation/fallbacks.tsx'
import { rememberReturn } from './navigation/return-to.ts'
import { paths, patterns } from './paths.ts'
import type { Part } from './strings/catalogue.ts'
import { wantWords } from './strings/words.ts'

type Module = Record<string, unknown>
type Screen = readonly [path: string, load: () => Promise<Module>, name: string]

/** Open to everyone. */
const doors: readonly Screen[] = [
  [patterns.signIn, () => import('./features/sign-in/sign-in.tsx'), 'SignIn'],
  [patterns.confirm, () => import('./features/sign-in/confirm.tsx'), 'Confirm'],
  [patterns.welcome, () => import('./features/welcome/welcome.tsx'), 'Welcome'],
]

/** The same, with the words of passwords and factors. */
const passwordDoors: readonly Screen[] = [
  [patterns.prove, () => import('./features/prove/prove-page.tsx'), 'ProvePage'],
  [patterns.enrol, () => import('./features/sign-in/enrol.tsx'), 'Enrol'],
  [patterns.forgotPassword, () => import('./features/password/forgot-password.tsx'), 'ForgotPassword'],
  [patterns.resetLink, () => import('./features/password/link-door.tsx'), 'ResetLink'],
  [patterns.inviteLink, () => import('./features/password/link-door.tsx'), 'InviteLink'],
  [patterns.notMe, () => import('./features/password/not-me.tsx'), 'NotMe'],
]

/** Open to whoever is signed in; the service says which of them may see what. */
const rooms: readonly Screen[] = [
  [patterns.myApps, () => import('./features/my-apps/my-apps.tsx'), 'MyAppsScreen'],
  [patterns.myAccess, () => import('./features/my-apps/my-access.tsx'), 'MyAccess'],
  [patterns.catalog, () => import('./features/catalog/catalog.tsx'), 'Catalog'],
  [patterns.catalogRole, () => import('./features/catalog/catalog-role.tsx'), 'CatalogRole'],
  [patterns.ask, () => import('./features/ask/ask.tsx'), 'Ask'],
  [patterns.extend, () => import('./features/ask/extend.tsx'), 'Extend'],
  [patterns.myRequests, () => import('./features/my-requests/my-requests.tsx'), 'MyRequests'],
  [patterns.request, () => import('./features/tracker/tracker.tsx'), 'Tracker'],
  [patterns.inbox, () => import('./features/approvals/inbox.tsx'), 'InboxScreen'],
  [patterns.decided, () => import('./features/approvals/decided.tsx'), 'Decided'],
  [patterns.sessions, () => import('./features/sessions/sessions.tsx'), 'Sessions'],
]

const accountRooms: readonly Screen[] = [
  [patterns.vouch, () => import('./features/prove/vouch.tsx'), 'VouchPage'],
  [patterns.security, () => import('./features/security/security.tsx'), 'Security'],
  [patterns.password, () => import('./features/password/change-password.tsx'), 'ChangePassword'],
]

/** The same, with the words of administration. */
const offices: readonly Screen[] = [
  [patterns.myTasks, () => import('./features/tasks/my-tasks.tsx'), 'MyTasks'],
  [patterns.start, () => import('./features/welcome/first-steps.tsx'), 'FirstSteps'],
  [patterns.people, () => import('./features/people/people.tsx'), 'People'],
  [patterns.newPerson, () => import('./features/people/new-person.tsx'), 'NewPersonScreen'],
  [patterns.importPeople, () => import('./features/people/import-people.tsx'), 'ImportPeople'],
  [patterns.person, () => import('./features/people/person.tsx'), 'PersonScreen'],
  [patterns.directories, () => import('./features/directories/directories.tsx'), 'Directories'],
  [patterns.newDirectory, () => import('./features/directories/new-directory.tsx'), 'NewDirectoryScreen'],
  [patterns.directory, () => import('./features/directories/directory.tsx'), 'DirectoryScreen'],
  [patterns.apps, () => import('./features/apps/apps.tsx'), 'Apps'],
  [patterns.templates, () => import('./features/apps/templates.tsx'), 'Templates'],
  [patterns.newApp, () => import('./features/apps/new-app.tsx'), 'NewApp'],
  [patterns.template, () => import('./features/apps/add-from-template.tsx'), 'AddFromTemplate'],
  [patterns.app, () => import('./features/apps/app.tsx'), 'AppScreen'],
  [patterns.roles, () => import('./features/roles/roles.tsx'), 'Roles'],
  [patterns.newRole, () => import('./features/roles/new-role.tsx'), 'NewRole'],
  [patterns.role, () => import('./features/roles/role.tsx'), 'RoleScreen'],
  [patterns.policies, () => import('./features/policies/policies.tsx'), 'Policies'],
  [patterns.defaultPolicy, () => import('./features/policies/edit-policy.tsx'), 'DefaultPolicy'],
  [patterns.rolePolicy, () => import('./features/policies/edit-policy.tsx'), 'RolePolicy'],
  [patterns.requests, () => import('./features/requests/all-requests.tsx'), 'AllRequests'],
  [patterns.tasks, () => import('./features/tasks/tasks.tsx'), 'Tasks'],
  [patterns.servicenow, () => import('./features/servicenow/connections.tsx'), 'ServicenowConnections'],
  [patterns.newServicenow, () => import('./features/servicenow/new-connection.tsx'), 'NewServicenowConnection'],
  [patterns.servicenowConnection, () => import('./features/servicenow/connection.tsx'), 'ServicenowConnection'],
  [patterns.signOn, () => import('./features/sign-on/sign-on.tsx'), 'SignOn'],
  [patterns.jobs, () => import('./features/jobs/jobs.tsx'), 'Jobs'],
  [patterns.trail, () => import('./features/trail/trail.tsx'), 'Trail'],
  [patterns.settings, () => import('./features/settings/settings.tsx'), 'Settings'],
]

/** The same, with the words of the desk beside them. */
const deskRooms: readonly Screen[] = [
  [patterns.desk, () => import('./features/desk/desk.tsx'), 'Desk'],
  [patterns.deskReport, () => import('./features/desk/desk-report.tsx'), 'DeskReportPage'],
  [patterns.deskSettings, () => import('./features/desk/desk-settings.tsx'), 'DeskSettingsPage'],
]

export function createPortalRouter(client: QueryClient) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundAlone, errorComponent: BrokenAlone })
  const frame = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    component: lazyRouteComponent(() => import('./features/frame/frame.tsx'), 'Frame'),
    beforeLoad: async ({ location }) => {
      const session = await client.ensureQueryData(sessionQuery)
      if (session.person && session.enrolOnly !== null) throw redirect({ href: paths.enrol() })
      if (session.person) return
      // Whoever asks for their password signed out has lost it, more often than not.
      if (location.pathname === paths.password()) throw redirect({ href: paths.forgotPassword() })
      rememberReturn(location.href)
      throw redirect({ href: paths.signIn() })
    },
  })
  const screen = (parent: typeof root | typeof frame, [path, load, name]: Screen) =>
    createRoute({
      getParentRoute: () => parent as typeof root,
      path,
      component: lazyRouteComponent(load, name as never),
    })
  return createRouter({
    routeTree: root.addChildren([
      ...[...doors, ...passwordDoors.map(withWords('account'))].map((door) => screen(root, door)),
      frame.addChildren(
        [
          ...rooms,
          ...accountRooms.map(withWords('account')),
          ...offices.map(withWords('administration')),
          ...deskRooms.map(withWords('administration', 'desk', 'problems')),
        ].map((room) => screen(frame, room)),
      ),
    ]),
    defaultPreload: false,
    scrollRestoration: true,
    defaultPendingMs: 300,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  })
}

function withWords(...parts: readonly Part[]): (screen: Screen) => Screen {
  return ([path, load, name]) => {
    const both = async () => {
      const [module] = await Promise.all([load(), wantWords(...parts)])
      return module
    }
    return [path, both, name]
  }
}
