/** The resets, unlocks or cases behind one number of the report. */
import { Button } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { paths } from '../../paths.ts'
import { useDuration } from '../../strings/use-duration.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import styles from './report.module.css'

const numbers = [
  'resets',
  'unlocks',
  'deflected',
  'cases_opened',
  'cases_settled',
  'cases_solved',
  'cases_overdue',
] as const
const doors = ['self_service', 'desk', 'administrator', 'servicenow'] as const

type Props = { from: string; filters: { number: string; week: string; door: string }; onClose: () => void }

export function ReportEntries({ from, filters, onClose }: Props) {
  const number = numbers.find((known) => known === filters.number)
  const door = doors.find((known) => known === filters.door)
  const week = /^\d{4}-\d{2}-\d{2}$/.test(filters.week) ? filters.week : undefined
  if (number === undefined) return null
  return (
    <Entries
      key={`${number} ${week} ${door}`}
      query={{ from, number, ...(week ? { week } : {}), ...(door ? { door } : {}) }}
      onClose={onClose}
    />
  )
}

type Query = { from: string; number: (typeof numbers)[number]; week?: string; door?: (typeof doors)[number] }

function Entries({ query, onClose }: { query: Query; onClose: () => void }) {
  const { t } = useStrings()
  const duration = useDuration()
  const frame = useRef<HTMLDivElement>(null)
  const entries = usePages(keys.deskEntries(query), (page) =>
    answer(api.GET('/api/desk/report/entries', { params: { query: { ...page, ...query } } })),
  )
  // Whoever pressed a number looks for its rows.
  useEffect(() => frame.current?.scrollIntoView({ block: 'start' }), [])
  return (
    <div ref={frame} className={styles.entries}>
      <Section
        title={t(`report.entries.${query.number}`)}
        lead={[
          query.week ? t('report.weekOf', { day: query.week }) : '',
          query.door ? t(`desk.door.${query.door}`) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        flush
        action={
          <Button variant="default" size="xs" onClick={onClose}>
            {t('ui.close')}
          </Button>
        }
      >
        <Loaded query={entries.query}>
          {() => (
            <DataTable
              caption={t(`report.entries.${query.number}`)}
              rows={entries.rows}
              rowKey={({ id }) => id}
              rowHref={({ caseId, person }) => (caseId ? paths.desk({ case: caseId }) : paths.person(person.id))}
              more={entries.more}
              columns={[
                {
                  key: 'person',
                  header: t('report.person'),
                  cell: ({ person }) => <PersonLine name={person.displayName} id={person.id} size="sm" />,
                },
                { key: 'case', header: t('report.case'), narrow: 'late', cell: ({ reference }) => reference ?? '–' },
                { key: 'door', header: t('report.door'), cell: ({ door }) => t(`desk.door.${door}`) },
                {
                  key: 'directory',
                  header: t('report.directory'),
                  narrow: 'late',
                  cell: ({ directory }) => <bdi>{directory.name}</bdi>,
                },
                { key: 'at', header: t('report.started'), cell: ({ startedAt }) => <When at={startedAt} /> },
                {
                  key: 'took',
                  header: t('report.took'),
                  align: 'end',
                  cell: ({ seconds }) => (seconds === null ? '–' : duration(seconds)),
                },
              ]}
              empty={<EmptyState icon={<IconListSearch size={22} />} title={t('report.nothing')} />}
            />
          )}
        </Loaded>
      </Section>
    </div>
  )
}
