/** What the proven person is sent: a link, or a pass. Always to them, never to the agent, and never seen here. */
import type { DeskCase, DeskOutcomeKind } from '@hallpass/contract/desk'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { ChannelChoice, usualChannel } from './channel-choice.tsx'
import styles from './desk.module.css'
import { useCaseAction } from './use-case-action.ts'
import { useObstacleWords } from './use-obstacle-words.ts'

const kinds: readonly DeskOutcomeKind[] = ['reset_link', 'temporary_pass']
const tones = { confirm: 'warn', delayed: 'accent', sent: 'good', denied: 'bad' } as const

export function Outcomes({ data }: { data: DeskCase }) {
  const { t, rich } = useStrings()
  const { ladder, outcomes, can } = data
  const [sending, setSending] = useState<DeskOutcomeKind | null>(null)
  const obstacleWords = useObstacleWords()
  const [deciding, setDeciding] = useState<'agree' | 'refuse' | null>(null)
  const decide = useCaseAction({
    run: (reason: string) =>
      answer(
        api.POST('/api/desk/cases/{id}/outcomes/decide', {
          params: { path: { id: data.case.id } },
          body: { agree: deciding === 'agree', reason },
        }),
      ),
    after: () => setDeciding(null),
  })
  const why = (kind: DeskOutcomeKind) =>
    can.send.includes(kind)
      ? null
      : (obstacleWords(can.obstacle) ?? t(ladder.isReached ? 'desk.cannotSend' : 'desk.notReached'))
  return (
    <Section title={t('desk.outcomes')} lead={t('desk.outcomesLead')}>
      <div className={styles.actions}>
        {kinds.map((kind) => (
          <ReasonButton key={kind} size="sm" why={why(kind)} onClick={() => setSending(kind)}>
            {t(`desk.send.${kind}`)}
          </ReasonButton>
        ))}
      </div>
      {outcomes.length === 0 ? null : (
        <ul className={styles.outcomes}>
          {outcomes.map((outcome) => (
            <li key={outcome.id} className={styles.outcome}>
              <p>
                {t(`desk.outcome.${outcome.kind}`)} → <bdi>{outcome.channel}</bdi>{' '}
                <Status tone={tones[outcome.state]}>{t(`desk.outcomeState.${outcome.state}`)}</Status>
              </p>
              <p className={styles.quiet}>
                {rich('desk.askedBy', {
                  name: <bdi>{outcome.askedBy.displayName}</bdi>,
                  when: <When at={outcome.askedAt} />,
                })}
                {outcome.notBefore && outcome.state === 'delayed' ? (
                  <> · {rich('desk.notBefore', { when: <When at={outcome.notBefore} /> })}</>
                ) : null}
                {outcome.expiresAt && outcome.state === 'sent' ? (
                  <> · {rich('desk.until', { when: <When at={outcome.expiresAt} /> })}</>
                ) : null}
              </p>
              {outcome.state === 'confirm' ? (
                <div className={styles.actions}>
                  <ReasonButton
                    size="xs"
                    why={can.decideOutcome ? null : t('desk.secondAgent')}
                    onClick={() => setDeciding('agree')}
                  >
                    {t('desk.agree')}
                  </ReasonButton>
                  <ReasonButton
                    variant="default"
                    size="xs"
                    why={can.decideOutcome ? null : t('desk.secondAgent')}
                    onClick={() => setDeciding('refuse')}
                  >
                    {t('desk.refuse')}
                  </ReasonButton>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <SendDialog data={data} kind={sending} onClose={() => setSending(null)} />
      <ConfirmDialog
        opened={deciding !== null}
        title={t(deciding === 'refuse' ? 'desk.refuseTitle' : 'desk.agreeTitle')}
        confirmLabel={t(deciding === 'refuse' ? 'desk.refuse' : 'desk.agree')}
        danger={deciding === 'refuse'}
        busy={decide.isPending}
        reason={{ label: t('ui.reason'), description: t('desk.onCase'), minLength: 1, maxLength: 1000 }}
        problem={<Problem error={decide.error} />}
        onConfirm={(reason) => decide.mutate(reason)}
        onClose={() => setDeciding(null)}
      />
    </Section>
  )
}

type SendProps = { data: DeskCase; kind: DeskOutcomeKind | null; onClose: () => void }

function SendDialog({ data, kind, onClose }: SendProps) {
  const { t } = useStrings()
  return (
    <Modal
      opened={kind !== null}
      onClose={onClose}
      title={kind === null ? '' : t(`desk.send.${kind}`)}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {kind === null ? null : <SendForm data={data} kind={kind} onClose={onClose} />}
    </Modal>
  )
}

function SendForm({ data, kind, onClose }: { data: DeskCase; kind: DeskOutcomeKind; onClose: () => void }) {
  const { t } = useStrings()
  const [ref, setRef] = useState(() => usualChannel(data.channels))
  const isSecond = data.outcomes.some((outcome) => outcome.kind !== kind && outcome.state !== 'denied')
  const send = useCaseAction({
    run: (chosen: string) =>
      answer(
        api.POST('/api/desk/cases/{id}/outcomes', {
          params: { path: { id: data.case.id } },
          body: { kind, ref: chosen },
        }),
      ),
    after: onClose,
  })
  return (
    <div className={styles.act}>
      <p>{t(`desk.sendDetail.${kind}`)}</p>
      {isSecond ? <Notice tone="warn">{t('desk.secondKind')}</Notice> : null}
      <ChannelChoice label={t('desk.sendTo')} channels={data.channels} value={ref} onChange={setRef} />
      <Problem error={send.error} />
      <ReasonButton
        loading={send.isPending}
        why={ref === null ? t('desk.chooseChannel') : null}
        onClick={() => ref !== null && send.mutate(ref)}
      >
        {t('desk.sendNow')}
      </ReasonButton>
    </div>
  )
}
