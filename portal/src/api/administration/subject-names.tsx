/** What an entry of the trail is about, by name. Each thing is looked up by its id, and only once; what is gone is named by its kind. */
import type { TrailEntry } from '@hallpass/contract/audit'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { answer, api } from '../client.ts'
import { keys } from '../keys.ts'
import { PersonName } from './actor-name.tsx'
import styles from './subject-names.module.css'

const nameOf = {
  appId: {
    key: keys.app,
    load: (id: string) => answer(api.GET('/api/apps/{id}', { params: { path: { id } } })),
    path: (id: string) => paths.app(id),
  },
  roleId: {
    key: keys.role,
    load: (id: string) => answer(api.GET('/api/roles/{id}', { params: { path: { id } } })),
    path: (id: string) => paths.role(id),
  },
  directoryId: {
    key: keys.directory,
    load: (id: string) => answer(api.GET('/api/directories/{id}', { params: { path: { id } } })),
    path: (id: string) => paths.directory(id),
  },
} as const

type Kind = keyof typeof nameOf

function ThingName({ kind, id }: { kind: Kind; id: string }) {
  const { t } = useStrings()
  const { key, load, path } = nameOf[kind]
  const { data, isPending } = useQuery<{ name: string }>({
    queryKey: key(id),
    queryFn: () => load(id),
    staleTime: 5 * 60_000,
  })
  return (
    <a href={path(id)}>
      <bdi>{data?.name ?? (isPending ? '…' : t(`trail.about.${kind}`))}</bdi>
    </a>
  )
}

/** The person is left out where the entry says it of whoever did it, or of whose page it stands on. */
export function SubjectNames({ entry, without }: { entry: TrailEntry; without?: string }) {
  const { t } = useStrings()
  const { personId, requestId, appId, roleId, directoryId } = entry.subjects
  const isOther = personId !== undefined && personId !== entry.actor.personId && personId !== without
  return (
    <span className={styles.subjects}>
      {isOther ? <PersonName id={personId} /> : null}
      {roleId ? <ThingName kind="roleId" id={roleId} /> : null}
      {appId ? <ThingName kind="appId" id={appId} /> : null}
      {directoryId && !isOther ? <ThingName kind="directoryId" id={directoryId} /> : null}
      {requestId ? <a href={paths.request(requestId)}>{t('trail.about.requestId')}</a> : null}
    </span>
  )
}
