/** How much was done lately, how much of it failed, and how long things had to wait. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useDuration } from '../../strings/use-duration.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { BarChart } from '../../ui/bar-chart.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { LineChart } from '../../ui/line-chart.tsx'
import { useNow } from '../../ui/now.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { historyRows } from './history-rows.ts'
import styles from './jobs.module.css'

const spans = [3, 24, 168] as const

export function HistoryCard() {
  const { t, dates, number } = useStrings()
  const duration = useDuration()
  const now = useNow()
  const [hours, setHours] = useState<(typeof spans)[number]>(24)
  const history = useQuery({
    queryKey: keys.jobHistory(hours),
    queryFn: () => answer(api.GET('/api/jobs/history', { params: { query: { hours } } })),
    refetchInterval: 20_000,
    placeholderData: keepPreviousData,
  })
  const words = {
    label: (at: Date) => dates.moment(at, now),
    short: (at: Date) => (hours === 168 ? dates.day(at, now) : dates.time(at)),
  }
  return (
    <Section
      title={t('jobs.history')}
      action={
        <ChoiceChips
          label={t('jobs.period')}
          value={String(hours)}
          onChange={(value) => setHours(spans.find((span) => String(span) === value) ?? 24)}
          choices={spans.map((span) => ({ value: String(span), label: t(`jobs.hours.${span}`) }))}
        />
      }
    >
      <Loaded query={history} skeleton={<Skeleton shape="cards" rows={1} />}>
        {(data) => {
          const rows = historyRows(data, now, words)
          return (
            <div className={styles.charts}>
              <BarChart
                title={t('jobs.runs')}
                head={t('jobs.when')}
                series={[
                  { key: 'done', label: t('jobs.done'), tone: 1 },
                  { key: 'failed', label: t('jobs.failed'), tone: 3 },
                ]}
                rows={rows}
                format={number}
              />
              <LineChart
                title={t('jobs.waited')}
                head={t('jobs.when')}
                series={[{ key: 'waited', label: t('jobs.waitedLongest'), tone: 2 }]}
                rows={rows}
                format={(seconds) => (seconds === 0 ? t('jobs.notAtAll') : duration(seconds))}
                formatAxis={(seconds) => t('jobs.seconds', { count: number(seconds) })}
              />
            </div>
          )
        }}
      </Loaded>
    </Section>
  )
}
