/** Who has the names by which apps know the people of a directory, once they have left. */
import type { DirectoryAppNames } from '@hallpass/contract/app-names'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useStrings } from '../../strings/use-strings.tsx'

type Props = {
  directoryId: string
  held: DirectoryAppNames
  /** The directory that follows; null where the names stay with whoever leaves. */
  next: string | null
  onNext: (directoryId: string | null) => void
}

export function NamesAtApps({ directoryId, held, next, onNext }: Props) {
  const { t, number } = useStrings()
  const directories = useQuery({
    queryKey: keys.directories,
    queryFn: () => answer(api.GET('/api/directories')),
  })
  const others = (directories.data?.items ?? []).filter(({ id }) => id !== directoryId)
  return (
    <Select
      mt="md"
      label={t('directory.namesTo')}
      description={t('directory.namesToHint', {
        names: number(held.names),
        people: number(held.people),
        apps: number(held.apps),
      })}
      placeholder={t('directory.namesStay')}
      clearable
      data={others.map(({ id, name }) => ({ value: id, label: name }))}
      value={next}
      onChange={onNext}
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
    />
  )
}
