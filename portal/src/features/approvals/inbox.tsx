/** The inbox: one card a request with everything needed to decide; by keys, one by one or several with one reason. */
import type { InboxItem } from '@hallpass/contract/requests'
import { Button } from '@mantine/core'
import { IconInboxOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { undo, useWaitingDecisions } from '../../api/decisions.ts'
import { inboxQuery } from '../../api/inbox.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useDecide } from '../../api/use-decide.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { ApproveConflictDialog } from './approve-conflict-dialog.tsx'
import { ApproveSeveralDialog } from './approve-several-dialog.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { DenyDialog } from './deny-dialog.tsx'
import styles from './inbox.module.css'
import { InboxCard } from './inbox-card.tsx'
import { KeysLine } from './keys-line.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import { useVouches, Vouches } from './vouches.tsx'

export function InboxScreen() {
  const { t } = useStrings()
  const inbox = useQuery(inboxQuery)
  const vouches = useVouches()
  return (
    <Page
      title={t('inbox.title')}
      lead={inbox.data ? <Counts counts={inbox.data.counts} vouches={vouches.length} /> : undefined}
      action={
        <Button component="a" href={paths.decided()} variant="default">
          {t('inbox.decided')}
        </Button>
      }
    >
      <Vouches vouches={vouches} />
      <Loaded query={inbox} skeleton={<Skeleton shape="cards" rows={3} />}>
        {({ items }) => <Cards items={items} isAskedElse={vouches.length > 0} />}
      </Loaded>
    </Page>
  )
}

function Counts({ counts, vouches }: { counts: { open: number; dueWithin24Hours: number }; vouches: number }) {
  const { t } = useStrings()
  const decided = useWaitingDecisions().length
  if (vouches > 0 && counts.open <= decided) return t('inbox.vouches', { count: vouches })
  return (
    <>
      {t('inbox.open', { count: Math.max(0, counts.open - decided) })}
      {counts.dueWithin24Hours > 0 ? ` · ${t('inbox.dueSoon', { count: counts.dueWithin24Hours })}` : ''}
    </>
  )
}

type Asking = { what: 'approve' | 'conflict' | 'deny' | 'question'; items: readonly InboxItem[] } | null

/** `isAskedElse`: something other than requests waits, so that "nothing" would be wrong. */
function Cards({ items, isAskedElse }: { items: readonly InboxItem[]; isAskedElse: boolean }) {
  const { t } = useStrings()
  const decide = useDecide()
  const waiting = useWaitingDecisions()
  const list = useRef<HTMLOListElement>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<Asking>(null)

  const decided = new Set(waiting.map(({ decision }) => decision.requestId))
  const open = items.filter(({ requestId }) => !decided.has(requestId))
  const chosen = open.filter(({ requestId }) => marked.has(requestId))

  function cardInFocus(): HTMLElement | null {
    const card = document.activeElement?.closest('[data-request]')
    return card instanceof HTMLElement ? card : null
  }
  function itemInFocus(): InboxItem | undefined {
    const id = cardInFocus()?.dataset.request
    return open.find(({ requestId }) => requestId === id) ?? (id === undefined ? undefined : open[0])
  }
  function move(step: 1 | -1) {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-request]') ?? [])]
    const focused = cardInFocus()
    const at = focused === null ? -1 : cards.indexOf(focused)
    const next = cards[at === -1 ? 0 : Math.min(cards.length - 1, Math.max(0, at + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  /** What a key acts on: the marked ones, else the card in focus. */
  function targets(): readonly InboxItem[] {
    if (chosen.length > 0) return chosen
    const item = itemInFocus()
    return item ? [item] : []
  }
  function approve(these: readonly InboxItem[], comment = '') {
    if (these.length === 0) return move(1)
    move(1)
    setAsking(null)
    decide(these.map((item) => ({ ...decisionOn(item), kind: 'approve' as const, comment })))
    setMarked(new Set())
  }
  /** One at once, unless it conflicts with what is held already; several after one comment for all of them. */
  function approveOrAsk(these: readonly InboxItem[]) {
    const conflicting = these.filter(({ conflicts }) => conflicts.length > 0)
    if (conflicting.length > 0) setAsking({ what: 'conflict', items: conflicting.slice(0, 1) })
    else if (these.length > 1) setAsking({ what: 'approve', items: these })
    else approve(these)
  }
  function ask(what: 'deny' | 'question', these: readonly InboxItem[]) {
    if (these.length === 0) move(1)
    else setAsking({ what, items: what === 'question' ? these.slice(0, 1) : these })
  }
  function toggle(requestId: string) {
    setMarked((before) => {
      const after = new Set(before)
      if (!after.delete(requestId)) after.add(requestId)
      return after
    })
  }

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => approveOrAsk(targets()),
    d: () => ask('deny', targets()),
    q: () => ask('question', targets()),
    x: () => {
      const item = itemInFocus()
      if (item) toggle(item.requestId)
    },
    z: () => undo(),
  })

  if (open.length === 0) {
    if (isAskedElse) return null
    return (
      <EmptyState icon={<IconInboxOff size={22} />} title={t('inbox.none')}>
        {t('inbox.noneDetail')}
      </EmptyState>
    )
  }
  return (
    <>
      <KeysLine />
      <ol ref={list} className={styles.list} aria-label={t('inbox.title')}>
        {open.map((item) => (
          <InboxCard
            key={item.requestId}
            item={item}
            isMarked={marked.has(item.requestId)}
            onMark={() => toggle(item.requestId)}
            onApprove={() => approveOrAsk([item])}
            onDeny={() => ask('deny', [item])}
            onQuestion={() => ask('question', [item])}
          />
        ))}
      </ol>
      <BulkBar
        count={chosen.length}
        onApprove={() => approveOrAsk(chosen)}
        onDeny={() => ask('deny', chosen)}
        onClear={() => setMarked(new Set())}
      />
      <ApproveSeveralDialog
        count={asking?.what === 'approve' ? asking.items.length : 0}
        onApprove={(comment) => approve(asking?.items ?? [], comment)}
        onClose={() => setAsking(null)}
      />
      <ApproveConflictDialog
        item={asking?.what === 'conflict' ? (asking.items[0] ?? null) : null}
        onApprove={(comment) => approve(asking?.items ?? [], comment)}
        onClose={() => setAsking(null)}
      />
      <DenyDialog
        items={asking?.what === 'deny' ? asking.items : []}
        onDeny={(reason) => {
          decide((asking?.items ?? []).map((item) => ({ ...decisionOn(item), kind: 'deny' as const, reason })))
          setMarked(new Set())
          setAsking(null)
        }}
        onClose={() => setAsking(null)}
      />
      <QuestionDialog
        item={asking?.what === 'question' ? (asking.items[0] ?? null) : null}
        onClose={() => setAsking(null)}
      />
    </>
  )
}

function decisionOn(item: InboxItem) {
  return {
    requestId: item.requestId,
    stage: item.stage,
    version: item.version,
    role: item.role.name,
    person: item.beneficiary.displayName,
  }
}
