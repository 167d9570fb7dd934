import type { Actor } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { addressChannels, type Channel, type ChannelsDeps } from './channels.ts'
import { confirmOutcome, decideOutcome } from './decide-outcome.ts'
import type { DeskDeps } from './deps.ts'
import { channelUnknown, outcomeRefused, proofUnavailable } from './errors.ts'
import { involvedIn } from './involved.ts'
import { hourMs, passMinutes } from './limits.ts'
import { passGivenMail, passMail, secondOutcomeMail } from './mails.ts'
import { moveCase, noteOnCase } from './move-case.ts'
import { type AgentOnCase, type AtWork, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { lockPending, outcomesFor, outcomesOf, saveOutcome } from './store-outcomes.ts'
import type { Outcome, OutcomeKind } from './types.ts'

export type SendOutcomeDeps = OnCaseDeps &
  ChannelsDeps & {
    directory: Pick<Directory, 'addressesOf'>
    credentials: Pick<DeskDeps['credentials'], 'issueResetLink' | 'issueTemporaryPass' | 'toldAddresses'>
    mail: Mailer
    publicUrl: URL
    companyName: string
  }

export type SendOutcome = AgentOnCase & { kind: OutcomeKind; ref: string }

/**
 * A link or a pass for a proven person, to an address of their directory and to nobody else: it is made, mailed and
 * forgotten here, in one transaction. The second kind on one case waits for a second agent and for the person to object.
 */
export function sendOutcome(deps: SendOutcomeDeps, input: SendOutcome): Promise<void> {
  return onCase(deps, { ...input, as: 'agent' }, async (tx, atWork) => {
    const { theCase, settings, weight } = atWork
    const { personId } = theCase
    const channel = (await addressChannels(deps, tx, personId)).find(({ ref }) => ref === input.ref)
    if (!channel) throw channelUnknown()
    if (channel.unavailable) return new Refused(proofUnavailable(channel.unavailable))
    const now = deps.clock.now()
    const since = new Date(now.getTime() - settings.secondOutcomeHours * hourMs)
    const outcomes = await outcomesFor(tx, personId, { caseId: theCase.id, since })
    const decision = decideOutcome(input.kind, { caseId: theCase.id, weight, outcomes, settings, now })
    if (decision.kind === 'refused') return new Refused(outcomeRefused(decision.refusal))
    const outcome = decision.kind === 'send' && decision.pending ? decision.pending : begin(deps, atWork, input)
    if (decision.kind === 'ask_second')
      return askSecond(deps, tx, atWork, { ...outcome, channel: channel.label, notBefore: decision.notBefore })
    return send(deps, tx, atWork, { outcome, channel, actor: input.actor })
  })
}

function begin(deps: SendOutcomeDeps, { theCase }: AtWork, { kind, agentId }: SendOutcome): Outcome {
  return {
    id: deps.ids.next(),
    caseId: theCase.id,
    personId: theCase.personId,
    kind,
    state: 'confirm',
    channel: '',
    askedBy: agentId,
    askedAt: deps.clock.now(),
    decidedBy: null,
    decidedAt: null,
    notBefore: null,
    sentAt: null,
    expiresAt: null,
  }
}

async function send(
  deps: SendOutcomeDeps,
  tx: Tx,
  { theCase, person, by }: AtWork,
  { outcome, channel, actor }: { outcome: Outcome; channel: Channel; actor: Actor },
): Promise<void> {
  const about = { personId: theCase.personId, caseId: theCase.id }
  const expiresAt =
    outcome.kind === 'reset_link'
      ? (await deps.credentials.issueResetLink(tx, { ...about, to: { address: channel.value } }, actor)).expiresAt
      : await sendPass(deps, tx, { about, person, channel, actor })
  await saveOutcome(tx, { ...outcome, state: 'sent', channel: channel.label, sentAt: deps.clock.now(), expiresAt })
  await moveCase(deps, tx, theCase, { kind: 'sent' }, { by, text: `${outcome.kind} · ${channel.label}` })
}

async function sendPass(
  deps: SendOutcomeDeps,
  tx: Tx,
  given: Pick<AtWork, 'person'> & { about: { personId: string; caseId: string }; channel: Channel; actor: Actor },
): Promise<Date> {
  const { person, channel, about } = given
  const issued = await deps.credentials.issueTemporaryPass(tx, { ...about, minutes: passMinutes }, given.actor)
  const page = new URL('/sign-in', deps.publicUrl)
  const words = { person, companyName: deps.companyName }
  await deps.mail.send(
    tx,
    passMail({ to: channel.value, ...words, pass: issued.pass.reveal(), page, minutes: passMinutes }),
  )
  for (const to of await deps.credentials.toldAddresses(tx, about.personId))
    if (to !== channel.value) await deps.mail.send(tx, passGivenMail({ to, ...words }))
  return issued.expiresAt
}

/** Told to every address the directory knows, at once: who did not ask for this has time to say so. */
async function askSecond(
  deps: SendOutcomeDeps,
  tx: Tx,
  { theCase, person, by }: AtWork,
  outcome: Outcome,
): Promise<void> {
  await saveOutcome(tx, outcome)
  const { kind, notBefore } = outcome
  for (const to of await deps.credentials.toldAddresses(tx, theCase.personId))
    await deps.mail.send(
      tx,
      secondOutcomeMail({
        to,
        person,
        companyName: deps.companyName,
        kind,
        notBefore,
        reference: theCase.reference,
      }),
    )
  await noteOnCase(deps, tx, theCase, { what: 'outcome_asked', by, text: kind, after: { kind, notBefore } })
}

/** A second agent agrees to what waits, or any agent stops it. */
export function decidePending(
  deps: OnCaseDeps,
  input: AgentOnCase & { agree: boolean; reason: string },
): Promise<void> {
  return onCase(deps, { ...input, as: 'second' }, async (tx, { theCase, proofs, by }) => {
    const pending = await lockPending(tx, theCase.personId)
    const own = pending?.caseId === theCase.id ? pending : undefined
    const involved = involvedIn(theCase, proofs, await outcomesOf(tx, theCase.id))
    const decision = confirmOutcome(own, { by: input.agentId, agree: input.agree, involved }, deps.clock.now())
    if (decision.kind === 'refused') return new Refused(outcomeRefused(decision.refusal))
    await saveOutcome(tx, decision.next)
    const what = input.agree ? 'outcome_agreed' : 'outcome_denied'
    return noteOnCase(deps, tx, theCase, { what, by, text: input.reason.trim(), after: { kind: decision.next.kind } })
  })
}
