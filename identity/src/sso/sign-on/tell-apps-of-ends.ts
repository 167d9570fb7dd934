import type Provider from 'oidc-provider'
import { everySessionEnded, sessionEnded } from '../events.ts'
import { endParticipants, tellClientsOfPerson, tellClientTask } from '../oidc/end-participants.ts'
import { type TellClient, tellClient } from '../oidc/tell-client.ts'
import { untoldParticipantsOf } from '../saml/store-saml.ts'
import { type TellSamlApp, tellSamlApp, tellSamlApps, tellSamlAppTask } from '../saml/tell-saml-app.ts'
import {
  pushSignal,
  pushSignalTask,
  type SignalPayload,
  signalPerson,
  signalSamlSession,
  signalSession,
} from '../signals/signal-end.ts'
import type { EndReason } from '../types.ts'
import type { SignOnDeps } from './deps.ts'
import { appsKnowing } from './subjects.ts'

/**
 * Sessions ended: apps are told, each by a job of its own and by every way it offers: back-channel logout, SAML logout from
 * service to service, and security signals. What they hold from us ends in the first step, before anybody is told.
 */
export function tellAppsOfEnds(deps: SignOnDeps, provider: () => Promise<Provider>): void {
  deps.events.afterCommit(sessionEnded, 'sso.end-participants', ({ sessionId, personId, ...ended }) =>
    deps.db.transaction(async (tx) => {
      const because = ended.because as EndReason
      const participants = await endParticipants(deps, tx, { sessionId })
      await signalSession(deps, tx, { participants, because })
      await signalSamlSession(deps, tx, { participants: await untoldParticipantsOf(tx, sessionId), personId, because })
      await tellSamlApps(deps, tx, sessionId)
    }),
  )
  deps.events.afterCommit(
    everySessionEnded,
    'sso.tell-apps-of-person',
    ({ personId, because }) =>
      deps.db.transaction(async (tx) => {
        await tellClientsOfPerson(deps, tx, personId)
        await signalPerson(deps, tx, { personId, because: because as EndReason })
      }),
    async (tx, { personId }) => (await appsKnowing(tx, personId)).length > 0,
  )
  deps.jobs.register(tellClientTask, async (payload) => tellClient(deps, await provider(), payload as TellClient))
  deps.jobs.register(tellSamlAppTask, (payload) => tellSamlApp(deps, payload as TellSamlApp))
  deps.jobs.register(pushSignalTask, (payload) => pushSignal(deps, payload as SignalPayload))
}
