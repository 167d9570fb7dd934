/** One app: its set-up as a checklist, its connection, its accounts, its details. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { Connection } from '@hallpass/contract/provisioning'
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
import { useCategoryName } from '../../strings/use-category-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { AppAccounts } from './app-accounts.tsx'
import { AppSignOn } from './app-sign-on.tsx'
import styles from './apps.module.css'
import { CertificateNoticesOf } from './certificate-notices.tsx'
import { ConnectionForm } from './connection-form.tsx'
import { EditApp } from './edit-app.tsx'
import { SetUp } from './set-up.tsx'

const defaults = { tab: 'setUp' }
const tabs = ['setUp', 'signOn', 'connection', 'accounts', 'details'] as const

export function AppScreen() {
  const { t } = useStrings()
  const id = useParam()
  const app = useQuery({
    queryKey: keys.app(id),
    queryFn: (): Promise<AppDetail> => answer(api.GET('/api/apps/{id}', { params: { path: { id } } })),
  })
  if (!app.data) {
    return (
      <Page title={t('apps.title')} back={{ href: paths.apps(), label: t('apps.title') }}>
        <Loaded query={app}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Found app={app.data} />
}

function Found({ app }: { app: AppDetail }) {
  const { t } = useStrings()
  const categoryName = useCategoryName()
  const [{ tab }] = useFilters(defaults)
  const active = tabs.find((known) => known === tab) ?? 'setUp'
  const connection = useQuery({
    queryKey: keys.connection(app.id),
    queryFn: (): Promise<Connection> =>
      answer(api.GET('/api/apps/{id}/connection', { params: { path: { id: app.id } } })),
    refetchInterval: 10_000,
  })
  return (
    <Page
      title={app.name}
      heading={
        <span className={styles.heading}>
          <AppIcon name={app.name} icon={app.icon} size="lg" />
          <span>
            <bdi>{app.name}</bdi>{' '}
            {app.state === 'retired' ? <Status tone="quiet">{t('apps.state.retired')}</Status> : null}
          </span>
        </span>
      }
      lead={app.description ? <bdi>{app.description}</bdi> : categoryName(app.category)}
      back={{ href: paths.apps(), label: t('apps.title') }}
      action={<Retire app={app} />}
    >
      <TabLinks
        label={t('app.tabs')}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`app.tab.${key}`),
          href: paths.app(app.id, key === 'setUp' ? undefined : key),
        }))}
      />
      {active === 'setUp' ? (
        <>
          <CertificateNoticesOf appId={app.id} />
          <Loaded query={connection}>{(data) => <SetUp app={app} connection={data} />}</Loaded>
        </>
      ) : null}
      {active === 'signOn' ? <AppSignOn app={app} /> : null}
      {active === 'connection' ? (
        <Loaded query={connection}>
          {(data) => <ConnectionForm key={data.version} app={app} connection={data} />}
        </Loaded>
      ) : null}
      {active === 'accounts' ? <AppAccounts appId={app.id} connection={connection.data} /> : null}
      {active === 'details' ? <EditApp key={app.version} app={app} /> : null}
    </Page>
  )
}

function Retire({ app }: { app: AppDetail }) {
  const { t } = useStrings()
  const [asking, setAsking] = useState(false)
  const retire = useAction({
    run: (reason: string) =>
      answer(api.POST('/api/apps/{id}/retire', { params: { path: { id: app.id } }, body: { reason } })),
    done: () => t('app.retired', { app: app.name }),
    forget: [['apps'], ['roles'], ['catalog']],
    after: () => setAsking(false),
  })
  const why = app.builtIn ? t('app.cannotBuiltIn') : app.state === 'retired' ? t('app.alreadyRetired') : null
  return (
    <>
      <AdminButton variant="default" why={why} onClick={() => setAsking(true)}>
        {t('app.retire')}
      </AdminButton>
      <ConfirmDialog
        opened={asking}
        title={t('app.retireTitle', { app: app.name })}
        confirmLabel={t('app.retire')}
        danger
        busy={retire.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 3 }}
        problem={<Problem error={retire.error} />}
        onConfirm={(reason) => retire.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('app.retireDetail')}</p>
      </ConfirmDialog>
    </>
  )
}
