/** What every picture of numbers has: lines across with their values, words below, and a sentence where there is nothing. */
import type { ReactNode } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import type { ChartRow } from './chart-frame.tsx'
import styles from './charts.module.css'
import { scaleFor } from './scale.ts'

export const width = 640
const height = 220
const bottom = 26
const top = 10

type Props = {
  title: string
  rows: readonly ChartRow[]
  /** Room for the values at the left, in units of the picture. */
  left: number
  /** All values that must fit in. */
  values: readonly (number | null)[]
  isEmpty: boolean
  formatAxis: (value: number) => string
  /** Where a row stands, from the left. */
  x: (index: number) => number
  /** Draws the numbers; `y` is where a value stands, from the top. */
  children: (y: (value: number) => number) => ReactNode
}

export function ChartPicture({ title, rows, left, values, isEmpty, formatAxis, x, children }: Props) {
  const { t } = useStrings()
  const { max, steps } = scaleFor(values)
  const y = (value: number) => top + (1 - value / max) * (height - top - bottom)
  // Labels that would touch leave each other out.
  const every = Math.ceil(rows.length / 8)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} focusable="false">
      <title>{title}</title>
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
            textAnchor={anchorAt(x(index), left)}
            className={styles.axis}
            data-thin={index % (every * 2) === 0 ? undefined : true}
          >
            {row.short ?? row.label}
          </text>
        ) : null,
      )}
      {children(y)}
      {isEmpty ? (
        <text x={(left + width) / 2} y={(height - bottom) / 2} textAnchor="middle" className={styles.nothing}>
          {t('chart.nothing')}
        </text>
      ) : null}
    </svg>
  )
}

/** Half of what a short label takes on a phone, where letters are larger beside the picture. */
const halfLabel = 44

/** Words below stay inside the picture, and off the values at the left. */
export function anchorAt(x: number, left: number): 'start' | 'middle' | 'end' {
  if (x - left < halfLabel) return 'start'
  return width - x < halfLabel ? 'end' : 'middle'
}
