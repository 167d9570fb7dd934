/** A table of things: rows that are links, columns that step aside on narrow screens, each row a card on a phone, more on request. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './data-table.module.css'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Left out below 800 px (`late`) or below 960 px (`last`); cards show all of them. */
  narrow?: 'late' | 'last'
  align?: 'end'
  width?: string
}

type Props<Row> = {
  /** What the table lists, for screen readers. */
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string | undefined
  empty: ReactNode
  more?: { has: boolean; loading: boolean; load: () => void }
}

export function DataTable<Row>({ caption, rows, columns, rowKey, rowHref, empty, more }: Props<Row>) {
  const { t } = useStrings()
  if (rows.length === 0) return <>{empty}</>
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, narrow, align, width }) => (
              <th key={key} scope="col" data-narrow={narrow} data-align={align} style={width ? { width } : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = rowHref?.(row)
            return (
              <tr key={rowKey(row)} data-linked={href ? true : undefined}>
                {columns.map(({ key, header, cell, narrow, align }, index) => (
                  <td key={key} data-narrow={narrow} data-align={align} data-header={header}>
                    {index === 0 && href ? (
                      <a href={href} className={styles.rowLink}>
                        {cell(row)}
                      </a>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {more?.has ? (
        <div className={styles.more}>
          <Button variant="default" size="xs" loading={more.loading} onClick={more.load}>
            {t('ui.showMore')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
