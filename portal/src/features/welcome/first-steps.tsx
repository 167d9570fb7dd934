/** From an empty service to a person who gets an app by asking, in a few steps. */
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Failed } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './welcome.module.css'

export function FirstSteps() {
  const { t } = useStrings()
  const directories = useQuery({ queryKey: keys.directories, queryFn: () => answer(api.GET('/api/directories')) })
  const apps = useQuery({
    queryKey: keys.apps({ first: true }),
    queryFn: () => answer(api.GET('/api/apps', { params: { query: { state: 'active', limit: 5 } } })),
  })
  const roles = useQuery({
    queryKey: keys.roles({ first: true }),
    queryFn: () => answer(api.GET('/api/roles', { params: { query: { state: 'active', limit: 50 } } })),
  })
  const requests = useQuery({
    queryKey: keys.allRequests({ first: true }),
    queryFn: () => answer(api.GET('/api/requests/all', { params: { query: { limit: 1 } } })),
  })
  const settings = useQuery({ queryKey: keys.settings, queryFn: () => answer(api.GET('/api/settings')) })
  // Nothing is called open before it is known to be: the page would jump under the pointer.
  const queries = [directories, apps, roles, requests, settings]
  const isKnown = queries.every(({ data }) => data !== undefined)
  const failed = queries.find(({ isError }) => isError)
  const people = (directories.data?.items ?? []).reduce((sum, directory) => sum + directory.people.active, 0)
  const steps = [
    { key: 'administrator', done: true, href: null },
    { key: 'mail', done: settings.data?.mailServer != null, href: paths.settings() },
    { key: 'directory', done: people > 1, href: paths.newDirectory() },
    { key: 'app', done: (apps.data?.items ?? []).some((app) => !app.builtIn), href: paths.templates() },
    {
      key: 'role',
      done: (roles.data?.items ?? []).some((role) => role.productRole === null && role.askedBy !== 'nobody'),
      href: paths.newRole(),
    },
    { key: 'ask', done: (requests.data?.items ?? []).length > 0, href: paths.catalog() },
  ] as const
  const next = steps.findIndex(({ done }) => !done)
  return (
    <Page title={t('steps.title')} lead={t('steps.lead')} width="narrow">
      {isKnown ? null : failed ? (
        <Failed error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Skeleton shape="cards" rows={5} />
      )}
      {isKnown ? (
        <Section>
          <ol className={styles.steps}>
            {steps.map(({ key, done, href }, index) => (
              <li key={key} className={styles.step} data-done={done || undefined}>
                <span className={styles.mark} aria-hidden>
                  {done ? <IconCheck size={18} stroke={2.5} /> : index + 1}
                </span>
                <div className={styles.words}>
                  <h2 className={styles.title}>
                    {t(`steps.${key}.title`)}
                    {done ? <span className="visually-hidden">, {t('stage.done')}</span> : null}
                  </h2>
                  <p className={styles.detail}>{t(`steps.${key}.detail`)}</p>
                </div>
                {href === null ? null : (
                  <Button component="a" href={href} variant={index === next ? 'filled' : 'default'} size="xs">
                    {t(`steps.${key}.action`)}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </Page>
  )
}
