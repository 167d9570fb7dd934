/** The desk: the queue, one case, and the person it is about, side by side. Filters and the case live in the address. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconHeadset, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useHasRole } from '../../api/session.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { CaseList } from './case-list.tsx'
import { CasePane } from './case-pane.tsx'
import styles from './desk.module.css'
import { DeskFilters } from './desk-filters.tsx'
import { deskDefaults, queryOf } from './filters.ts'
import { NewCase } from './new-case.tsx'
import { useQueue } from './use-queue.ts'

export function Desk() {
  const { t } = useStrings()
  const isAgent = useHasRole('desk_agent')
  const [filters, setFilters] = useFilters(deskDefaults)
  const [opening, setOpening] = useState(false)
  const query = useMemo(() => queryOf(filters), [filters])
  const queue = useQueue(query)
  const selected = filters.case

  function move(by: 1 | -1) {
    const place = queue.rows.findIndex(({ id }) => id === selected)
    const next = queue.rows[place === -1 ? 0 : place + by]
    if (next) setFilters({ case: next.id })
  }
  useKeys({ j: () => move(1), k: () => move(-1) })

  return (
    <Page
      title={t('desk.title')}
      lead={queue.counts ? t('desk.lead', queue.counts) : t('desk.leadPlain')}
      width="wide"
      action={
        <ReasonButton
          why={isAgent ? null : t('desk.onlyAgents')}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpening(true)}
        >
          {t('desk.new')}
        </ReasonButton>
      }
    >
      <div className={styles.panes} data-open={selected !== '' || undefined}>
        <div className={styles.listPane}>
          <DeskFilters filters={filters} onChange={setFilters} counts={queue.counts} />
          <CaseList queue={queue} selected={selected} onSelect={(id) => setFilters({ case: id })} />
        </div>
        <div className={styles.casePane}>
          {selected === '' ? (
            <EmptyState icon={<IconHeadset size={22} />} title={t('desk.choose')}>
              {t('desk.chooseDetail')}
            </EmptyState>
          ) : (
            <>
              <Button
                className={styles.back}
                variant="subtle"
                size="xs"
                leftSection={<IconArrowLeft size={16} aria-hidden className={styles.arrow} />}
                onClick={() => setFilters({ case: '' })}
              >
                {t('desk.back')}
              </Button>
              <CasePane key={selected} id={selected} onOpen={(id) => setFilters({ case: id })} />
            </>
          )}
        </div>
      </div>
      <NewCase
        opened={opening}
        onClose={() => setOpening(false)}
        onOpened={(id) => {
          setOpening(false)
          setFilters({ case: id })
        }}
      />
    </Page>
  )
}
