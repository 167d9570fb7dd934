/** One entry: who did what, when, why; opened, the values before and after and its place in the chain. */
import type { TrailEntry } from '@hallpass/contract/audit'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { ActorName } from '../../api/administration/actor-name.tsx'
import { EntryOutcome } from '../../api/administration/entry-outcome.tsx'
import { SubjectNames } from '../../api/administration/subject-names.tsx'
import { useActionWords } from '../../strings/use-action-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { When } from '../../ui/when.tsx'
import { differenceOf } from './difference.ts'
import { saysItself } from './says-itself.ts'
import styles from './trail.module.css'

export function TrailEntryRow({ entry }: { entry: TrailEntry }) {
  const actionWords = useActionWords()
  const { t } = useStrings()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li className={styles.entry}>
      <div className={styles.summary}>
        <button
          type="button"
          className={styles.chevron}
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('trail.details')}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={16} aria-hidden />
        </button>
        <span className={styles.what}>
          <span className={styles.who}>
            <ActorName actor={entry.actor} />
          </span>
          {saysItself.has(entry.action) ? ': ' : ' '}
          {actionWords(entry.action)} <SubjectNames entry={entry} />
          {entry.reason ? (
            <span className={styles.reason}>
              {' '}
              “<bdi>{entry.reason}</bdi>”
            </span>
          ) : null}
        </span>
        <span className={styles.end}>
          <EntryOutcome entry={entry} />
          <When at={entry.at} />
        </span>
      </div>
      <div id={id}>{open ? <Details entry={entry} /> : null}</div>
    </li>
  )
}

function Details({ entry }: { entry: TrailEntry }) {
  const { t } = useStrings()
  const differences = differenceOf(entry.before, entry.after)
  const personal = Object.entries(entry.personal)
  return (
    <div className={styles.details}>
      {differences.length > 0 ? (
        <table className={styles.differences}>
          <thead>
            <tr>
              <th scope="col">{t('trail.field')}</th>
              <th scope="col">{t('trail.before')}</th>
              <th scope="col">{t('trail.after')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before === null ? '–' : <del>{before}</del>}</td>
                <td>{after === null ? '–' : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Facts
        facts={[
          entry.actor.address ? { name: t('trail.address'), value: <bdi>{entry.actor.address}</bdi> } : null,
          personal.length > 0
            ? {
                name: t('trail.personal'),
                value: (
                  <ul>
                    {personal.map(([name, value]) => (
                      <li key={name}>
                        {name}: {value === null ? <i>{t('trail.erasedValue')}</i> : <bdi>{String(value)}</bdi>}
                      </li>
                    ))}
                  </ul>
                ),
              }
            : null,
          { name: t('trail.place'), value: t('trail.placeValue', { chain: entry.chain, seq: entry.seq }) },
          { name: t('trail.entry'), value: <CopyText value={entry.id} label={t('trail.entry')} /> },
          entry.actor.requestId
            ? {
                name: t('problem.reference'),
                value: <CopyText value={entry.actor.requestId} label={t('problem.reference')} />,
              }
            : null,
        ]}
      />
    </div>
  )
}
