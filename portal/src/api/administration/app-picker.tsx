/** Picks an app in use by the beginning of its name. */
import type { AppRow } from '@hallpass/contract/apps'
import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { answer, api } from '../client.ts'
import { keys } from '../keys.ts'

type Props = { label: string; without: readonly string[]; onPick: (app: AppRow) => void }

/** Empties itself after each pick, ready for the next. */
export function AppPicker({ label, without, onPick }: Props) {
  const { t } = useStrings()
  const [words, setWords] = useState('')
  const q = words.trim()
  const { data } = useQuery({
    queryKey: keys.apps({ q, pick: true }),
    queryFn: () =>
      answer(api.GET('/api/apps', { params: { query: { state: 'active', limit: 20, ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).filter(({ id, builtIn }) => !builtIn && !without.includes(id))
  return (
    <Select
      label={label}
      placeholder={t('roleForm.pickApp')}
      searchable
      nothingFoundMessage={t('roleForm.noApp')}
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={null}
      searchValue={words}
      onSearchChange={setWords}
      onChange={(id) => {
        const app = found.find((one) => one.id === id)
        if (app) onPick(app)
        setWords('')
      }}
    />
  )
}
