/** Ask: one page for one role or several. Left what and why; right who will approve, until when, and what stands against it. */
import { Button, Textarea } from '@mantine/core'
import { IconBasketOff } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { cart } from '../../api/cart.ts'
import { answer, api } from '../../api/client.ts'
import { Failed, Problem } from '../../api/loaded.tsx'
import { previewQuery } from '../../api/preview.ts'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './ask.module.css'
import { AskItem } from './ask-item.tsx'
import { PreviewPane } from './preview-pane.tsx'

const defaults = { roles: '' }

export function Ask() {
  const { t } = useStrings()
  const go = useGo()
  const [{ roles }, setFilters] = useFilters(defaults)
  const ids = roles.split('.').filter((id) => id !== '')
  const [days, setDays] = useState<Readonly<Record<string, number | null>>>({})
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const previews = useQueries({ queries: ids.map((id) => previewQuery(id, days[id] ?? undefined)) })

  const ask = useAction({
    run: () => {
      const items = ids.map((roleId, index) => ({
        roleId,
        durationDays: days[roleId] ?? previews[index]?.data?.durationDays ?? null,
      }))
      return answer(api.POST('/api/requests', { body: { items, reason: reason.trim() } }))
    },
    forget: [['requests'], ['catalog'], ['preview']],
    done: ({ items }) => t('ask.done', { count: items.filter(({ outcome }) => outcome === 'requested').length }),
    after: ({ items }) => {
      cart.remove(ids)
      const made = items.flatMap(({ request }) => (request ? [request] : []))
      const [only] = made
      go(made.length === 1 && only ? paths.request(only.id) : paths.myRequests())
    },
  })

  function remove(roleId: string) {
    cart.remove([roleId])
    setFilters({ roles: ids.filter((id) => id !== roleId).join('.') })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') ask.mutate()
  }

  const back = { href: paths.catalog(), label: t('catalog.back') }
  if (ids.length === 0) {
    return (
      <Page title={t('ask.title')} back={back}>
        <EmptyState
          icon={<IconBasketOff size={22} />}
          title={t('ask.nothing')}
          action={
            <Button component="a" href={paths.catalog()}>
              {t('ask.toCatalog')}
            </Button>
          }
        />
      </Page>
    )
  }
  const askable = previews.filter(({ data }) => data && !data.alreadyHeld && data.openRequestId === null).length
  const loaded = previews.every(({ data, error }) => data || error)
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')} back={back}>
      <form onSubmit={submit} className={styles.columns}>
        <div className={styles.stack}>
          <Section title={t('ask.what')} flush>
            {previews.map((preview, index) => {
              const id = ids[index] ?? ''
              if (preview.error) return <Failed key={id} error={preview.error} onRetry={() => void preview.refetch()} />
              if (!preview.data) return <Skeleton key={id} rows={1} shape="table" />
              return (
                <AskItem
                  key={id}
                  preview={preview.data}
                  days={days[id] ?? preview.data.durationDays}
                  onDays={(value) => setDays((before) => ({ ...before, [id]: value }))}
                  onRemove={ids.length > 1 ? () => remove(id) : undefined}
                />
              )
            })}
          </Section>
          <Section title={t('ask.why')}>
            <Textarea
              label={t('ask.reason')}
              description={t('ask.reasonHint')}
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
          <PreviewPane previews={previews.flatMap(({ data }) => (data ? [data] : []))} />
          <div className={styles.send}>
            <Problem error={ask.error} withFields />
            <Button
              type="submit"
              size="md"
              fullWidth
              loading={ask.isPending}
              disabled={loaded && askable === 0}
              title={loaded && askable === 0 ? t('ask.nothingToAsk') : undefined}
            >
              {ids.length > 1 ? t('ask.actionSeveral', { count: ids.length }) : t('ask.action')}
            </Button>
          </div>
        </aside>
      </form>
    </Page>
  )
}
