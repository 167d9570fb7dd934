import type { SnowSignOn } from '@hallpass/contract/servicenow-set-up'
import type { AdminSession } from '@hallpass/servicenow-client/admin-session'
import type { Actor } from '../../audit/module.ts'
import type { ServiceNowSide } from '../../sso/module.ts'
import { type Administrator, asAdministrator } from './as-administrator.ts'
import { addressOf } from './create-connection.ts'
import type { ServiceNowDeps } from './deps.ts'
import { enterSignOn, providers } from './enter-sign-on.ts'
import { nameUnfit, notServiceNow } from './errors.ts'
import { judgeSignOn } from './judge-sign-on.ts'
import { intended, oneSetUp } from './one-set-up.ts'
import { readSignOn } from './read-sign-on.ts'
import { judgeTile, type SetTileDeps, setTile } from './set-tile.ts'
import type { SetUpDeps } from './set-up-instance.ts'
import { allConnections } from './store-connections.ts'

export type SignOnSetUpDeps = SetUpDeps & SetTileDeps & Pick<ServiceNowDeps, 'audit' | 'internalHosts' | 'signOn'>
export type SignOnInput = { appId: string; administrator: Administrator }

/**
 * Makes Hallpass an identity provider of the instance that an app is, and says what is left to do. Repeated, it puts right
 * what somebody changed there. The instance is the one that gets the assertions: the password goes nowhere else.
 */
export async function setUpSignOn(deps: SignOnSetUpDeps, input: SignOnInput, actor: Actor): Promise<SnowSignOn> {
  const { appId, administrator } = input
  const side = await sideOf(deps, appId)
  const entry = entryOf('servicenow.sign_on_set_up', side, input, actor)
  return oneSetUp(deps.db, side.instanceUrl, () =>
    asAdministrator(deps, side.instanceUrl, administrator, (session) =>
      intended(
        deps,
        entry,
        async () => {
          const sysId = await enterSignOn(session, side)
          await setTile(deps, { appId, side, sysId }, actor)
          return describe(deps, session, { appId, side })
        },
        ({ recordUrl }) => ({ recordUrl }),
      ),
    ),
  )
}

/** Reads what is there, and changes nothing on either side. */
export async function checkSignOn(deps: SignOnSetUpDeps, input: SignOnInput, actor: Actor): Promise<SnowSignOn> {
  const { appId, administrator } = input
  const side = await sideOf(deps, appId)
  const found = await asAdministrator(deps, side.instanceUrl, administrator, (session) =>
    describe(deps, session, { appId, side }),
  )
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, entryOf('servicenow.sign_on_checked', side, input, actor)),
  )
  return found
}

/** Refused before anybody signs in there. */
async function sideOf(deps: SignOnSetUpDeps, appId: string): Promise<ServiceNowSide> {
  const side = await deps.signOn.servicenowSide(appId)
  const isKnown = (await allConnections(deps.db)).some(({ instanceUrl }) => instanceUrl === side.instanceUrl)
  if (!side.isServiceNow && !isKnown) throw notServiceNow()
  if (side.userField === null) throw nameUnfit()
  return { ...side, instanceUrl: addressOf(deps, side.instanceUrl) }
}

const entryOf = (
  action: string,
  { instanceUrl }: ServiceNowSide,
  { appId, administrator }: SignOnInput,
  actor: Actor,
) => ({
  action,
  actor,
  subjects: { appId },
  after: { instanceUrl },
  personal: { administrator: administrator.name },
})

async function describe(
  deps: SignOnSetUpDeps,
  session: AdminSession,
  { appId, side }: { appId: string; side: ServiceNowSide },
): Promise<SnowSignOn> {
  const seen = await readSignOn(session, side)
  const points = judgeSignOn(side, seen, deps.clock.now())
  const sysId = seen.providers.length === 1 ? seen.providers[0]?.sys_id : undefined
  if (sysId === undefined) return { recordUrl: null, points }
  const record = encodeURIComponent(`${providers}.do?sys_id=${sysId}`)
  return {
    recordUrl: `${side.instanceUrl}/nav_to.do?uri=${record}`,
    points: [...points, await judgeTile(deps, { appId, side, sysId })],
  }
}
