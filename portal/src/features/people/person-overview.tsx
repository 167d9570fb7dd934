import type { PersonDetail } from '@hallpass/contract/people'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { CredentialsCard, personCredentials } from './credentials-card.tsx'
import styles from './person.module.css'

export function PersonOverview({ person }: { person: PersonDetail }) {
  const { t, rich, locale } = useStrings()
  return (
    <div className={styles.columns}>
      <Section title={t('person.identity')}>
        <Facts
          facts={[
            { name: t('person.login'), value: <bdi>{person.login}</bdi> },
            { name: t('person.directory'), value: <bdi>{person.directory.name}</bdi> },
            {
              name: t('person.state'),
              value: rich('person.since', {
                state: t(`people.state.${person.state}`),
                when: <When at={person.stateSince} as="day" />,
              }),
            },
            {
              name: t('person.manager'),
              value: person.manager ? (
                <a href={paths.person(person.manager.id)}>
                  <bdi>{person.manager.displayName}</bdi>
                </a>
              ) : (
                t('person.noManager')
              ),
            },
            ...(['company', 'location', 'costCenter', 'employeeNumber'] as const).map((name) =>
              person[name] ? { name: t(`person.${name}`), value: <bdi>{person[name]}</bdi> } : null,
            ),
            person.reports.length > 0
              ? {
                  name: t('person.reports'),
                  value: (
                    <ul className={styles.list}>
                      {person.reports.map((report) => (
                        <li key={report.id}>
                          <a href={paths.person(report.id)}>
                            <PersonLine name={report.displayName} id={report.id} size="sm" />
                          </a>
                        </li>
                      ))}
                    </ul>
                  ),
                }
              : null,
            person.groups.length > 0
              ? {
                  name: t('person.groups'),
                  value: (
                    <ul className={styles.chips}>
                      {person.groups.map((group) => (
                        <li key={group.id} className={styles.chip}>
                          <bdi>{group.name}</bdi>
                        </li>
                      ))}
                    </ul>
                  ),
                }
              : null,
            {
              name: t('person.addresses'),
              value:
                person.addresses.length === 0 ? (
                  t('ui.none')
                ) : (
                  <ul className={styles.list}>
                    {person.addresses.map((address) => (
                      <li key={address.mail}>
                        <bdi>{address.mail}</bdi>{' '}
                        {address.primary ? <Status tone="quiet">{t('person.primary')}</Status> : null}{' '}
                        {address.recovery ? <ReceivesCodes personId={person.id} mail={address.mail} /> : null}
                        {address.changedAt ? (
                          <p className={styles.quiet}>
                            {rich('person.addressChanged', { when: <When at={address.changedAt} as="day" /> })}
                          </p>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                ),
            },
            person.locale ? { name: t('person.language'), value: languageName(person.locale, locale) } : null,
          ]}
        />
      </Section>
      <CredentialsCard person={person} />
    </div>
  )
}

/** An address that changed lately rests: who calls the desk meanwhile hears from when on it counts. */
function ReceivesCodes({ personId, mail }: { personId: string; mail: string }) {
  const { t, rich } = useStrings()
  const state = useQuery(personCredentials(personId))
  const rests = state.data?.restingAddresses.find((resting) => resting.mail === mail)
  if (!state.data) return null
  if (!rests) return <Status tone="good">{t('person.recovery')}</Status>
  return <Status tone="warn">{rich('person.recoveryFrom', { when: <When at={rests.until} as="day" /> })}</Status>
}

/** "German" for `de`, in the language of the page; what is no code of a language is shown as the directory has it. */
function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}
