/** A policy as a picture: its stages as a line, with who decides, what else is tried, and after how long. */
import type { PolicyView } from '@hallpass/contract/policies'
import { stageName } from '../../strings/stage-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { StageLine } from '../../ui/stage-line.tsx'
import { sourceWords } from './policy-words.ts'

export function PolicyPicture({ policy }: { policy: Pick<PolicyView, 'rules' | 'names'> }) {
  const strings = useStrings()
  const { t } = strings
  const span = (count: number) =>
    count % 24 === 0 ? t('policy.days', { count: count / 24 }) : t('policy.hours', { count })
  const hours = (count: number | null) => (count === null ? 'none' : span(count))
  const { proveWithinMinutes, stages } = policy.rules
  return (
    <>
      <StageLine
        label={t('policies.picture')}
        stages={stages.map((stage, index) => ({
          key: String(index),
          title: stageName(strings, stage.name),
          state: 'upcoming',
          stateWord: t('policy.stage', { place: index + 1 }),
          people: [],
          line: (
            <>
              {sourceWords(strings, stage.approvers, policy.names)}
              {stage.quorum > 1 ? `; ${t('stage.quorum', { count: stage.quorum })}` : ''}
            </>
          ),
          note: (
            <>
              {stage.fallback ? (
                <p>
                  {t('policy.fallback')}: {sourceWords(strings, stage.fallback, policy.names)}
                </p>
              ) : null}
              {stage.escalateTo ? (
                <p>
                  {t('policy.escalateTo')}: {sourceWords(strings, stage.escalateTo, policy.names)}
                </p>
              ) : null}
              <p>
                {t('policy.times', {
                  remind: hours(stage.remindAfterHours),
                  escalate: hours(stage.escalateAfterHours),
                  deny: span(stage.denyAfterHours),
                })}
              </p>
            </>
          ),
        }))}
      />
      {proveWithinMinutes ? <p>{t('policy.proveWithin', { minutes: proveWithinMinutes })}</p> : null}
    </>
  )
}
