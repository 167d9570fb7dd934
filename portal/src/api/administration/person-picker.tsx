/** Picks people by typing the beginning of a name. */
import { MultiSelect, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { answer, api } from '../client.ts'
import { keys } from '../keys.ts'

export type PickedPerson = { id: string; displayName: string }

type OneProps = {
  label: string
  description?: string
  value: PickedPerson | null
  onChange: (person: PickedPerson | null) => void
  required?: boolean
  /** Where the focus starts in its dialog. */
  isFirst?: boolean
}

export function PersonPicker({ label, description, value, onChange, required = false, isFirst = false }: OneProps) {
  const { t } = useStrings()
  const [words, setWords] = useState('')
  const found = useFoundPeople(words, value ? [value] : [])
  return (
    <Select
      label={label}
      {...(isFirst ? { 'data-autofocus': true } : {})}
      required={required}
      description={description}
      placeholder={t('pick.person')}
      searchable
      clearable
      nothingFoundMessage={t('pick.nobody')}
      data={found.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      filter={({ options }) => options}
      value={value?.id ?? null}
      onSearchChange={setWords}
      onChange={(id) => onChange(found.find((person) => person.id === id) ?? null)}
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
    />
  )
}

type ManyProps = {
  label: string
  description?: string
  value: readonly PickedPerson[]
  onChange: (people: PickedPerson[]) => void
}

export function PeoplePicker({ label, description, value, onChange }: ManyProps) {
  const { t } = useStrings()
  const [words, setWords] = useState('')
  const found = useFoundPeople(words, value)
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={value.length === 0 ? t('pick.person') : ''}
      searchable
      nothingFoundMessage={t('pick.nobody')}
      data={found.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      filter={({ options }) => options}
      value={value.map(({ id }) => id)}
      onSearchChange={setWords}
      onChange={(ids) => onChange(found.filter(({ id }) => ids.includes(id)))}
    />
  )
}

/** Who fits the words, and whoever is picked already, so that they keep their names. */
function useFoundPeople(words: string, picked: readonly PickedPerson[]): PickedPerson[] {
  const q = words.trim()
  const { data } = useQuery({
    queryKey: keys.people({ q, pick: true }),
    queryFn: () =>
      answer(api.GET('/api/people', { params: { query: { limit: 20, state: 'active', ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).map(({ id, displayName }) => ({ id, displayName }))
  return [...picked, ...found.filter(({ id }) => !picked.some((one) => one.id === id))]
}
