/** How sure one is that the caller is the person: points filling up, and the rungs that give them. */
import type { DeskCase } from '@hallpass/contract/desk'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Meter } from '../../ui/meter.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import styles from './desk.module.css'
import { ProofStep } from './proof-step.tsx'
import { useCaseAction } from './use-case-action.ts'

export function ProofLadder({ data }: { data: DeskCase }) {
  const { t, rich } = useStrings()
  const { ladder, can } = data
  const [overriding, setOverriding] = useState(false)
  const override = useCaseAction({
    run: (reason: string) =>
      answer(api.POST('/api/desk/cases/{id}/override', { params: { path: { id: data.case.id } }, body: { reason } })),
    after: () => setOverriding(false),
  })
  const missing = Math.max(0, ladder.threshold - ladder.points)
  const whyNoOverride = can.override
    ? null
    : ladder.isReached
      ? t('desk.alreadyReached')
      : ladder.tier === 'privileged'
        ? t('desk.overrideNever')
        : t('desk.overrideNot')
  return (
    <Section
      title={t('desk.proofs')}
      action={
        <ReasonButton variant="default" size="xs" why={whyNoOverride} onClick={() => setOverriding(true)}>
          {t('desk.override')}
        </ReasonButton>
      }
    >
      <div className={styles.ladder}>
        <Meter
          label={t('desk.points')}
          value={Math.min(ladder.points, ladder.threshold)}
          max={ladder.threshold}
          detail={t('desk.pointsOf', { points: ladder.points, threshold: ladder.threshold })}
        />
        <p className={styles.reached} data-reached={ladder.isReached || undefined} role="status">
          {ladder.isReached ? <IconLockOpen size={18} aria-hidden /> : <IconLock size={18} aria-hidden />}
          <span>
            {ladder.isReached
              ? ladder.reachedUntil
                ? rich('desk.reachedUntil', { when: <When at={ladder.reachedUntil} /> })
                : t('desk.reached')
              : ladder.hasStrong
                ? t('desk.missing', { points: missing })
                : t('desk.missingStrong', { points: missing })}
          </span>
        </p>
        {ladder.override ? (
          <p className={styles.quiet}>
            {rich('desk.overridden', {
              name: <bdi>{ladder.override.by.displayName}</bdi>,
              points: ladder.override.points,
              reason: <bdi>{ladder.override.reason}</bdi>,
              when: <When at={ladder.override.expiresAt} />,
            })}
          </p>
        ) : null}
      </div>
      <ul className={styles.rungs} aria-label={t('desk.proofs')}>
        {ladder.steps.map((step) => (
          <ProofStep key={step.kind} step={step} data={data} />
        ))}
      </ul>
      <ConfirmDialog
        opened={overriding}
        title={t('desk.overrideTitle')}
        confirmLabel={t('desk.override')}
        danger
        busy={override.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 1000 }}
        problem={<Problem error={override.error} />}
        onConfirm={(reason) => override.mutate(reason)}
        onClose={() => setOverriding(false)}
      >
        <p>{t('desk.overrideDetail', { points: missing })}</p>
      </ConfirmDialog>
    </Section>
  )
}
