import type { DirectoryConnector } from './connectors/connector.ts'
import { directoryPaused } from './connectors/failures.ts'

const refuse = async (): Promise<never> => {
  throw directoryPaused()
}

/** For a directory that is being removed, whose secret is gone: nothing can be asked of it, or done in it, any more. */
export const closedConnector = (kind: string): DirectoryConnector => ({
  kind,
  check: refuse,
  find: refuse,
  get: refuse,
  list: refuse,
  authenticate: refuse,
  close: async () => {},
})

/**
 * The connector of a paused directory: nobody signs in by it, nothing is read or written, and every caller is told so, as of
 * a directory that does not answer. It can still be checked, since whoever wants to go on looks first.
 */
export function pausedConnector(connector: DirectoryConnector): DirectoryConnector {
  const { passwords, proofs, groups, accounts, enabling, changes } = connector
  return {
    ...closedConnector(connector.kind),
    check: () => connector.check(),
    close: () => connector.close(),
    ...(passwords && { passwords: closed(passwords) }),
    ...(proofs && { proofs: closed(proofs) }),
    ...(groups && { groups: closed(groups) }),
    ...(accounts && { accounts: closed(accounts) }),
    ...(enabling && { enabling: closed(enabling) }),
    ...(changes && { changes: closed(changes) }),
  }
}

/** The same functions, none of which does anything any more. */
const closed = <T extends object>(group: T): T =>
  Object.fromEntries(Object.keys(group).map((name) => [name, refuse])) as T
