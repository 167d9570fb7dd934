/** Bars, stacked where there are several series. Pressing a bar leads to what is behind it. */
import { ChartFrame, type ChartRow, type Series } from './chart-frame.tsx'
import { ChartPicture, width } from './chart-picture.tsx'
import styles from './charts.module.css'

const left = 52

type Props = {
  title: string
  /** What the rows are: "Week". */
  head: string
  series: readonly Series[]
  rows: readonly ChartRow[]
  format: (value: number) => string
}

export function BarChart(props: Props) {
  const { title, series, rows, format } = props
  const sums = rows.map(({ values }) => series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0))
  const span = (width - left) / Math.max(1, rows.length)
  const middle = (index: number) => left + span * (index + 0.5)
  const bar = Math.min(44, span * 0.68)
  return (
    <ChartFrame {...props}>
      <ChartPicture
        title={title}
        rows={rows}
        left={left}
        values={sums}
        isEmpty={sums.every((sum) => sum === 0)}
        formatAxis={format}
        x={middle}
      >
        {(y) =>
          rows.map((row, index) => <Stack key={row.key} {...{ row, series, format, y, bar }} x={middle(index)} />)
        }
      </ChartPicture>
    </ChartFrame>
  )
}

type StackProps = Pick<Props, 'series' | 'format'> & {
  row: ChartRow
  x: number
  y: (value: number) => number
  /** Width of the bar. */
  bar: number
}

function Stack({ row, series, format, x, y, bar }: StackProps) {
  let from = 0
  return (
    <g>
      {series.map(({ key, label, tone }) => {
        const value = row.values[key] ?? 0
        if (value === 0) return null
        const rect = (
          <rect
            key={key}
            x={x - bar / 2}
            width={bar}
            y={y(from + value)}
            height={y(from) - y(from + value)}
            className={styles.bar}
            data-tone={tone}
          >
            <title>{`${row.label}, ${label}: ${format(value)}`}</title>
          </rect>
        )
        from += value
        const href = row.hrefs?.[key]
        return href ? (
          <a key={key} href={href} tabIndex={-1}>
            {rect}
          </a>
        ) : (
          rect
        )
      })}
    </g>
  )
}
