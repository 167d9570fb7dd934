import type { DeskQueue } from '@hallpass/contract/desk'
import { Select } from '@mantine/core'
import { useCallback } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import styles from './desk.module.css'
import { type DeskFilterValues, kinds } from './filters.ts'

type Props = {
  filters: DeskFilterValues
  onChange: (change: Partial<DeskFilterValues>) => void
  counts: DeskQueue['counts'] | null
}

/** What the queue shows. */
export function DeskFilters({ filters, onChange, counts }: Props) {
  const { t } = useStrings()
  const search = useCallback((text: string) => onChange({ text }), [onChange])
  const count = (value: number | undefined) => (value === undefined ? {} : { count: value })
  return (
    <div className={styles.filters}>
      <SearchField label={t('desk.search')} placeholder={t('desk.searchHint')} value={filters.text} onChange={search} />
      <ChoiceChips
        label={t('desk.show')}
        value={filters.show}
        onChange={(show) => onChange({ show })}
        choices={[
          { value: 'unsettled', label: t('desk.show.unsettled'), ...count(counts?.unsettled) },
          { value: 'overdue', label: t('desk.show.overdue'), ...count(counts?.overdue) },
          { value: 'settled', label: t('desk.show.settled') },
        ]}
      />
      <ChoiceChips
        label={t('desk.who')}
        value={filters.who}
        onChange={(who) => onChange({ who })}
        choices={[
          { value: '', label: t('desk.who.all') },
          { value: 'me', label: t('desk.who.me'), ...count(counts?.mine) },
          { value: 'nobody', label: t('desk.who.nobody'), ...count(counts?.unassigned) },
        ]}
      />
      <div className={styles.selects}>
        <Select
          aria-label={t('desk.kind')}
          value={filters.kind}
          onChange={(kind) => onChange({ kind: kind ?? '' })}
          data={[
            { value: '', label: t('desk.kind.all') },
            ...kinds.map((value) => ({ value, label: t(`desk.kind.${value}`) })),
          ]}
        />
        <Select
          aria-label={t('desk.tier')}
          value={filters.tier}
          onChange={(tier) => onChange({ tier: tier ?? '' })}
          data={[
            { value: '', label: t('desk.tier.all') },
            ...(['standard', 'privileged'] as const).map((value) => ({ value, label: t(`desk.tier.${value}`) })),
          ]}
        />
      </div>
    </div>
  )
}
