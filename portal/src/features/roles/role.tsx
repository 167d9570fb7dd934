/** One role: what it carries, who approves it, who has it. */
import type { RoleDetail } from '@hallpass/contract/roles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { EditRole } from './edit-role.tsx'
import { RoleHolders } from './role-holders.tsx'
import { RoleOverview } from './role-overview.tsx'

const defaults = { tab: 'overview' }
const tabs = ['overview', 'holders', 'edit'] as const

export function RoleScreen() {
  const { t } = useStrings()
  const id = useParam()
  const role = useQuery({
    queryKey: keys.role(id),
    queryFn: (): Promise<RoleDetail> => answer(api.GET('/api/roles/{id}', { params: { path: { id } } })),
  })
  if (!role.data) {
    return (
      <Page title={t('roles.title')} back={{ href: paths.roles(), label: t('roles.title') }}>
        <Loaded query={role}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Found role={role.data} />
}

function Found({ role }: { role: RoleDetail }) {
  const { t } = useStrings()
  const [{ tab }] = useFilters(defaults)
  const [asking, setAsking] = useState(false)
  const active = tabs.find((known) => known === tab) ?? 'overview'
  const retire = useAction({
    run: (reason: string) =>
      answer(api.POST('/api/roles/{id}/retire', { params: { path: { id: role.id } }, body: { reason } })),
    done: () => t('role.retired', { role: role.name }),
    forget: [['roles'], ['apps'], ['catalog'], ['people']],
    after: () => setAsking(false),
  })
  const why = role.productRole ? t('role.isProduct') : role.state === 'retired' ? t('app.alreadyRetired') : null
  return (
    <Page
      title={role.name}
      heading={
        <>
          <bdi>{role.name}</bdi>{' '}
          {role.state === 'retired' ? <Status tone="quiet">{t('apps.state.retired')}</Status> : null}
        </>
      }
      lead={role.description ? <bdi>{role.description}</bdi> : undefined}
      back={{ href: paths.roles(), label: t('roles.title') }}
      action={
        <AdminButton variant="default" why={why} onClick={() => setAsking(true)}>
          {t('role.retire')}
        </AdminButton>
      }
    >
      <TabLinks
        label={t('role.tabs')}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`role.tab.${key}`),
          href: paths.role(role.id, key === 'overview' ? undefined : key),
          ...(key === 'holders' ? { count: role.holders } : {}),
        }))}
      />
      {active === 'overview' ? <RoleOverview role={role} /> : null}
      {active === 'holders' ? <RoleHolders roleId={role.id} /> : null}
      {active === 'edit' ? <EditRole key={role.version} role={role} /> : null}
      <ConfirmDialog
        opened={asking}
        title={t('role.retireTitle', { role: role.name })}
        confirmLabel={t('role.retire')}
        danger
        busy={retire.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 3 }}
        problem={<Problem error={retire.error} />}
        onConfirm={(reason) => retire.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('role.retireDetail', { count: role.holders })}</p>
      </ConfirmDialog>
    </Page>
  )
}
