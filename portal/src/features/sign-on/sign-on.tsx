/** The sign-on policy: rules read from the top, the first that fits decides; what would happen to whom; and the keys that sign. */
import type { SignOnPolicy } from '@hallpass/contract/sign-on-policy'
import { useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { When } from '../../ui/when.tsx'
import { EditPolicy } from './edit-policy.tsx'
import { SigningKeys } from './signing-keys.tsx'
import { TryPolicy } from './try-policy.tsx'

const defaults = { tab: 'rules' }
const tabs = ['rules', 'try', 'keys'] as const

export function SignOn() {
  const { t } = useStrings()
  const [{ tab }] = useFilters(defaults)
  const active = tabs.find((known) => known === tab) ?? 'rules'
  const policy = useQuery({
    queryKey: keys.signOnPolicy,
    queryFn: (): Promise<SignOnPolicy> => answer(api.GET('/api/sign-on-policy')),
  })
  return (
    <Page title={t('signOn.title')} lead={t(active === 'keys' ? 'signingKeys.lead' : 'signOn.lead')}>
      <TabLinks
        label={t('signOn.tabs')}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`signOn.tab.${key}`),
          href: paths.signOn(key === 'rules' ? undefined : key),
        }))}
      />
      {active === 'try' ? <TryPolicy /> : null}
      {active === 'keys' ? <SigningKeys /> : null}
      {active === 'rules' ? (
        <Loaded query={policy}>
          {(data) => (
            <>
              <Confirmation policy={data} />
              <EditPolicy key={data.version} policy={data} />
            </>
          )}
        </Loaded>
      ) : null}
    </Page>
  )
}

/** Whoever changed the policy stays under the one before as well, until somebody else has looked. */
function Confirmation({ policy }: { policy: SignOnPolicy }) {
  const { t, rich } = useStrings()
  const { person } = useSession()
  const confirm = useAction({
    run: () => answer(api.POST('/api/sign-on-policy/confirm', { body: { version: policy.version } })),
    done: () => t('signOn.confirmed'),
    forget: [keys.signOnPolicy],
    tellFailure: true,
  })
  if (policy.authorHeldUntil !== null)
    return <Notice>{rich('signOn.heldUntil', { when: <When at={policy.authorHeldUntil} /> })}</Notice>
  if (!policy.awaitsConfirmation) return null
  const isOwn = policy.changedBy === person.id
  return (
    <Notice tone="warn" title={t('signOn.awaits')}>
      <p>{t(isOwn ? 'signOn.awaitsOwn' : 'signOn.awaitsDetail')}</p>
      {isOwn ? null : (
        <AdminButton size="xs" mt="xs" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('signOn.confirm')}
        </AdminButton>
      )}
    </Notice>
  )
}
