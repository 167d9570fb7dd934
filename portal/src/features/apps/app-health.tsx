import type { Connection } from '@hallpass/contract/provisioning'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'

const tones: Record<Connection['health']['state'], Tone> = {
  idle: 'quiet',
  answering: 'good',
  slow_down: 'warn',
  failing: 'bad',
}

/** How the app has been answering, and how its accounts stand. */
export function AppHealth({ connection }: { connection: Connection }) {
  const { t, rich, number } = useStrings()
  const { health, counts } = connection
  return (
    <Section title={t('app.health')}>
      <FormLayout>
        {connection.awaitsComparison ? (
          <Notice tone="warn" title={t('app.awaits')}>
            <a href={paths.app(connection.app.id, 'accounts')}>{t('app.compare')}</a>
          </Notice>
        ) : null}
        {health.staleSince ? (
          <Notice tone="warn">{rich('app.stale', { when: <When at={health.staleSince} /> })}</Notice>
        ) : null}
        <Facts
          facts={[
            {
              name: t('people.state'),
              value: <Status tone={tones[health.state]}>{t(`app.health.${health.state}`)}</Status>,
            },
            health.lastAnswerAt ? { name: t('app.lastAnswer'), value: <When at={health.lastAnswerAt} /> } : null,
            health.lastFailure && health.lastFailureAt
              ? {
                  name: t('app.lastFailure'),
                  value: (
                    <>
                      <When at={health.lastFailureAt} />: {health.lastFailure}
                    </>
                  ),
                }
              : null,
            health.nextTryAt ? { name: t('app.nextTry'), value: <When at={health.nextTryAt} as="distance" /> } : null,
            { name: t('app.waiting'), value: number(health.waiting) },
            {
              name: t('app.accountsNow'),
              value: (['active', 'pending', 'inactive', 'failing', 'needsTask'] as const)
                .filter((state) => counts[state] > 0)
                .map(
                  (state) =>
                    `${number(counts[state])} ${t(`accountState.${state === 'needsTask' ? 'needs_task' : state}`).toLowerCase()}`,
                )
                .join(', '),
            },
          ]}
        />
      </FormLayout>
    </Section>
  )
}
