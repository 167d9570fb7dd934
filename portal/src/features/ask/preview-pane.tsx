/** What will happen if one asks now: who approves in which order, until when, and what stands against it. */
import type { RequestPreview } from '@hallpass/contract/requests'
import { paths } from '../../paths.ts'
import { stageName } from '../../strings/stage-name.ts'
import { useDuration } from '../../strings/use-duration.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { StageLine } from '../../ui/stage-line.tsx'
import { When } from '../../ui/when.tsx'
import styles from './ask.module.css'

export function PreviewPane({ previews }: { previews: readonly RequestPreview[] }) {
  const { t } = useStrings()
  if (previews.length === 0) return null
  return (
    <Section title={t('ask.preview')}>
      <div className={styles.previews}>
        {previews.map((preview) => (
          <One key={preview.role.id} preview={preview} withName={previews.length > 1} />
        ))}
      </div>
    </Section>
  )
}

function One({ preview, withName }: { preview: RequestPreview; withName: boolean }) {
  const { t, rich, list } = useStrings()
  const duration = useDuration()
  const undecided = preview.stages.find((stage) => stage.problem !== null)
  return (
    <div className={styles.preview}>
      {withName ? (
        <h3 className={styles.itemName}>
          <bdi>{preview.role.name}</bdi>
        </h3>
      ) : null}
      {preview.alreadyHeld ? <Notice tone="good">{t('ask.alreadyHeld')}</Notice> : null}
      {preview.openRequestId ? (
        <Notice>
          {t('ask.alreadyAsked')} <a href={paths.request(preview.openRequestId)}>{t('catalog.follow')}</a>
        </Notice>
      ) : null}
      {preview.conflicts.length > 0 ? (
        <Notice tone="warn" title={t('ask.conflict')}>
          {t('ask.conflictDetail', { roles: list(preview.conflicts.map(({ name }) => name)) })}
        </Notice>
      ) : null}
      {undecided ? (
        <Notice tone="warn" title={t('ask.wouldEnd')}>
          {t('ask.nobodyDecides', { stage: stageName({ t }, undecided.name) })}
        </Notice>
      ) : null}
      <StageLine
        label={t('catalog.whoApproves')}
        stages={[
          ...preview.stages.map((stage, index) => ({
            key: String(index),
            title: stageName({ t }, stage.name),
            state: 'upcoming' as const,
            stateWord: t('stage.upcoming'),
            people: stage.approvers.map(({ id, displayName }) => ({ id, name: displayName })),
            line:
              stage.quorum > 1
                ? t('stage.quorum', { count: stage.quorum })
                : stage.approvers.length > 1
                  ? t('stage.anyOf')
                  : undefined,
            note: stage.level === 'first' ? undefined : t(`stage.level.${stage.level}`),
          })),
          {
            key: 'access',
            title: t('stage.access'),
            state: 'upcoming' as const,
            stateWord: t('stage.upcoming'),
            people: [],
            line: preview.untilIfGivenNow
              ? rich('ask.until', { when: <When at={preview.untilIfGivenNow} as="day" /> })
              : t('ask.noEnd'),
          },
        ]}
      />
      {preview.typicalSeconds === null ? null : (
        <p className={styles.small}>{t('ask.usually', { duration: duration(preview.typicalSeconds) })}</p>
      )}
    </div>
  )
}
