/** The front door of sso: sessions, who is calling, and the way into apps. */
import type { Actor } from '../audit/module.ts'
import {
  factorChanged,
  passwordChanged,
  passwordSprayed,
  recoveryRulesChanged,
  resetDisputed,
} from '../credentials/module.ts'
import { directoryChanged, personDisabled, personGone } from '../directory/module.ts'
import { shareTransactions } from '../platform/database/shared-transactions.ts'
import type { Secret } from '../platform/secret.ts'
import { connectionChanged } from '../provisioning/module.ts'
import { createBootstrapLink } from './create-bootstrap-link.ts'
import { createCsrf } from './csrf.ts'
import type { SsoDeps, SsoPlatform } from './deps.ts'
import { makeBreakGlass } from './make-break-glass.ts'
import { onFactorRemoved } from './on-factor-removed.ts'
import { onPasswordChanged } from './on-password-changed.ts'
import { onPasswordSprayed } from './on-password-sprayed.ts'
import { onPersonDisabled } from './on-person-disabled.ts'
import { onConnectionChanged, onDirectoryChanged } from './on-power-changed.ts'
import { onRecoveryRulesChanged } from './on-recovery-rules-changed.ts'
import { onResetDisputed } from './on-reset-disputed.ts'
import { purgeSessions } from './purge-sessions.ts'
import { createSessionReader, type SessionReader } from './session-reader.ts'
import { settleSoleAuthor } from './settle-sole-author.ts'
import { breakGlassAccounts } from './store-break-glass.ts'
import { hasAdministrator } from './who-am-i.ts'

export type { SsoDeps, SsoPlatform } from './deps.ts'
export { createPrograms, type NewSecret, type Programs } from './oidc/programs.ts'
export { ssoRoutes } from './routes.ts'
export { freeNamesOf } from './saml/free-name.ts'
export type { ServiceNowSide } from './saml/servicenow-side.ts'
export { createSignOn, type SignOn } from './sign-on/create-sign-on.ts'
export { voidOnRestore } from './void-on-restore.ts'

export type Sso = {
  /** For platform/http: who is calling, from the session cookie. */
  readPrincipal: SessionReader
  /** For platform/http: refuses unsafe requests that a browser was tricked into. */
  checkCsrf: SsoDeps['csrf']['check']
  /** A one-time console link that makes an administrator; voids those before. */
  createBootstrapLink(actor: Actor): Promise<{ link: URL; expiresAt: Date }>
  /** Makes a break-glass account, or gives it a new password, which is told this once. */
  makeBreakGlass(input: { login: string; actor: Actor }): Promise<{ password: Secret; isNew: boolean }>
  breakGlassLogins(): Promise<string[]>
  /** Whether the first run is over. */
  hasAdministrator(): Promise<boolean>
  /** What the routes are bound to. */
  readonly deps: SsoDeps
}

export function createSso(platform: SsoPlatform): Sso {
  const limits = platform.limits ?? { idleMinutes: 120, absoluteHours: 12 }
  const csrf = createCsrf(platform)
  const deps: SsoDeps = { ...platform, limits, csrf, shareSignIns: shareTransactions(platform.db) }
  deps.events.alongside(passwordChanged, 'sso', deps.db, (tx, { personId }) => onPasswordChanged(deps, tx, personId))
  deps.events.afterCommit(resetDisputed, 'sso', ({ personId }) => onResetDisputed(deps, personId))
  deps.events.inTransaction(factorChanged, 'sso.forget-devices', async (tx, { personId, change }) => {
    if (change === 'removed') await onFactorRemoved(deps, tx, personId)
  })
  for (const event of [personDisabled, personGone])
    deps.events.inTransaction(event, 'sso.end-sessions', (tx, { personId }) => onPersonDisabled(deps, tx, personId))
  deps.events.inTransaction(directoryChanged, 'sso.tell-administrators', (tx, event) =>
    onDirectoryChanged(deps, tx, event),
  )
  deps.events.inTransaction(connectionChanged, 'sso.tell-administrators', (tx, event) =>
    onConnectionChanged(deps, tx, event),
  )
  deps.events.inTransaction(recoveryRulesChanged, 'sso.tell-administrators', (tx, event) =>
    onRecoveryRulesChanged(deps, tx, event),
  )
  deps.events.inTransaction(passwordSprayed, 'sso.tell-administrators', (tx, event) =>
    onPasswordSprayed(deps, tx, event),
  )
  deps.jobs.schedule({ name: 'sso.purge', everySeconds: 3600, run: (now) => purgeSessions(deps.db, now) })
  deps.jobs.schedule({ name: 'sso.settle-sole-author', everySeconds: 600, run: (now) => settleSoleAuthor(deps, now) })
  return {
    deps,
    readPrincipal: createSessionReader(deps),
    checkCsrf: (request) => deps.csrf.check(request),
    createBootstrapLink: (actor) => createBootstrapLink(deps, actor),
    makeBreakGlass: (input) => makeBreakGlass(deps, input),
    async breakGlassLogins() {
      const people = await deps.directory.people(deps.db, await breakGlassAccounts(deps.db))
      return people.map(({ login }) => login)
    },
    hasAdministrator: () => hasAdministrator(deps),
  }
}
