import type { Actor } from '../audit/module.ts'
import { hashOfToken } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { bootstrapInvalid } from './errors.ts'
import { grantAdmin } from './grant-admin.ts'
import { type StartSessionDeps, startSession } from './start-session.ts'
import { bindBootstrapLink, lockBootstrapLink, useBootstrapLink } from './store-bootstrap.ts'

export type BootstrapDeps = StartSessionDeps & Pick<SsoDeps, 'db' | 'directory' | 'credentials' | 'access'>

export type BootstrapInput = {
  token: Secret
  login: string
  displayName: string
  mail: string
  password: Secret
  address: string
  requestId: string
  userAgent: string
}

/**
 * Makes the first administrator: a built-in person, so that they get in with every directory down. The link is used up
 * only when the password was accepted and the role granted; a refused password is asked for again with the same link.
 */
export async function bootstrapAdministrator(deps: BootstrapDeps, input: BootstrapInput): Promise<{ cookie: Secret }> {
  const { address, requestId } = input
  const actor: Actor = { kind: 'bootstrap', address, requestId }
  const hash = hashOfToken(input.token.reveal())
  const personId = await deps.db.transaction((tx) => personFor(deps, tx, hash, input, actor))
  const { connector, ref } = await deps.directory.connectorOf(deps.db, personId)
  await connector.passwords?.reset(ref, input.password, { mustChange: false })

  return await deps.db.transaction(async (tx) => {
    const link = await lockBootstrapLink(tx, hash, deps.clock.now())
    if (link?.personId !== personId) throw bootstrapInvalid()
    await useBootstrapLink(tx, link.id, deps.clock.now())
    const reason = 'First administrator, by the one-time console link'
    await grantAdmin(deps, tx, { personId, reason, source: 'bootstrap', actor })
    deps.audit.record(tx, { action: 'administrator.bootstrapped', actor, subjects: { personId } })
    const { epoch } = await deps.credentials.validity(tx, personId)
    const { cookie } = await startSession(deps, tx, {
      personId,
      epoch,
      methods: ['console_link', 'password'],
      address,
      userAgent: input.userAgent,
      actor,
    })
    return { cookie }
  })
}

/** The person of this link: made on the first try, found again when the password of that try was refused. */
async function personFor(
  deps: BootstrapDeps,
  tx: Tx,
  hash: Buffer,
  input: BootstrapInput,
  actor: Actor,
): Promise<string> {
  const link = await lockBootstrapLink(tx, hash, deps.clock.now())
  if (!link) throw bootstrapInvalid()
  const bound = link.personId === null ? null : await deps.directory.person(tx, link.personId)
  if (bound && bound.login.toLowerCase() === input.login.trim().toLowerCase()) return bound.id
  const { id: directoryId } = await deps.directory.builtInDirectory(tx, actor)
  const { login, displayName, mail } = input
  const person = await deps.directory.createPerson(tx, actor, { directoryId, login: login.trim(), displayName, mail })
  await bindBootstrapLink(tx, link.id, person.id)
  return person.id
}
