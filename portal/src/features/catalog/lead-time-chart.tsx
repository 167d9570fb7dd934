/** How long asking took lately: how many requests within an hour, half a day, a day, three days, longer. */
import { useStrings } from '../../strings/use-strings.tsx'
import { BarChart } from '../../ui/bar-chart.tsx'

type Props = { spread: readonly { hoursMax: number | null; count: number }[] }

export function LeadTimeChart({ spread }: Props) {
  const { t, number } = useStrings()
  return (
    <BarChart
      title={t('catalog.spread')}
      head={t('catalog.usually')}
      series={[{ key: 'requests', label: t('catalog.requests'), tone: 1 }]}
      rows={spread.map(({ hoursMax, count }) => ({
        key: String(hoursMax),
        label: hoursMax === null ? t('catalog.longer') : t('catalog.within', { hours: hoursMax }),
        values: { requests: count },
      }))}
      format={number}
    />
  )
}
