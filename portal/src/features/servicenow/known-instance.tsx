/** Before an instance is connected that is connected already: what connecting it again undoes. */
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type InstanceValues, instanceFrom } from './instance-values.ts'

export function KnownInstance({ values, how }: { values: InstanceValues; how: 'administrator' | 'by_hand' }) {
  const { t } = useStrings()
  const { data } = useQuery({
    queryKey: keys.snowConnections,
    queryFn: () => answer(api.GET('/api/servicenow/connections')),
  })
  const { instanceUrl } = instanceFrom(values)
  const known = data?.items.find((connection) => connection.instanceUrl === instanceUrl)
  if (!known) return null
  return (
    <Notice tone="warn" title={t('snow.known.title', { name: known.name })}>
      <p>{t(how === 'administrator' ? 'snow.known.anew' : 'snow.known.refused')}</p>
      <a href={paths.servicenowConnection(known.id)}>{t('snow.known.open')}</a>
    </Notice>
  )
}
