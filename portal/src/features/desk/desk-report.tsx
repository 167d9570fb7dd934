/** What people did alone, what agents did, how long it took and what it saved; each number leads to the rows behind it. */
import type { DeskReport } from '@hallpass/contract/desk'
import { Button, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useDuration } from '../../strings/use-duration.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { BarChart } from '../../ui/bar-chart.tsx'
import { LineChart } from '../../ui/line-chart.tsx'
import { useNow } from '../../ui/now.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './report.module.css'
import { ReportEntries } from './report-entries.tsx'
import { caseRows, weekRows } from './report-rows.ts'

const reportDefaults = { weeks: '12', number: '', week: '', door: '' }
const spans = ['4', '12', '26', '52']

export function DeskReportPage() {
  const { t } = useStrings()
  const [filters, setFilters] = useFilters(reportDefaults)
  const weeks = spans.find((span) => span === filters.weeks) ?? reportDefaults.weeks
  const now = useNow(600_000)
  // The same question for the whole day, so that the answer is kept.
  const today = now.toISOString().slice(0, 10)
  const from = useMemo(() => new Date(Date.parse(today) - Number(weeks) * 7 * 86_400_000).toISOString(), [today, weeks])
  const report = useQuery({
    queryKey: keys.deskReport({ from }),
    queryFn: (): Promise<DeskReport> => answer(api.GET('/api/desk/report', { params: { query: { from } } })),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={t('report.title')}
      lead={t('report.lead')}
      width="wide"
      action={
        <>
          <Select
            aria-label={t('report.period')}
            w={190}
            value={weeks}
            onChange={(value) => setFilters({ weeks: value ?? reportDefaults.weeks })}
            data={spans.map((value) => ({ value, label: t('report.weeks', { count: Number(value) }) }))}
          />
          <Button
            component="a"
            href={`/api/desk/report.csv?${new URLSearchParams({ from })}`}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            CSV
          </Button>
        </>
      }
    >
      <Loaded query={report}>{(data) => <Charts report={data} weeks={weeks} />}</Loaded>
      <ReportEntries from={from} filters={filters} onClose={() => setFilters({ number: '', week: '', door: '' })} />
    </Page>
  )
}

function Charts({ report, weeks }: { report: DeskReport; weeks: string }) {
  const { t, number, locale, dates } = useStrings()
  const now = useNow(600_000)
  const duration = useDuration()
  const [money] = useState(
    () => new Intl.NumberFormat(locale, { style: 'currency', currency: report.currency, maximumFractionDigits: 2 }),
  )
  const words = (week: string) => {
    // At noon it is the same day nearly everywhere.
    const short = dates.day(new Date(`${week}T12:00:00Z`), now)
    return { label: t('report.weekOf', { day: short }), short }
  }
  const href = (query: Partial<typeof reportDefaults>) => {
    const text = new URLSearchParams({ ...(weeks === reportDefaults.weeks ? {} : { weeks }), ...query }).toString()
    return `${paths.deskReport()}?${text}`
  }
  const tone = { resets: 1, unlocks: 2, deflected: 3 } as const
  const series = (['resets', 'unlocks'] as const).map((key) => ({ key, label: t(`report.${key}`), tone: tone[key] }))
  const byWeek = weekRows(report, words, (name, week) => href({ number: name, week }))
  const { totals, cases } = report
  const doors = report.doors.map(({ door, resets, unlocks }) => ({
    key: door,
    label: t(`desk.door.${door}`),
    values: { resets, unlocks },
    hrefs: { resets: href({ number: 'resets', door }), unlocks: href({ number: 'unlocks', door }) },
  }))
  const directories = report.directories.map(({ directory, resets, unlocks }) => ({
    key: directory.id,
    label: directory.name,
    values: { resets, unlocks },
  }))
  return (
    <>
      <dl className={styles.tiles}>
        <Tile name={t('report.resets')} value={number(totals.resets)} href={href({ number: 'resets' })} />
        <Tile name={t('report.unlocks')} value={number(totals.unlocks)} href={href({ number: 'unlocks' })} />
        <Tile name={t('report.deflected')} value={number(totals.deflected)} href={href({ number: 'deflected' })} />
        <Tile
          name={t('report.median')}
          value={totals.medianSeconds === null ? '–' : duration(totals.medianSeconds)}
          note={totals.p90Seconds === null ? undefined : t('report.p90', { duration: duration(totals.p90Seconds) })}
        />
        <Tile
          name={t('report.saved')}
          value={money.format(totals.saved)}
          note={t('report.perTicket', { cost: money.format(report.costPerTicket) })}
        />
      </dl>
      <div className={styles.charts}>
        <Section>
          <BarChart title={t('report.byWeek')} head={t('report.week')} series={series} rows={byWeek} format={number} />
        </Section>
        <Section>
          <BarChart
            title={t('report.alone')}
            head={t('report.week')}
            series={[{ key: 'deflected', label: t('report.deflected'), tone: 3 }]}
            rows={byWeek}
            format={number}
          />
        </Section>
        <Section>
          <BarChart title={t('report.byDoor')} head={t('report.door')} series={series} rows={doors} format={number} />
        </Section>
        <Section>
          <BarChart
            title={t('report.byDirectory')}
            head={t('report.directory')}
            series={series}
            rows={directories}
            format={number}
          />
        </Section>
        <Section>
          <LineChart
            title={t('report.caseTime')}
            head={t('report.week')}
            series={[
              { key: 'median', label: t('report.half'), tone: 1 },
              { key: 'p90', label: t('report.nine'), tone: 3 },
            ]}
            rows={caseRows(report, words)}
            format={(minutes) => duration(minutes * 60)}
            formatAxis={(minutes) => t('report.minutes', { minutes: number(minutes) })}
          />
        </Section>
        <Section title={t('report.cases')}>
          <dl className={styles.tiles}>
            {(['opened', 'settled', 'solved', 'overdue'] as const).map((name) => (
              <Tile
                key={name}
                name={t(`report.cases.${name}`)}
                value={number(cases[name])}
                href={href({ number: `cases_${name}` })}
              />
            ))}
          </dl>
        </Section>
      </div>
    </>
  )
}

function Tile({ name, value, note, href }: { name: string; value: string; note?: string | undefined; href?: string }) {
  return (
    <div className={styles.tile}>
      <dt>{name}</dt>
      <dd className={styles.value}>{href ? <a href={href}>{value}</a> : value}</dd>
      {note ? <dd className={styles.note}>{note}</dd> : null}
    </div>
  )
}
