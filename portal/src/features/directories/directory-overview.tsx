import type { DirectoryDetail } from '@hallpass/contract/directories'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import styles from './directories.module.css'
import { DirectoryStatus } from './directory-status.tsx'
import { HealthPoints } from './health-points.tsx'
import { HeldBack } from './held-back.tsx'
import { RunProgress } from './run-progress.tsx'

export function DirectoryOverview({ directory }: { directory: DirectoryDetail }) {
  const { t, rich, number } = useStrings()
  const { people, health, lastRun } = directory
  const check = useAction({
    run: () => answer(api.POST('/api/directories/{id}/check', { params: { path: { id: directory.id } }, body: {} })),
  })
  return (
    <>
      {lastRun ? <HeldBack run={lastRun} /> : null}
      <div className={styles.columns}>
        <Section
          title={t('directory.health')}
          action={
            <AdminButton variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>
              {t('directory.check')}
            </AdminButton>
          }
        >
          <FormLayout>
            {lastRun?.state === 'running' ? <RunProgress run={lastRun} /> : null}
            <Facts
              facts={[
                {
                  name: t('directory.health'),
                  value: (
                    <>
                      <DirectoryStatus directory={directory} />{' '}
                      {health.since && !directory.paused
                        ? rich('directory.since', { when: <When at={health.since} /> })
                        : null}
                    </>
                  ),
                },
                health.message && !directory.paused
                  ? { name: t('directory.message'), value: say(health.message) }
                  : null,
                health.warning && !directory.paused
                  ? {
                      name: t('directory.warning'),
                      value: (
                        <>
                          {say(health.warning.message)}{' '}
                          {rich('directory.since', { when: <When at={health.warning.since} /> })}
                        </>
                      ),
                    }
                  : null,
                {
                  name: t('directory.people'),
                  value: (
                    <>
                      {t('directory.counts', {
                        active: number(people.active),
                        disabled: number(people.disabled),
                        gone: number(people.gone),
                      })}
                      {people.missing > 0 ? <p>{t('directory.missing', { count: people.missing })}</p> : null}
                    </>
                  ),
                },
                { name: t('directory.groups'), value: number(directory.groups) },
                {
                  name: t('directory.last'),
                  value: directory.lastSyncAt ? <When at={directory.lastSyncAt} /> : t('directories.neverSynced'),
                },
                directory.paused
                  ? null
                  : { name: t('directory.next'), value: <When at={directory.nextSyncAt} as="distance" /> },
              ]}
            />
            <Problem error={check.error} />
            {check.data ? <HealthPoints health={check.data} /> : null}
          </FormLayout>
        </Section>
        <Section title={t('directory.abilities')}>
          <ul className={styles.abilities}>
            {directory.abilities.map(({ name, available, reason }) => (
              <li key={name} className={styles.ability} data-available={available || undefined}>
                {available ? <IconCheck size={18} aria-hidden /> : <IconMinus size={18} aria-hidden />}
                <span>
                  {t(`directory.can.${name}`)}
                  <span className="visually-hidden">, {available ? t('ui.yes') : t('ui.no')}</span>
                  {reason ? <p className={styles.detail}>{say(reason)}</p> : null}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  )
}
