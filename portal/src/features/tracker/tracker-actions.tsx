/** What whoever looks may do now: decide, remind, withdraw. What is not possible now says why. */
import type { RequestTracker } from '@hallpass/contract/requests'
import { Button, Textarea, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { useWaitingDecisions } from '../../api/decisions.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useDecide } from '../../api/use-decide.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNow } from '../../ui/now.tsx'
import styles from './tracker.module.css'

export function TrackerActions({ tracker }: { tracker: RequestTracker }) {
  const { t } = useStrings()
  const { request, can } = tracker
  const [asking, setAsking] = useState<'cancel' | 'deny' | 'approve' | null>(null)
  const [comment, setComment] = useState('')
  const decide = useDecide()
  const decided = useWaitingDecisions().some(({ decision }) => decision.requestId === request.id)
  const cancel = useAction({
    run: (reason: string) =>
      answer(
        api.POST('/api/requests/{id}/cancel', {
          params: { path: { id: request.id } },
          body: reason === '' ? {} : { reason },
        }),
      ),
    done: () => t('tracker.withdrawn'),
    forget: [['requests'], keys.myApps],
    after: () => setAsking(null),
  })
  const base = {
    requestId: request.id,
    stage: request.stage ?? 0,
    version: request.version,
    role: request.role.name,
    person: request.beneficiary.displayName,
  }
  if (!can.decide && !can.cancel && !can.remind && can.remindNotBefore === null && request.state !== 'fulfilled')
    return null
  return (
    <div className={styles.actions}>
      {can.decide ? (
        <>
          <Button disabled={decided} onClick={() => setAsking('approve')}>
            {t('inbox.approve')}
          </Button>
          <Button variant="default" disabled={decided} onClick={() => setAsking('deny')}>
            {t('inbox.deny')}
          </Button>
        </>
      ) : null}
      <Remind tracker={tracker} />
      {can.cancel ? (
        <Button variant="default" onClick={() => setAsking('cancel')}>
          {t('tracker.withdraw')}
        </Button>
      ) : null}
      {request.state === 'fulfilled' ? <Onward tracker={tracker} /> : null}
      <ConfirmDialog
        opened={asking === 'cancel'}
        title={t('tracker.withdrawTitle')}
        confirmLabel={t('tracker.withdraw')}
        danger
        busy={cancel.isPending}
        reason={{ label: t('tracker.withdrawReason'), minLength: 0 }}
        problem={<Problem error={cancel.error} />}
        onConfirm={(reason) => cancel.mutate(reason)}
        onClose={() => setAsking(null)}
      >
        <p>{t('tracker.withdrawDetail')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'deny'}
        title={t('inbox.denyTitle', { person: base.person })}
        confirmLabel={t('inbox.deny')}
        danger
        reason={{ label: t('inbox.denyReason'), description: t('inbox.denyReasonHint'), minLength: 1 }}
        onConfirm={(reason) => {
          decide([{ ...base, kind: 'deny', reason }])
          setAsking(null)
        }}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        opened={asking === 'approve'}
        title={t('inbox.approveTitle', { person: base.person, role: base.role })}
        confirmLabel={t('inbox.approve')}
        onConfirm={() => {
          decide([{ ...base, kind: 'approve', comment: comment.trim() }])
          setAsking(null)
        }}
        onClose={() => setAsking(null)}
      >
        <Textarea
          label={t('inbox.comment')}
          maxLength={1000}
          autosize
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </div>
  )
}

function Remind({ tracker }: { tracker: RequestTracker }) {
  const { t, dates } = useStrings()
  const now = useNow()
  const { request, can } = tracker
  const remind = useAction({
    run: () => answer(api.POST('/api/requests/{id}/remind', { params: { path: { id: request.id } }, body: {} })),
    done: ({ reminded }) => t('tracker.reminded', { count: reminded }),
    forget: [keys.request(request.id)],
    tellFailure: true,
  })
  if (request.state !== 'waiting') return null
  const notBefore = can.remindNotBefore === null ? null : new Date(can.remindNotBefore)
  if (!can.remind && notBefore === null) return null
  const tooSoon = notBefore !== null && notBefore > now
  const held = !can.remind || tooSoon
  const button = (
    <Button
      variant="default"
      loading={remind.isPending}
      aria-disabled={held}
      {...(held ? { 'data-disabled': true } : {})}
      onClick={() => {
        if (!held) remind.mutate()
      }}
    >
      {t('tracker.remind')}
    </Button>
  )
  if (!tooSoon || notBefore === null) return button
  return <Tooltip label={t('tracker.remindLater', { when: dates.moment(notBefore, now) })}>{button}</Tooltip>
}

/** What was asked for is there: on to the app itself, or to all apps where it has no address or is somebody else's. */
function Onward({ tracker }: { tracker: RequestTracker }) {
  const { t } = useStrings()
  const { person } = useSession()
  const isMine = tracker.request.beneficiary.id === person.id
  const tiles = useQuery({
    queryKey: keys.myApps,
    queryFn: () => answer(api.GET('/api/my-apps')),
    enabled: isMine,
  })
  const ids = new Set(tracker.request.role.apps.map(({ id }) => id))
  const tile = tiles.data?.items.find((each) => ids.has(each.app.id) && each.state === 'ready' && each.launch !== null)
  if (!isMine) return null
  return (
    <>
      {tile?.launch ? (
        <Button component="a" href={tile.launch} target="_blank" rel="noopener">
          {t('tracker.open', { app: tile.app.name })}
          <span className="visually-hidden"> {t('myApps.opensNew')}</span>
        </Button>
      ) : null}
      <Button component="a" href={paths.myApps()} variant="default">
        {t('tracker.toApps')}
      </Button>
    </>
  )
}
