/** What the service was started with, whether it is ready, and whether its mail goes out. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { MailTest } from './mail-test.tsx'
import { Readiness } from './readiness.tsx'
import styles from './settings.module.css'

export function Settings() {
  const { t } = useStrings()
  const settings = useQuery({ queryKey: keys.settings, queryFn: () => answer(api.GET('/api/settings')) })
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      action={
        <Button component="a" href={paths.start()} variant="default">
          {t('settings.firstSteps')}
        </Button>
      }
    >
      <Loaded query={settings} skeleton={<Skeleton shape="cards" rows={3} />}>
        {(data) => (
          <>
            <div className={styles.columns}>
              <Section title={t('settings.service')}>
                <Facts
                  facts={[
                    {
                      name: t('settings.publicUrl'),
                      value: <CopyText value={data.publicUrl} label={t('settings.publicUrl')} />,
                    },
                    { name: t('settings.version'), value: data.version },
                    { name: t('settings.ready'), value: <Readiness /> },
                    { name: t('settings.api'), value: <a href="/api/docs">{t('settings.apiLink')}</a> },
                  ]}
                />
              </Section>
              <Section title={t('settings.mail')}>
                <MailTest server={data.mailServer} />
              </Section>
            </div>
            <Section title={t('settings.all')} flush>
              <DataTable
                caption={t('settings.all')}
                rows={data.settings}
                rowKey={(setting) => setting.name}
                columns={[
                  {
                    key: 'name',
                    header: t('settings.name'),
                    width: '18rem',
                    cell: (setting) => <code className={styles.name}>{setting.name}</code>,
                  },
                  {
                    key: 'meaning',
                    header: t('settings.meaning'),
                    narrow: 'late',
                    cell: (setting) => say(setting.meaning),
                  },
                  {
                    key: 'value',
                    header: t('settings.value'),
                    width: '22rem',
                    cell: (setting) => <Value setting={setting} />,
                  },
                ]}
                empty={null}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

type Setting = { isSet: boolean; isSecret: boolean; value: string | null; fallback: string | null }

function Value({ setting }: { setting: Setting }) {
  const { t } = useStrings()
  const { isSet, isSecret, value, fallback } = setting
  if (isSet && isSecret) return <Status tone="good">{t('settings.secretSet')}</Status>
  if (isSet) return <bdi className={styles.given}>{value}</bdi>
  if (!fallback) return <Status tone="quiet">{t('settings.unset')}</Status>
  return (
    <span className={styles.usual}>
      <bdi className={styles.given}>{fallback}</bdi> {t('settings.fallback')}
    </span>
  )
}
