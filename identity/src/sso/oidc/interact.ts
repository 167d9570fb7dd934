import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { Actor } from '../../audit/module.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { acr } from '../acr.ts'
import { decideSignOn, type SignOnDecision } from '../decide-sign-on.ts'
import { appUnknown } from '../errors.ts'
import { refuseApp } from '../refuse-app.ts'
import { pendingMinutes } from '../saml/receive-sign-on.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { type Asks, insertPending, lastAsked } from '../sign-on/store-pending.ts'
import { knownSubjectOf } from '../sign-on/subjects.ts'
import { wantsSeveral } from './interaction-policy.ts'
import { openInteraction } from './open-interaction.ts'
import { oidcClientById } from './store-clients.ts'

type Interaction = Awaited<ReturnType<typeof openInteraction>>
type Allowed = Extract<SignOnDecision, { kind: 'allow' }>
type Input = {
  request: IncomingMessage
  response: ServerResponse
  principal: Principal | undefined
  address: string
  actor: Actor | null
}

/**
 * The provider stopped and wants the person. Whoever is signed in, may use the app and has shown enough goes on at once;
 * everybody else is sent where that can be put right, and comes back to this step. Answers where the browser goes.
 */
export async function interact(deps: SignOnDeps, provider: Provider, input: Input): Promise<string> {
  const { principal, request, response } = input
  const interaction = await openInteraction(deps, provider, input)
  const { params, prompt } = interaction
  const client = await oidcClientById(deps.db, String(params.client_id))
  const app = client && (await deps.access.app(deps.db, client.appId))
  if (!client || !app || app.state === 'retired') throw appUnknown()
  const { appId } = client
  const wait = async (asks?: Asks) => {
    const id = deps.ids.next()
    const now = deps.clock.now()
    await insertPending(deps.db, {
      id,
      protocol: 'oidc',
      appId,
      details: { interaction: interaction.uid, ...(asks ? { asks } : {}) },
      createdAt: now,
      expiresAt: new Date(now.getTime() + pendingMinutes * 60_000),
    })
    return id
  }
  const hint = hintOf(params.login_hint)
  const isChoice = wantsChoice(params.prompt)
  if (!principal || principal.isEnrolment || !input.actor)
    return `/sign-in?continue=${await wait(isChoice ? 'account' : undefined)}${hint}`
  if (isChoice && (await lastAsked(deps.db, interaction.uid, 'account')) === null)
    return `/sign-in?continue=${await wait('account')}&choose=1${hint}`
  if (isTooOld(deps, principal, interaction.iat, params, prompt))
    return `/sign-in?continue=${await wait()}&again=1${hint}`
  const decision = await decideSignOn(deps, { principal, appId, address: input.address })
  const { actor } = input
  if (decision.kind === 'refused') throw await refuseApp(deps, { appId, principal, actor, decision })
  if (decision.kind === 'needs') return `/confirm?app=${appId}&continue=${await wait()}`
  if (await isWishOpen(deps, { decision, interaction, personId: principal.personId }))
    return `/confirm?app=${appId}&continue=${await wait('proof')}`
  if (!(await isWhoIsMeant(deps, { hint: params.id_token_hint, personId: principal.personId, appId })))
    return await provider.interactionResult(request, response, notWhoIsMeant)

  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'app.signed_on',
      actor,
      subjects: { personId: principal.personId, appId },
      after: { protocol: 'oidc', acr: decision.acr, rule: decision.rule },
    }),
  )
  return await provider.interactionResult(request, response, {
    login: {
      accountId: principal.personId,
      acr: decision.acr,
      amr: decision.amr,
      remember: false,
      ts: Math.floor(decision.authTime.getTime() / 1000),
    },
    consent: {},
    select_account: {},
  })
}

/**
 * A wish for several factors (`acr_values`, Core §3.1.2.1) is granted by asking for them, once: of whoever has none that can be
 * asked for, or gave another proof when asked, the app is told what is true, and decides.
 */
async function isWishOpen(
  deps: SignOnDeps,
  { decision, interaction, personId }: { decision: Allowed; interaction: Interaction; personId: string },
): Promise<boolean> {
  if (!wantsSeveral(interaction.params.acr_values) || decision.acr !== acr.one) return false
  const factors = await deps.credentials.factorsOf(deps.db, personId)
  if (!factors.some(({ kind }) => kind !== 'recovery_codes' && deps.credentials.canBeAsked(kind))) return false
  const askedAt = await lastAsked(deps.db, interaction.uid, 'proof')
  return askedAt === null || decision.authTime <= askedAt
}

/** The app names somebody by an ID token of before, which the library held against its signature when the app asked. */
async function isWhoIsMeant(
  deps: SignOnDeps,
  { hint, personId, appId }: { hint: unknown; personId: string; appId: string },
): Promise<boolean> {
  if (typeof hint !== 'string') return true
  const { sub } = JSON.parse(Buffer.from(hint.split('.')[1] ?? '', 'base64url').toString()) as { sub?: string }
  return sub === (await knownSubjectOf(deps.db, personId, appId))
}

/** Core §3.1.2.2 (of `id_token_hint`). */
const notWhoIsMeant = {
  error: 'login_required',
  error_description: 'somebody else than the app asked for is signed in',
}

/** Whom the app expects (`login_hint`, Core §3.1.2.1): fills in the box for the name, whether or not there is such a person. */
function hintOf(given: unknown): string {
  if (typeof given !== 'string' || !/^[^\p{C}]{1,320}$/u.test(given)) return ''
  return `&login=${encodeURIComponent(given)}`
}

const wantsChoice = (prompt: unknown): boolean =>
  String(prompt ?? '')
    .split(' ')
    .includes('select_account')

/** `prompt=login` and `max_age` want a proof given since the request, or lately (Core §3.1.2.1). */
function isTooOld(
  deps: SignOnDeps,
  principal: Principal,
  askedAt: number,
  params: Record<string, unknown>,
  prompt: { reasons: string[] },
): boolean {
  const shown = Math.floor(principal.assurance.at.getTime() / 1000)
  if (prompt.reasons.includes('login_prompt')) return shown < askedAt
  const maxAge = Number(params.max_age)
  if (params.max_age === undefined || Number.isNaN(maxAge)) return false
  const now = Math.floor(deps.clock.now().getTime() / 1000)
  return shown < askedAt && now - shown > maxAge
}
