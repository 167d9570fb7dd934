/** What is still missing until the first person can use the app, and how the app is answering. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { Connection } from '@hallpass/contract/provisioning'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import { AppHealth } from './app-health.tsx'
import styles from './apps.module.css'

type Step = {
  key: string
  title: string
  done: boolean
  words: ReactNode
  action: { label: string; href: string } | null
}

export function SetUp({ app, connection }: { app: AppDetail; connection: Connection }) {
  const { t, rich } = useStrings()
  const { signOn } = app.addresses
  const isScim = connection.kind === 'scim' || connection.kind === 'servicenow'
  const isSet = connection.version > 0
  const answersAt = connection.health.state === 'answering' ? connection.health.lastAnswerAt : null
  const signOnStep = useSignOnStep(app)
  const steps: Step[] = [
    {
      key: 'address',
      title: t('app.step.address.title'),
      done: signOn !== null,
      words:
        signOn === null
          ? t('app.step.address.todo')
          : rich('app.step.address.done', { address: <bdi className={styles.address}>{signOn}</bdi> }),
      action: { label: t('ui.edit'), href: paths.app(app.id, 'details') },
    },
    {
      key: 'connection',
      title: t('app.step.connection.title'),
      done: isSet,
      words: isSet
        ? t('app.step.connection.done', { kind: t(`apps.kind.${connection.kind}`) })
        : t('app.step.connection.todo'),
      action: { label: isSet ? t('ui.edit') : t('app.setUp'), href: paths.app(app.id, 'connection') },
    },
    ...(isScim
      ? [
          {
            key: 'check',
            title: t('app.step.check.title'),
            done: (connection.check?.ok ?? false) || answersAt !== null,
            words: connection.check?.ok
              ? rich('app.step.check.done', { when: <When at={connection.check.at} /> })
              : answersAt
                ? rich('app.step.check.answers', { when: <When at={answersAt} /> })
                : t('app.step.check.todo'),
            action: { label: t('connection.check'), href: paths.app(app.id, 'connection') },
          },
        ]
      : []),
    ...(signOnStep ? [signOnStep] : []),
    {
      key: 'role',
      title: t('app.step.role.title'),
      done: app.roles.length > 0,
      words: app.roles.length > 0 ? t('app.step.role.done', { count: app.roles.length }) : t('app.step.role.todo'),
      action: { label: t('app.makeRole'), href: paths.newRole({ app: app.id }) },
    },
  ]
  const next = steps.find(({ done }) => !done)
  return (
    <div className={styles.columns}>
      <Section title={t('app.checklist')}>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.key} className={styles.step}>
              <span className={styles.mark} data-done={step.done || undefined} aria-hidden>
                {step.done ? <IconCheck size={16} stroke={2.5} /> : null}
              </span>
              <div className={styles.stepWords}>
                <p className={styles.stepTitle}>
                  {step.title}
                  {step.done ? <span className="visually-hidden">, {t('stage.done')}</span> : null}
                </p>
                <p className={styles.quiet}>{step.words}</p>
              </div>
              {step.action && !app.builtIn ? (
                <Button component="a" href={step.action.href} variant={step === next ? 'filled' : 'default'} size="xs">
                  {step.action.label}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      </Section>
      <div className={styles.stack}>
        {connection.kind === 'none' ? null : <AppHealth connection={connection} />}
        <Section title={t('app.rolesTitle')}>
          {app.roles.length === 0 ? (
            <EmptyState title={t('app.noRoles')} />
          ) : (
            <ul className={styles.steps}>
              {app.roles.map((role) => (
                <li key={role.id} className={styles.step}>
                  <div className={styles.stepWords}>
                    <a href={paths.role(role.id)}>
                      <bdi>{role.name}</bdi>
                    </a>
                    {role.entitlements.length > 0 ? (
                      <ul className={styles.chips}>
                        {role.entitlements.map((entitlement) => (
                          <li key={entitlement} className={styles.chip}>
                            <bdi>{entitlement}</bdi>
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  )
}

const protocolNames = { saml: 'SAML 2.0', oidc: 'OpenID Connect' }

/** A step where the app speaks a protocol of signing on, or one is set up already; null while that is not known. */
function useSignOnStep(app: AppDetail): Step | null {
  const { t } = useStrings()
  const params = { path: { id: app.id } }
  const saml = useQuery({
    queryKey: keys.appSaml(app.id),
    queryFn: () => answer(api.GET('/api/apps/{id}/saml', { params })),
  })
  const oidc = useQuery({
    queryKey: keys.appOidc(app.id),
    queryFn: () => answer(api.GET('/api/apps/{id}/oidc', { params })),
  })
  if (!saml.data || !oidc.data || app.builtIn) return null
  const set = saml.data.settings ? 'saml' : oidc.data.settings ? 'oidc' : null
  const offered = (['saml', 'oidc'] as const).find((protocol) => app.protocols.includes(protocol))
  const protocol = set ?? offered
  if (!protocol) return null
  return {
    key: 'signOn',
    title: t('app.step.signOn.title'),
    done: set !== null,
    words: t(set ? 'app.step.signOn.done' : 'app.step.signOn.todo', { protocol: protocolNames[protocol] }),
    action: { label: t(set ? 'ui.edit' : 'app.setUp'), href: paths.app(app.id, 'signOn') },
  }
}
