import { MultiSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import type { FieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'

type RoleName = { id: string; name: string }
type Props = FieldProps & {
  value: readonly RoleName[]
  /** The role itself, which conflicts with nothing of its own. */
  without: string | undefined
  onChange: (roles: RoleName[]) => void
}

/** Picks the roles that nobody should hold together with this one. */
export function ConflictPicker({ value, without, onChange, ...field }: Props) {
  const { t } = useStrings()
  const [words, setWords] = useState('')
  const q = words.trim()
  const query = { state: 'active' as const, limit: 20, ...(q === '' ? {} : { q }) }
  const { data } = useQuery({
    queryKey: keys.roles(query),
    queryFn: () => answer(api.GET('/api/roles', { params: { query } })),
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).filter(({ id }) => id !== without && !value.some((one) => one.id === id))
  const all: RoleName[] = [...value, ...found]
  return (
    <MultiSelect
      label={t('roleForm.conflicts')}
      description={t('roleForm.conflictsHint')}
      placeholder={value.length === 0 ? t('pick.role') : ''}
      searchable
      nothingFoundMessage={t('pick.noRole')}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value.map(({ id }) => id)}
      {...field}
      onSearchChange={setWords}
      onChange={(ids) => onChange(all.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name })))}
    />
  )
}
