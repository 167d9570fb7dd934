import { isIP } from 'node:net'
import { isInternalAddress } from '../platform/egress/addresses.ts'
import { invalidField } from '../platform/errors.ts'
import { isInternalAllowed, placesOf, settingsFault } from './connectors/registry.ts'
import type { SliceDeps } from './deps.ts'
import type { ConnectorSettings } from './types.ts'

/** What can be told from settings alone is told by field, before anything is asked of the servers they name. */
export function refuseFaultySettings(deps: Pick<SliceDeps, 'internalHosts'>, settings: ConnectorSettings): void {
  const fault = settingsFault(settings)
  if (fault !== null) throw invalidField(`settings.${fault.field}`, fault.message)
  for (const place of placesOf(settings)) {
    if (!isIP(place.host) || !isInternalAddress(place.host) || isInternalAllowed(deps.internalHosts, place)) continue
    throw invalidField(
      settings.kind === 'ldap' ? 'settings.host' : 'settings.controllers',
      'This address is inside the network; the operator must list it in HALLPASS_INTERNAL_HOSTS first.',
      'address_not_allowed',
    )
  }
}
