/** Which entries the navigation shows to whom. The service decides again on every call; this only spares dead ends. */
import type { ProductRole } from '@hallpass/contract/common'
import {
  IconAdjustments,
  IconApps,
  IconBinaryTree2,
  IconChartBar,
  IconChecklist,
  IconDevices,
  IconDoorEnter,
  IconGitBranch,
  IconHeadset,
  IconIdBadge2,
  IconInbox,
  IconKey,
  IconLayoutGrid,
  IconListDetails,
  IconPlugConnected,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconShieldLock,
  IconShoppingBagPlus,
  IconStack2,
  IconTimelineEvent,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { paths } from '../../paths.ts'
import type { MessageKey } from '../../strings/catalogue.ts'
import type { Strings } from '../../strings/use-strings.tsx'
import type { NavItem, NavSection } from '../../ui/shell.tsx'

type Words = Strings['t']
type Icon = ComponentType<{ size?: number; stroke?: number }>
type Entry = { href: string; label: MessageKey; icon: Icon; roles?: readonly ProductRole[] }

const mine: readonly Entry[] = [
  { href: paths.myApps(), label: 'nav.myApps', icon: IconLayoutGrid },
  { href: paths.catalog(), label: 'nav.catalog', icon: IconShoppingBagPlus },
  { href: paths.myRequests(), label: 'nav.myRequests', icon: IconRoute },
  { href: paths.inbox(), label: 'nav.inbox', icon: IconInbox },
]

const account: readonly Entry[] = [
  { href: paths.myAccess(), label: 'nav.myAccess', icon: IconIdBadge2 },
  { href: paths.password(), label: 'nav.password', icon: IconKey },
  { href: paths.security(), label: 'nav.security', icon: IconShieldLock },
  { href: paths.sessions(), label: 'nav.sessions', icon: IconDevices },
]

const readers: readonly ProductRole[] = ['admin', 'auditor']

const desk: readonly Entry[] = [
  { href: paths.desk(), label: 'nav.desk', icon: IconHeadset, roles: ['desk_agent', 'admin', 'auditor'] },
  { href: paths.deskReport(), label: 'nav.deskReport', icon: IconChartBar, roles: ['desk_agent', 'admin', 'auditor'] },
]

export const administration: readonly Entry[] = [
  { href: paths.people(), label: 'nav.people', icon: IconUsers, roles: ['admin', 'auditor', 'desk_agent'] },
  { href: paths.directories(), label: 'nav.directories', icon: IconBinaryTree2, roles: readers },
  { href: paths.apps(), label: 'nav.apps', icon: IconApps, roles: readers },
  { href: paths.roles(), label: 'nav.roles', icon: IconShieldCheck, roles: readers },
  { href: paths.policies(), label: 'nav.policies', icon: IconGitBranch, roles: readers },
  { href: paths.requests(), label: 'nav.requests', icon: IconListDetails, roles: readers },
  { href: paths.tasks(), label: 'nav.tasks', icon: IconChecklist, roles: readers },
  { href: paths.signOn(), label: 'nav.signOn', icon: IconDoorEnter, roles: readers },
  { href: paths.deskSettings(), label: 'nav.deskSettings', icon: IconAdjustments, roles: readers },
  { href: paths.servicenow(), label: 'nav.servicenow', icon: IconPlugConnected, roles: readers },
  { href: paths.jobs(), label: 'nav.jobs', icon: IconStack2, roles: readers },
  { href: paths.trail(), label: 'nav.trail', icon: IconTimelineEvent, roles: readers },
  { href: paths.settings(), label: 'nav.settings', icon: IconSettings, roles: readers },
]

export function entriesFor(roles: readonly ProductRole[]): readonly Entry[] {
  return [...mine, ...account, ...desk, ...administration].filter((entry) => isOpenTo(entry, roles))
}

export function navigationFor(roles: readonly ProductRole[], approvals: number, t: Words): NavSection[] {
  const item = itemIn(t, approvals)
  const agent = desk.filter((entry) => isOpenTo(entry, roles)).map(item)
  const admin = administration.filter((entry) => isOpenTo(entry, roles)).map(item)
  return [
    { title: null, items: mine.map(item) },
    ...(agent.length > 0 ? [{ title: t('nav.desk'), items: agent }] : []),
    { title: t('nav.account'), items: account.map(item) },
    ...(admin.length > 0 ? [{ title: t('nav.administration'), items: admin }] : []),
  ]
}

export function tabsFor(approvals: number, t: Words): NavItem[] {
  return mine.map(itemIn(t, approvals))
}

function isOpenTo(entry: Entry, roles: readonly ProductRole[]): boolean {
  return entry.roles === undefined || entry.roles.some((role) => roles.includes(role))
}

function itemIn(t: Words, approvals: number) {
  return ({ href, label, icon: Icon }: Entry): NavItem => ({
    href,
    label: t(label),
    icon: <Icon size={18} stroke={1.75} />,
    ...(href === paths.inbox() ? { badge: approvals, badgeLabel: t('nav.waiting', { count: approvals }) } : {}),
  })
}
