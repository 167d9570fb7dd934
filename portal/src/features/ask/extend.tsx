/** Ask to keep access that would end; it goes through the same approvals. */

import type { Grant } from '@hallpass/contract/access'
import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { previewQuery } from '../../api/preview.ts'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { stageName } from '../../strings/stage-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StageLine } from '../../ui/stage-line.tsx'
import { When } from '../../ui/when.tsx'
import styles from './ask.module.css'
import { DaysField } from './days-field.tsx'

const defaults = { grant: '' }

export function Extend() {
  const { t } = useStrings()
  const [{ grant: id }] = useFilters(defaults)
  const grant = useQuery({
    queryKey: ['my-grants', 'one', id],
    queryFn: (): Promise<Grant> => answer(api.GET('/api/grants/{id}', { params: { path: { id } } })),
  })
  return (
    <Page title={t('extend.title')} lead={t('extend.lead')} back={{ href: paths.myAccess(), label: t('nav.myAccess') }}>
      <Loaded query={grant}>{(data) => <Form grant={data} />}</Loaded>
    </Page>
  )
}

function Form({ grant }: { grant: Grant }) {
  const { t, rich } = useStrings()
  const go = useGo()
  const preview = useQuery(previewQuery(grant.role.id))
  const most = preview.data?.durationDaysMax ?? null
  const [chosen, setDays] = useState<number | null>(null)
  const days = chosen ?? grant.durationDays ?? most ?? 30
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const extend = useAction({
    run: () =>
      answer(
        api.POST('/api/requests/extend', { body: { grantId: grant.id, durationDays: days, reason: reason.trim() } }),
      ),
    forget: [['requests'], ['my-grants']],
    done: () => t('ask.done', { count: 1 }),
    after: (request) => go(paths.request(request.id)),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') extend.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.columns}>
      <div className={styles.stack}>
        <Section title={t('extend.what')} flush>
          <div className={styles.item}>
            <div className={styles.itemHead}>
              <AppIcon name={grant.apps[0]?.name ?? grant.role.name} icon={grant.apps[0]?.icon ?? null} />
              <div className={styles.itemWords}>
                <h3 className={styles.itemName}>
                  <bdi>{grant.role.name}</bdi>
                </h3>
                <p className={styles.small}>
                  {grant.endsAt
                    ? rich('extend.ends', { when: <When at={grant.endsAt} as="distance" /> })
                    : t('grant.noEnd')}
                </p>
              </div>
            </div>
            <DaysField days={days} most={most} onDays={setDays} withEndless={false} />
          </div>
        </Section>
        <Section title={t('ask.why')}>
          <Textarea
            label={t('extend.reason')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={1000}
            value={reason}
            error={tried && reason.trim() === '' ? t('ask.reasonWanted') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Section>
      </div>
      <aside className={styles.side} aria-label={t('ask.preview')}>
        {preview.data ? (
          <Section title={t('ask.preview')}>
            <StageLine
              label={t('catalog.whoApproves')}
              stages={preview.data.stages.map((stage, index) => ({
                key: String(index),
                title: stageName({ t }, stage.name),
                state: 'upcoming',
                stateWord: t('stage.upcoming'),
                people: stage.approvers.map((person) => ({ id: person.id, name: person.displayName })),
                line:
                  stage.problem === null ? undefined : t('ask.nobodyDecides', { stage: stageName({ t }, stage.name) }),
              }))}
            />
          </Section>
        ) : null}
        <div className={styles.send}>
          <Problem error={extend.error} withFields />
          <Button type="submit" size="md" fullWidth loading={extend.isPending}>
            {t('extend.action', { days })}
          </Button>
        </div>
      </aside>
    </form>
  )
}
