import type { PolicyView } from '@hallpass/contract/policies'
import type { RoleDetail } from '@hallpass/contract/roles'
import { useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { PolicyPicture } from '../../api/administration/policy-picture.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './roles.module.css'

export function RoleOverview({ role }: { role: RoleDetail }) {
  const { t, list } = useStrings()
  const policy = useQuery({
    queryKey: keys.rolePolicy(role.id),
    queryFn: (): Promise<PolicyView> =>
      answer(api.GET('/api/policies/roles/{id}', { params: { path: { id: role.id } } })),
  })
  const days = (count: number | null) => (count === null ? t('role.noLimit') : t('ask.days', { days: count }))
  return (
    <>
      <Section
        title={t('role.policy')}
        lead={policy.data ? t(policy.data.inherited ? 'role.policyInherited' : 'role.policyOwn') : undefined}
        action={
          <AdminButton variant="default" size="xs" href={paths.rolePolicy(role.id)}>
            {t('role.changePolicy')}
          </AdminButton>
        }
      >
        <Loaded query={policy}>{(data) => <PolicyPicture policy={data} />}</Loaded>
      </Section>
      <div className={styles.columns}>
        <Section title={t('role.carries')}>
          <ul className={styles.gives}>
            {role.apps.length === 0 ? <li>{t('role.carriesNothing')}</li> : null}
            {role.apps.map(({ app, entitlements }) => (
              <li key={app.id} className={styles.give}>
                <AppIcon name={app.name} icon={app.icon} />
                <div>
                  <a href={paths.app(app.id)}>
                    <bdi>{app.name}</bdi>
                  </a>
                  {entitlements.length === 0 ? (
                    <p className={styles.quiet}>{t('role.noEntitlements')}</p>
                  ) : (
                    <ul className={styles.chips}>
                      {entitlements.map((entitlement) => (
                        <li key={entitlement} className={styles.chip}>
                          <bdi>{entitlement}</bdi>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('catalog.terms')}>
          <Facts
            facts={[
              {
                name: t('roles.askedBy'),
                value:
                  role.askedBy === 'groups'
                    ? list(role.groups.map(({ name }) => name))
                    : t(`roles.askedBy.${role.askedBy}`),
              },
              {
                name: t('role.duration'),
                value: t('role.durationValue', { usual: days(role.daysDefault), most: days(role.daysMax) }),
              },
              role.conflicts.length === 0
                ? null
                : {
                    name: t('role.conflicts'),
                    value: (
                      <ul className={styles.gives}>
                        {role.conflicts.map(({ id, name }) => (
                          <li key={id}>
                            <a href={paths.role(id)}>
                              <bdi>{name}</bdi>
                            </a>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
              {
                name: t('role.owners'),
                value:
                  role.owners.length === 0 ? (
                    t('role.noOwners')
                  ) : (
                    <ul className={styles.gives}>
                      {role.owners.map((owner) => (
                        <li key={owner.id}>
                          <PersonLine name={owner.displayName} id={owner.id} detail={owner.title} size="sm" />
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]}
          />
        </Section>
      </div>
    </>
  )
}
