import { Button, Select, TextInput } from '@mantine/core'
import { PersonName } from '../../api/administration/actor-name.tsx'
import { PersonPicker } from '../../api/administration/person-picker.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './trail.module.css'
import { subjects, type TrailFilters, trailDefaults } from './trail-filters.ts'

const groups = [
  'request.',
  'grant.',
  'account.',
  'person.',
  'session.',
  'sign_in.',
  'reset.',
  'password.',
  'app.',
  'role.',
  'policy.',
  'directory.',
  'task.',
] as const

type Props = { filters: TrailFilters; onChange: (change: Partial<TrailFilters>) => void; isFiltered: boolean }

/** What was done, whom or what it is about, and when. */
export function FilterBar({ filters, onChange, isFiltered }: Props) {
  const { t } = useStrings()
  return (
    <fieldset className={styles.filters} aria-label={t('ui.filters')}>
      <Select
        label={t('trail.action')}
        value={filters.action}
        data={[
          { value: '', label: t('trail.allActions') },
          ...groups.map((value) => ({ value, label: t(`trail.group.${value}`) })),
        ]}
        onChange={(action) => onChange({ action: action ?? '' })}
      />
      <Select
        label={t('trail.about')}
        value={filters.about}
        data={subjects.map((value) => ({ value, label: t(`trail.about.${value}`) }))}
        onChange={(about) => onChange({ about: about ?? 'personId', id: '' })}
      />
      {filters.about !== 'personId' ? (
        <TextInput
          label={t('facts.reference')}
          maxLength={36}
          spellCheck={false}
          value={filters.id}
          onChange={(event) => onChange({ id: event.currentTarget.value.trim() })}
        />
      ) : filters.id === '' ? (
        <PersonPicker
          label={t('trail.person')}
          value={null}
          onChange={(person) => onChange({ id: person?.id ?? '' })}
        />
      ) : (
        <p className={styles.chosen}>
          <span>{t('trail.person')}</span>
          <PersonName id={filters.id} />
        </p>
      )}
      <TextInput
        type="date"
        label={t('trail.from')}
        value={filters.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('trail.to')}
        value={filters.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      {isFiltered ? (
        <Button variant="subtle" color="gray" onClick={() => onChange(trailDefaults)}>
          {t('trail.clear')}
        </Button>
      ) : null}
    </fieldset>
  )
}
