/** The usual policy and the roles that have their own, each as a picture. */
import type { PolicyView } from '@hallpass/contract/policies'
import { useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { PolicyPicture } from '../../api/administration/policy-picture.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import styles from './policies.module.css'

export function Policies() {
  const { t } = useStrings()
  const policies = useQuery({ queryKey: keys.policies, queryFn: () => answer(api.GET('/api/policies')) })
  return (
    <Page title={t('policies.title')} lead={t('policies.lead')}>
      <Loaded query={policies} skeleton={<Skeleton shape="cards" rows={2} />}>
        {(data) => (
          <>
            <Card title={t('policies.default')} policy={data.default} href={paths.defaultPolicy()} />
            <h2 className={styles.heading}>{t('policies.own')}</h2>
            {data.roles.length === 0 ? (
              <EmptyState title={t('policies.noOwn')}>{t('policies.noOwnDetail')}</EmptyState>
            ) : null}
            {data.roles.map((policy) => (
              <Card
                key={policy.roleId}
                title={policy.roleName ?? ''}
                policy={policy}
                href={paths.rolePolicy(policy.roleId ?? '')}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Card({ title, policy, href }: { title: string; policy: PolicyView; href: string }) {
  const { t, rich } = useStrings()
  return (
    <Section
      title={title}
      lead={
        policy.changedAt && policy.changedBy
          ? rich('policies.changed', {
              when: <When at={policy.changedAt} as="day" />,
              name: <bdi>{say(policy.changedBy)}</bdi>,
            })
          : policy.roleId === null
            ? t('policies.defaultLead')
            : undefined
      }
      action={
        <AdminButton variant="default" size="xs" href={href}>
          {t('ui.edit')}
        </AdminButton>
      }
    >
      <PolicyPicture policy={policy} />
    </Section>
  )
}
