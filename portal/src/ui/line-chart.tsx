/** Lines over time. A gap is a gap: nothing is drawn where nothing was measured. */
import { useStrings } from '../strings/use-strings.tsx'
import { ChartFrame, type ChartRow, type Series } from './chart-frame.tsx'
import styles from './charts.module.css'
import { scaleFor } from './scale.ts'

const width = 640
const height = 220
const left = 84
const bottom = 26
const top = 10

type Props = {
  title: string
  head: string
  series: readonly Series[]
  rows: readonly ChartRow[]
  format: (value: number) => string
  /** Shorter, for the axis; as `format` when left out. */
  formatAxis?: (value: number) => string
}

export function LineChart(props: Props) {
  const { series, rows, format, formatAxis = format } = props
  const { t } = useStrings()
  const isEmpty = rows.every(({ values }) => series.every(({ key }) => (values[key] ?? null) === null))
  const { max, steps } = scaleFor(rows.flatMap(({ values }) => series.map(({ key }) => values[key] ?? null)))
  const span = (width - left - 16) / Math.max(1, rows.length - 1)
  const x = (index: number) => left + 8 + span * index
  const y = (value: number) => top + (1 - value / max) * (height - top - bottom)
  const every = Math.ceil(rows.length / 8)
  return (
    <ChartFrame {...props}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} focusable="false">
        <title>{props.title}</title>
        {steps.map((step) => (
          <g key={step}>
            <line x1={left} x2={width} y1={y(step)} y2={y(step)} className={styles.grid} />
            <text x={left - 8} y={y(step) + 4} textAnchor="end" className={styles.axis}>
              {formatAxis(step)}
            </text>
          </g>
        ))}
        {rows.map((row, index) =>
          index % every === 0 ? (
            <text
              key={row.key}
              x={x(index)}
              y={height - 8}
              textAnchor={index === 0 ? 'start' : index === rows.length - 1 ? 'end' : 'middle'}
              className={styles.axis}
              data-thin={index % (every * 2) === 0 ? undefined : true}
            >
              {row.short ?? row.label}
            </text>
          ) : null,
        )}
        {series.map(({ key, label, tone }) => (
          <g key={key}>
            <path
              d={pathOf(
                rows
                  .map(({ values }) => values[key] ?? null)
                  .map((value, index) => (value === null ? null : [x(index), y(value)])),
              )}
              className={styles.line}
              data-tone={tone}
            />
            {rows.map((row, index) => {
              const value = row.values[key] ?? null
              return value === null ? null : (
                <circle key={row.key} cx={x(index)} cy={y(value)} r={3.5} className={styles.bar} data-tone={tone}>
                  <title>{`${row.label}, ${label}: ${format(value)}`}</title>
                </circle>
              )
            })}
          </g>
        ))}
        {isEmpty ? (
          <text x={(left + width) / 2} y={(height - bottom) / 2} textAnchor="middle" className={styles.nothing}>
            {t('chart.nothing')}
          </text>
        ) : null}
      </svg>
    </ChartFrame>
  )
}

function pathOf(points: readonly (readonly [number, number] | number[] | null)[]): string {
  let pen = false
  return points
    .map((point) => {
      if (point === null) {
        pen = false
        return ''
      }
      const step = `${pen ? 'L' : 'M'}${point[0]} ${point[1]}`
      pen = true
      return step
    })
    .join(' ')
}
