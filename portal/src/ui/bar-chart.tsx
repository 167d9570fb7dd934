/** Bars, stacked where there are several series. Pressing a bar leads to what is behind it. */
import { useStrings } from '../strings/use-strings.tsx'
import { ChartFrame, type ChartRow, type Series } from './chart-frame.tsx'
import styles from './charts.module.css'
import { scaleFor } from './scale.ts'

const width = 640
const height = 220
const left = 52
const bottom = 26
const top = 10

type Props = {
  title: string
  /** What the rows are: "Week". */
  head: string
  series: readonly Series[]
  rows: readonly ChartRow[]
  format: (value: number) => string
}

export function BarChart(props: Props) {
  const { series, rows, format } = props
  const { t } = useStrings()
  const sums = rows.map(({ values }) => series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0))
  const isEmpty = sums.every((sum) => sum === 0)
  const { max, steps } = scaleFor(sums)
  const span = (width - left) / Math.max(1, rows.length)
  const bar = Math.min(44, span * 0.68)
  const y = (value: number) => top + (1 - value / max) * (height - top - bottom)
  // Labels that would touch leave each other out.
  const every = Math.ceil(rows.length / 8)
  return (
    <ChartFrame {...props}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} focusable="false">
        <title>{props.title}</title>
        {steps.map((step) => (
          <g key={step}>
            <line x1={left} x2={width} y1={y(step)} y2={y(step)} className={styles.grid} />
            <text x={left - 8} y={y(step) + 4} textAnchor="end" className={styles.axis}>
              {format(step)}
            </text>
          </g>
        ))}
        {rows.map((row, index) => {
          const middle = left + span * (index + 0.5)
          let from = 0
          return (
            <g key={row.key}>
              {series.map(({ key, label, tone }) => {
                const value = row.values[key] ?? 0
                if (value === 0) return null
                const rect = (
                  <rect
                    key={key}
                    x={middle - bar / 2}
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
              {index % every === 0 ? (
                <text
                  x={middle}
                  y={height - 8}
                  textAnchor="middle"
                  className={styles.axis}
                  data-thin={index % (every * 2) === 0 ? undefined : true}
                >
                  {row.short ?? row.label}
                </text>
              ) : null}
            </g>
          )
        })}
        {isEmpty ? (
          <text x={(left + width) / 2} y={(height - bottom) / 2} textAnchor="middle" className={styles.nothing}>
            {t('chart.nothing')}
          </text>
        ) : null}
      </svg>
    </ChartFrame>
  )
}
