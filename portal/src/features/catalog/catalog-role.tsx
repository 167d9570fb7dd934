/** One thing to ask for: what one gets, who approves, how long it takes, how long one may have it. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { previewQuery } from '../../api/preview.ts'
import { useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { stageName } from '../../strings/stage-name.ts'
import { useDuration } from '../../strings/use-duration.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StageLine } from '../../ui/stage-line.tsx'
import { When } from '../../ui/when.tsx'
import styles from './catalog.module.css'
import { LeadTimeChart } from './lead-time-chart.tsx'

export function CatalogRole() {
  const id = useParam()
  const role = useQuery({
    queryKey: keys.catalogRole(id),
    queryFn: () => answer(api.GET('/api/catalog/{id}', { params: { path: { id } } })),
  })
  const preview = useQuery(previewQuery(id))
  const leadTime = useQuery({
    queryKey: keys.leadTime(id),
    queryFn: () => answer(api.GET('/api/requests/lead-time', { params: { query: { roleId: id } } })),
  })
  const { t, rich } = useStrings()
  const duration = useDuration()
  const back = { href: paths.catalog(), label: t('catalog.back') }

  if (!role.data) {
    return (
      <Page title={t('catalog.title')} back={back}>
        <Loaded query={role}>{() => null}</Loaded>
      </Page>
    )
  }
  const { data } = role
  const openRequestId = preview.data?.openRequestId ?? null
  const [first] = data.apps
  const action = data.held ? (
    data.held.endsAt && data.daysMax ? (
      <Button component="a" href={paths.extend(data.held.grantId)}>
        {t('myAccess.extend')}
      </Button>
    ) : null
  ) : openRequestId ? (
    <Button component="a" href={paths.request(openRequestId)}>
      {t('catalog.follow')}
    </Button>
  ) : (
    <Button component="a" href={paths.ask([id])}>
      {t('catalog.ask')}
    </Button>
  )
  return (
    <Page
      title={data.name}
      heading={
        <span className={styles.heading}>
          <AppIcon name={first?.app.name ?? data.name} icon={first?.app.icon ?? null} size="lg" />
          <bdi>{data.name}</bdi>
        </span>
      }
      lead={data.description ? <bdi>{data.description}</bdi> : undefined}
      back={back}
      action={action}
    >
      {data.held ? (
        <Notice tone="good" title={data.held.state === 'pending' ? t('catalog.heldPending') : t('catalog.youHave')}>
          {data.held.endsAt ? rich('grant.until', { when: <When at={data.held.endsAt} as="day" /> }) : t('grant.noEnd')}
        </Notice>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Section title={t('catalog.gives')}>
            <ul className={styles.gives}>
              {data.apps.map(({ app, description, entitlements }) => (
                <li key={app.id} className={styles.give}>
                  <AppIcon name={app.name} icon={app.icon} />
                  <div>
                    <h3 className={styles.giveName}>
                      <bdi>{app.name}</bdi>
                    </h3>
                    {description ? (
                      <p className={styles.giveDetail}>
                        <bdi>{description}</bdi>
                      </p>
                    ) : null}
                    {entitlements.length > 0 ? (
                      <ul className={styles.entitlements} aria-label={t('catalog.entitlements')}>
                        {entitlements.map((entitlement) => (
                          <li key={entitlement}>
                            <bdi>{entitlement}</bdi>
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          </Section>
          {preview.data && preview.data.stages.length > 0 ? (
            <Section title={t('catalog.whoApproves')}>
              <StageLine
                label={t('catalog.whoApproves')}
                stages={preview.data.stages.map((stage, index) => ({
                  key: String(index),
                  title: stageName({ t }, stage.name),
                  state: 'upcoming',
                  stateWord: t('stage.upcoming'),
                  people: stage.approvers.map(({ id: personId, displayName }) => ({ id: personId, name: displayName })),
                  line: stage.problem ?? undefined,
                  note: stage.quorum > 1 ? t('stage.quorum', { count: stage.quorum }) : undefined,
                }))}
              />
            </Section>
          ) : null}
        </div>
        <Section title={t('catalog.terms')}>
          <Facts
            facts={[
              {
                name: t('catalog.howLong'),
                value: data.daysMax ? t('catalog.upToDays', { days: data.daysMax }) : t('catalog.noEnd'),
              },
              {
                name: t('catalog.usually'),
                value:
                  leadTime.data?.medianSeconds == null
                    ? t('catalog.notMeasured')
                    : t('catalog.takes', {
                        duration: duration(leadTime.data.medianSeconds),
                        sample: leadTime.data.sample,
                      }),
              },
              data.owners.length > 0
                ? {
                    name: t('catalog.owners'),
                    value: (
                      <ul className={styles.gives}>
                        {data.owners.map((owner) => (
                          <li key={owner.id}>
                            <PersonLine name={owner.displayName} id={owner.id} detail={owner.title} size="sm" />
                          </li>
                        ))}
                      </ul>
                    ),
                  }
                : null,
            ]}
          />
          {leadTime.data && leadTime.data.sample >= 3 ? <LeadTimeChart spread={leadTime.data.spread} /> : null}
        </Section>
      </div>
    </Page>
  )
}
