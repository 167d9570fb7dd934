import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { GroupPicker, type PickedGroup } from '../../api/administration/group-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Chosen } from './chosen.tsx'

type Props = { ids: readonly string[]; onChange: (ids: string[]) => void }

/** The groups whose members a rule is about. */
export function GroupsOfRule({ ids, onChange }: Props) {
  const { t } = useStrings()
  const [names, setNames] = useState<Record<string, string>>({})
  const groups = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['groups', 'one', id],
      queryFn: () => answer(api.GET('/api/groups/{id}', { params: { path: { id } } })),
    })),
  })
  const nameOf = (id: string) => groups[ids.indexOf(id)]?.data?.name ?? names[id] ?? id

  function pick(group: PickedGroup | null) {
    if (group === null || ids.includes(group.id)) return
    setNames((before) => ({ ...before, [group.id]: group.name }))
    onChange([...ids, group.id])
  }

  return (
    <div>
      <GroupPicker key={ids.length} label={t('signOn.pickGroup')} value={null} onChange={pick} />
      <Chosen ids={ids} nameOf={nameOf} onRemove={(id) => onChange(ids.filter((one) => one !== id))} />
    </div>
  )
}
