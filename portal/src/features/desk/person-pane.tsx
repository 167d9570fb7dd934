import type { DeskCase } from '@hallpass/contract/desk'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { Face, PersonLine } from '../../ui/face.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import shared from './desk.module.css'
import styles from './person-pane.module.css'

/** Who it is, as the directory knows them; nothing of this alone proves that they are on the phone. */
export function PersonPane({ data, onOpen }: { data: DeskCase; onOpen: (id: string) => void }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const { person, others } = data
  return (
    <aside className={styles.personPane} aria-label={t('desk.person')}>
      <div className={styles.personHead}>
        <Face name={person.displayName} id={person.id} size="lg" />
        <div>
          <h2 className={shared.caseTitle}>
            <a href={paths.person(person.id)}>
              <bdi>{person.displayName}</bdi>
            </a>
          </h2>
          <p className={shared.quiet}>
            <bdi>{[person.title, person.department].filter(Boolean).join(' · ')}</bdi>
          </p>
        </div>
      </div>
      <Facts
        facts={[
          person.state === 'active'
            ? null
            : { name: t('desk.state'), value: <Status tone="warn">{t(`people.state.${person.state}`)}</Status> },
          { name: t('desk.login'), value: <bdi>{person.login}</bdi> },
          { name: t('desk.directory'), value: <bdi>{person.directory.name}</bdi> },
          { name: t('desk.mail'), value: person.mail === null ? null : <bdi>{person.mail}</bdi> },
          {
            name: t('desk.manager'),
            value: person.manager ? (
              <PersonLine name={person.manager.displayName} id={person.manager.id} size="sm" />
            ) : (
              t('ui.none')
            ),
          },
          {
            name: t('desk.factors'),
            value:
              person.factors.length === 0
                ? t('ui.none')
                : person.factors.map(({ kind }) => wordsOr(`factor.kind.${kind}`, kind)).join(', '),
          },
        ]}
      />
      {others.length > 0 ? (
        <section>
          <h3 className={styles.smallTitle}>{t('desk.others')}</h3>
          <ul className={styles.others}>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" className={styles.link} onClick={() => onOpen(other.id)}>
                  {other.reference} · {t(`desk.kind.${other.kind}`)}
                </button>{' '}
                <span className={shared.quiet}>
                  {t(`desk.state.${other.state}`)} · <When at={other.openedAt} as="day" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </aside>
  )
}
