/** Lines over time. A gap is a gap: nothing is drawn where nothing was measured. */
import { ChartFrame, type ChartRow, type Series } from './chart-frame.tsx'
import { ChartPicture, width } from './chart-picture.tsx'
import styles from './charts.module.css'

const left = 84

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
  const { title, series, rows, format, formatAxis = format } = props
  const values = rows.flatMap((row) => series.map(({ key }) => row.values[key] ?? null))
  const span = (width - left - 16) / Math.max(1, rows.length - 1)
  const x = (index: number) => left + 8 + span * index
  return (
    <ChartFrame {...props}>
      <ChartPicture
        title={title}
        rows={rows}
        left={left}
        values={values}
        isEmpty={values.every((value) => value === null)}
        formatAxis={formatAxis}
        x={x}
      >
        {(y) => series.map((one) => <Line key={one.key} {...{ rows, format, x, y }} series={one} />)}
      </ChartPicture>
    </ChartFrame>
  )
}

type LineProps = Pick<Props, 'rows' | 'format'> & {
  series: Series
  x: (index: number) => number
  y: (value: number) => number
}

function Line({ rows, series: { key, label, tone }, format, x, y }: LineProps) {
  const points = rows.map((row, index) => {
    const value = row.values[key] ?? null
    return value === null ? null : { row, value, x: x(index), y: y(value) }
  })
  return (
    <g>
      <path d={pathOf(points)} className={styles.line} data-tone={tone} />
      {points.map((point) =>
        point === null ? null : (
          <circle key={point.row.key} cx={point.x} cy={point.y} r={3.5} className={styles.bar} data-tone={tone}>
            <title>{`${point.row.label}, ${label}: ${format(point.value)}`}</title>
          </circle>
        ),
      )}
    </g>
  )
}

function pathOf(points: readonly ({ x: number; y: number } | null)[]): string {
  let pen = false
  return points
    .map((point) => {
      const step = point === null ? '' : `${pen ? 'L' : 'M'}${point.x} ${point.y}`
      pen = point !== null
      return step
    })
    .join(' ')
}
