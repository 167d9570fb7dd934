/** ⌘K: screens, what one may ask for, one's requests, and for those who may see them people, apps and roles. */
import { useMantineColorScheme } from '@mantine/core'
import { IconArrowRight, IconBrightnessHalf, IconRoute } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useHasRole, useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { Face } from '../../ui/face.tsx'
import { Palette, type PaletteGroup } from '../../ui/palette.tsx'
import { entriesFor } from './navigation.tsx'
import { useSettled } from './use-settled.ts'

type Props = { opened: boolean; onClose: () => void; go: (href: string) => void }

export function CommandPalette({ opened, onClose, go }: Props) {
  const { t } = useStrings()
  const { roles } = useSession()
  const [text, setText] = useState('')
  const words = useSettled(text.trim(), 120)
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const found = useFound(words)

  const wanted = text.trim().toLowerCase()
  const fits = (label: string) => wanted === '' || label.toLowerCase().includes(wanted)
  const screens = entriesFor(roles)
    .map(({ href, label, icon: Icon }) => ({
      id: href,
      label: t(label),
      icon: <Icon size={18} stroke={1.75} />,
      act: () => go(href),
    }))
    .filter(({ label }) => fits(label))
  const actions = [
    {
      id: 'ask',
      label: t('palette.ask'),
      icon: <IconArrowRight size={18} />,
      act: () => go(paths.catalog()),
    },
    {
      id: 'scheme',
      label: t('palette.scheme'),
      icon: <IconBrightnessHalf size={18} />,
      act: () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
    },
  ].filter(({ label }) => fits(label))

  const groups: PaletteGroup[] = [
    {
      title: t('palette.askFor'),
      items: found.catalog.map((item) => ({
        id: `catalog ${item.roleId}`,
        label: item.name,
        detail: item.held ? t('catalog.held') : undefined,
        icon: <AppIcon name={item.name} icon={item.apps[0]?.icon ?? null} size="sm" />,
        act: () => go(paths.catalogRole(item.roleId)),
      })),
    },
    {
      title: t('nav.people'),
      items: found.people.map((person) => ({
        id: `person ${person.id}`,
        label: person.displayName,
        detail: person.title ?? person.login,
        icon: <Face name={person.displayName} id={person.id} size="sm" />,
        act: () => go(paths.person(person.id)),
      })),
    },
    {
      title: t('nav.apps'),
      items: found.apps.map((app) => ({
        id: `app ${app.id}`,
        label: app.name,
        icon: <AppIcon name={app.name} icon={app.icon} size="sm" />,
        act: () => go(paths.app(app.id)),
      })),
    },
    {
      title: t('nav.myRequests'),
      items: found.requests
        .filter((request) => wanted !== '' && fits(request.role.name))
        .slice(0, 4)
        .map((request) => ({
          id: `request ${request.id}`,
          label: request.role.name,
          detail: t(`request.state.${request.state}`),
          icon: <IconRoute size={18} stroke={1.75} />,
          act: () => go(paths.request(request.id)),
        })),
    },
    { title: t('palette.screens'), items: screens },
    { title: t('palette.actions'), items: actions },
  ]
  return <Palette opened={opened} onClose={onClose} text={text} onText={setText} groups={groups} />
}

function useFound(q: string) {
  const seesPeople = useHasRole('admin', 'auditor', 'desk_agent')
  const seesApps = useHasRole('admin', 'auditor')
  const searching = q.length >= 2
  const limit = 5
  const catalog = useQuery({
    queryKey: keys.catalog({ q, limit }),
    queryFn: () => answer(api.GET('/api/catalog', { params: { query: { q, limit } } })),
    enabled: searching,
    placeholderData: keepPreviousData,
  })
  const people = useQuery({
    queryKey: keys.people({ q, limit }),
    queryFn: () => answer(api.GET('/api/people', { params: { query: { q, limit } } })),
    enabled: searching && seesPeople,
    placeholderData: keepPreviousData,
  })
  const apps = useQuery({
    queryKey: keys.apps({ q, limit }),
    queryFn: () => answer(api.GET('/api/apps', { params: { query: { q, limit } } })),
    enabled: searching && seesApps,
    placeholderData: keepPreviousData,
  })
  const requests = useQuery({
    queryKey: keys.myRequests(''),
    queryFn: () => answer(api.GET('/api/requests', { params: { query: { limit: 50 } } })),
    enabled: searching,
  })
  return {
    catalog: searching ? (catalog.data?.items ?? []) : [],
    people: searching ? (people.data?.items ?? []) : [],
    apps: searching ? (apps.data?.items ?? []) : [],
    requests: requests.data?.items ?? [],
  }
}
