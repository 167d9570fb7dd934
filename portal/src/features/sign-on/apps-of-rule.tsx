import { useQuery } from '@tanstack/react-query'
import { AppPicker } from '../../api/administration/app-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Chosen } from './chosen.tsx'

type Props = { ids: readonly string[]; onChange: (ids: string[]) => void }

/** The apps whose opening a rule is about. */
export function AppsOfRule({ ids, onChange }: Props) {
  const { t } = useStrings()
  const apps = useQuery({
    queryKey: keys.apps({ all: true }),
    queryFn: () => answer(api.GET('/api/apps', { params: { query: { limit: 200 } } })),
    enabled: ids.length > 0,
  })
  const nameOf = (id: string) => apps.data?.items.find((app) => app.id === id)?.name ?? id
  return (
    <div>
      <AppPicker label={t('signOn.pickApp')} without={ids} onPick={(app) => onChange([...ids, app.id])} />
      <Chosen ids={ids} nameOf={nameOf} onRemove={(id) => onChange(ids.filter((one) => one !== id))} />
    </div>
  )
}
