/** The last comparison of an app with what roles say; what it held back waits here for a person. */
import type { Connection } from '@hallpass/contract/provisioning'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './apps.module.css'

type ComparisonView = NonNullable<Connection['comparison']>
type Props = { appId: string; comparison: ComparisonView | null; isAwaited: boolean }

const tones = { running: 'accent', done: 'good', held: 'warn', failed: 'bad' } as const satisfies Record<string, Tone>

export function CompareCard({ appId, comparison, isAwaited }: Props) {
  const { t, number } = useStrings()
  const [asking, setAsking] = useState(false)
  const compare = useAction({
    run: (confirmRemovals: boolean) =>
      answer(
        api.POST('/api/apps/{id}/connection/compare', {
          params: { path: { id: appId } },
          body: confirmRemovals ? { confirmRemovals } : {},
        }),
      ),
    done: () => t('app.compareStarted'),
    forget: [['apps']],
    after: () => setAsking(false),
  })
  const count = comparison?.extra ?? 0
  return (
    <Section
      title={t('app.compare')}
      lead={t('app.compareLead')}
      action={
        <AdminButton variant="default" size="xs" loading={compare.isPending} onClick={() => compare.mutate(false)}>
          {t('app.compareNow')}
        </AdminButton>
      }
    >
      <FormLayout>
        {isAwaited ? (
          <Notice tone="warn" title={t('app.awaits')}>
            <FormLayout>
              <p>{t('app.awaitsDetail')}</p>
              {comparison?.state === 'done' || comparison?.state === 'held' ? (
                <div>
                  <AdminButton variant="default" size="xs" onClick={() => setAsking(true)}>
                    {t('app.confirmComparison')}
                  </AdminButton>
                </div>
              ) : null}
            </FormLayout>
          </Notice>
        ) : null}
        {comparison === null ? (
          <p className={styles.quiet}>{t('app.noComparison')}</p>
        ) : (
          <p>
            <Status tone={tones[comparison.state]}>{t(`app.comparison.${comparison.state}`)}</Status>{' '}
            <When at={comparison.startedAt} /> ·{' '}
            {t('app.comparisonCounts', {
              listed: number(comparison.listed),
              missing: number(comparison.missing),
              changed: number(comparison.changed),
              extra: number(comparison.extra),
              unknown: number(comparison.unknown),
            })}
          </p>
        )}
        {asking ? null : <Problem error={compare.error} />}
        {comparison?.state === 'held' && !isAwaited ? (
          <Notice tone="warn">
            <FormLayout>
              <p>{comparison.message === null ? null : say(comparison.message)}</p>
              <div>
                <AdminButton variant="default" size="xs" onClick={() => setAsking(true)}>
                  {t('app.letGo', { count })}
                </AdminButton>
              </div>
            </FormLayout>
          </Notice>
        ) : comparison?.message ? (
          <p className={styles.quiet}>{say(comparison.message)}</p>
        ) : null}
      </FormLayout>
      <ConfirmDialog
        opened={asking}
        title={t('app.letGoTitle', { count })}
        confirmLabel={t('app.letGo', { count })}
        danger
        busy={compare.isPending}
        problem={<Problem error={compare.error} />}
        onConfirm={() => compare.mutate(true)}
        onClose={() => setAsking(false)}
      >
        <p>{t('app.letGoDetail')}</p>
      </ConfirmDialog>
    </Section>
  )
}
