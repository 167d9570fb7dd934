/** A chart with its name, its legend, and the numbers behind it as a table: for those who read, or cannot see the picture. */
import { type ReactNode, useId } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './charts.module.css'

export type Series = { key: string; label: string; tone: 1 | 2 | 3 }
export type ChartRow = {
  key: string
  label: string
  /** Under the picture where `label` is too long. */
  short?: string
  values: Readonly<Record<string, number | null>>
  /** Where the rows behind a number are listed. */
  hrefs?: Readonly<Record<string, string>>
}

type Props = {
  title: string
  head: string
  series: readonly Series[]
  rows: readonly ChartRow[]
  format: (value: number) => string
  children: ReactNode
}

export function ChartFrame({ title, head, series, rows, format, children }: Props) {
  const { t } = useStrings()
  const id = useId()
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.caption}>
        {title}
      </figcaption>
      <ul className={styles.legend}>
        {series.map(({ key, label, tone }) => (
          <li key={key}>
            <span className={styles.swatch} data-tone={tone} aria-hidden />
            {label}
          </li>
        ))}
      </ul>
      <div aria-hidden>{children}</div>
      <details className={styles.details}>
        <summary>{t('chart.asTable')}</summary>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                {series.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <bdi>{row.label}</bdi>
                  </th>
                  {series.map(({ key }) => {
                    const value = row.values[key] ?? null
                    const href = row.hrefs?.[key]
                    const words = value === null ? '–' : format(value)
                    return <td key={key}>{href && value ? <a href={href}>{words}</a> : words}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
