/** Picks groups of directories by the beginning of their names. */
import { MultiSelect, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { answer, api } from '../client.ts'
import { keys } from '../keys.ts'

export type PickedGroup = { id: string; name: string }

type ManyProps = { label: string; value: readonly PickedGroup[]; onChange: (groups: PickedGroup[]) => void }

export function GroupsPicker({ label, value, onChange }: ManyProps) {
  const { t } = useStrings()
  const [words, setWords] = useState('')
  const found = useFoundGroups(words, value)
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? t('pick.group') : ''}
      searchable
      nothingFoundMessage={t('pick.noGroup')}
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value.map(({ id }) => id)}
      onSearchChange={setWords}
      onChange={(ids) => onChange(found.filter(({ id }) => ids.includes(id)))}
    />
  )
}

type OneProps = {
  label: string
  value: PickedGroup | null
  onChange: (group: PickedGroup | null) => void
  required?: boolean
}

export function GroupPicker({ label, value, onChange, required = false }: OneProps) {
  const { t } = useStrings()
  const [words, setWords] = useState('')
  const found = useFoundGroups(words, value ? [value] : [])
  return (
    <Select
      label={label}
      required={required}
      placeholder={t('pick.group')}
      searchable
      nothingFoundMessage={t('pick.noGroup')}
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value?.id ?? null}
      onSearchChange={setWords}
      onChange={(id) => onChange(found.find((group) => group.id === id) ?? null)}
    />
  )
}

function useFoundGroups(words: string, picked: readonly PickedGroup[]): PickedGroup[] {
  const q = words.trim()
  const { data } = useQuery({
    queryKey: keys.groups({ q }),
    queryFn: () => answer(api.GET('/api/groups', { params: { query: { limit: 20, ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).map(({ id, name, directory }) => ({ id, name: `${name} (${directory.name})` }))
  return [...picked, ...found.filter(({ id }) => !picked.some((one) => one.id === id))]
}
