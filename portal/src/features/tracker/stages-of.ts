/** The stages of a request as the tracker draws them: asked, each approval, access. Pure but for the words handed in. */
import type { RequestTracker, TrackerStage } from '@hallpass/contract/requests'
import type { ReactNode } from 'react'
import { stageName } from '../../strings/stage-name.ts'
import type { Strings } from '../../strings/use-strings.tsx'
import type { StageState, StageView } from '../../ui/stage-line.tsx'

type Words = Pick<Strings, 't' | 'rich'> & { when: (at: string, as?: 'moment' | 'distance' | 'day') => ReactNode }

export function stagesOf(tracker: RequestTracker, words: Words): StageView[] {
  return [asked(tracker, words), ...tracker.stages.map((stage) => approval(stage, words)), access(tracker, words)]
}

function asked({ request }: RequestTracker, { t, rich, when }: Words): StageView {
  return {
    key: 'asked',
    title: t('stage.asked'),
    state: 'done',
    stateWord: t('stage.done'),
    people: [person(request.requester)],
    line: rich('stage.askedAt', { when: when(request.createdAt) }),
  }
}

function approval(stage: TrackerStage, words: Words): StageView {
  const { t } = words
  const decided = stage.approvals.filter(({ state }) => state === 'approved' || state === 'denied')
  const open = stage.approvals.filter(({ state }) => state === 'open')
  const people = stage.state === 'current' ? open : decided
  const asked = people.length > 0 ? people.map((one) => one.person) : stage.wouldAsk
  return {
    key: String(stage.index),
    title: stageName(words, stage.name),
    state: stage.state,
    stateWord: t(`stage.${stage.state}`),
    people: asked.map(person),
    line: sentence(stage, words),
    note: note(stage, words),
  }
}

function sentence(stage: TrackerStage, { t, rich, when }: Words): ReactNode {
  switch (stage.state) {
    case 'done':
      return stage.decidedAt ? rich('stage.approvedAt', { when: when(stage.decidedAt) }) : t('stage.done')
    case 'denied':
      return stage.decidedAt ? rich('stage.deniedAt', { when: when(stage.decidedAt) }) : t('stage.denied')
    case 'current':
      return stage.startedAt ? rich('stage.waitsSince', { when: when(stage.startedAt) }) : t('stage.current')
    case 'upcoming':
      return stage.quorum > 1 ? t('stage.quorum', { count: stage.quorum }) : undefined
    case 'not_reached':
      return t('stage.not_reached')
  }
}

function note(stage: TrackerStage, { t, rich, when }: Words): ReactNode {
  const comment = stage.approvals.find((one) => one.comment !== null && one.comment !== '')?.comment
  if (comment) return t('stage.comment', { comment })
  if (stage.state !== 'current') return stage.level === 'first' ? undefined : t(`stage.level.${stage.level}`)
  if (stage.dueAt && stage.dueFor) return rich(`stage.due.${stage.dueFor}`, { when: when(stage.dueAt, 'distance') })
  return undefined
}

function access({ request, fulfilment }: RequestTracker, { t, rich, when }: Words): StageView {
  const state: StageState = {
    not_started: 'upcoming',
    running: 'current',
    by_hand: 'current',
    done: 'done',
    never: 'not_reached',
  }[fulfilment.state] as StageState
  const lines: Record<typeof fulfilment.state, ReactNode> = {
    not_started: undefined,
    running: t('stage.accessRunning'),
    by_hand: t('stage.accessByHand'),
    done: fulfilment.doneAt ? rich('stage.accessSince', { when: when(fulfilment.doneAt) }) : t('stage.done'),
    never: t('stage.accessNever'),
  }
  return {
    key: 'access',
    title: t('stage.access'),
    state,
    stateWord: t(`stage.${state}`),
    people: state === 'done' ? [person(request.beneficiary)] : [],
    line: lines[fulfilment.state],
    note: fulfilment.endsAt ? rich('stage.accessUntil', { when: when(fulfilment.endsAt, 'day') }) : undefined,
  }
}

function person({ id, displayName }: { id: string; displayName: string }) {
  return { id, name: displayName }
}
