/** The only place that names connectors: a new kind of app is a file beside this one and a line here. */
import type { Egress } from '../../platform/egress/egress.ts'
import type { Secret } from '../../platform/secret.ts'
import type { ConnectionSettings } from '../types.ts'
import type { AppConnector } from './connector.ts'
import { misconfigured } from './failures.ts'
import { scimConnector } from './scim.ts'
import { servicenowConnector } from './servicenow.ts'

export type OpenDeps = { egress: Pick<Egress, 'fetch'>; now: () => Date }

/** Kinds whose accounts are made by a connector, without a person. */
export const automatedKinds = ['scim', 'servicenow'] as const
export type AutomatedKind = (typeof automatedKinds)[number]

export function openConnector(
  deps: OpenDeps,
  kind: AutomatedKind,
  settings: ConnectionSettings,
  token: Secret | null,
): AppConnector {
  switch (kind) {
    case 'scim':
      if (settings.baseUrl === null || token === null)
        throw misconfigured('The connection has no address or token yet.')
      return scimConnector(deps, { baseUrl: settings.baseUrl, token, entitlementsAs: settings.entitlementsAs })
    case 'servicenow':
      if (settings.baseUrl === null || token === null)
        throw misconfigured('The connection has no address or client yet.')
      return servicenowConnector(deps, { baseUrl: settings.baseUrl, token })
  }
}
