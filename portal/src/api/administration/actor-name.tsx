/** Who did it, in words. People are looked up by id, and each only once. */
import type { TrailActor } from '@hallpass/contract/audit'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { answer, api } from '../client.ts'
import { keys } from '../keys.ts'

export function ActorName({ actor }: { actor: TrailActor }) {
  const { t } = useStrings()
  if (actor.kind === 'person' && actor.personId) return <PersonName id={actor.personId} />
  if (actor.kind === 'anonymous') return <>{t('trail.actor.anonymous')}</>
  if (actor.kind === 'bootstrap') return <>{t('trail.actor.bootstrap')}</>
  if (actor.kind === 'operator') return <>{t('trail.actor.operator', { name: actor.name ?? '' })}</>
  return <SystemName name={actor.name ?? ''} />
}

/** Which part of Hallpass did it, by what its name begins with. */
function SystemName({ name }: { name: string }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const [part = ''] = name.split('.')
  return (
    <span title={name === part ? undefined : name}>
      {t('trail.actor.system', { name: wordsOr(`trail.part.${part}`, name) })}
    </span>
  )
}

export function PersonName({ id }: { id: string }) {
  const { data, isPending } = useQuery({
    queryKey: keys.person(id),
    queryFn: () => answer(api.GET('/api/people/{id}', { params: { path: { id } } })),
    staleTime: 5 * 60_000,
  })
  return (
    <a href={paths.person(id)}>
      {/* A number that turns into a name a moment later would only be read in vain. */}
      <bdi>{data?.displayName ?? (isPending ? '…' : id.slice(0, 8))}</bdi>
    </a>
  )
}
