/** The client's secret: made anew, shown once; the one before may go on beside it for a while. */
import { Select } from '@mantine/core'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'

/** Hours that the secret before may go on. */
const choices = ['0', '1', '24', '168'] as const

type Props = { appId: string; hasSecret: boolean; previousEndsAt: string | null }

export function OidcSecret({ appId, hasSecret, previousEndsAt }: Props) {
  const { t } = useStrings()
  const [asking, setAsking] = useState(false)
  // Nothing is chosen for anybody: one ends what the app uses, the other lets go on what may have leaked.
  const [keep, setKeep] = useState<(typeof choices)[number] | null>(null)
  const [isWanted, setWanted] = useState(false)
  const renew = useAction({
    run: () =>
      answer(
        api.POST('/api/apps/{id}/oidc/secret', {
          params: { path: { id: appId }, query: { keepHours: hasSecret ? Number(keep) : 0 } },
        }),
      ),
    forget: [keys.appOidc(appId), ['trail']],
    after: () => setAsking(false),
    holdsSecret: true,
  })
  function ask() {
    setKeep(null)
    setWanted(false)
    setAsking(true)
  }
  return (
    <Section
      title={t('appSignOn.secret')}
      action={
        <AdminButton
          variant="default"
          size="xs"
          loading={renew.isPending}
          onClick={() => (hasSecret ? ask() : renew.mutate())}
        >
          {t(hasSecret ? 'appSignOn.renew' : 'appSignOn.makeSecret')}
        </AdminButton>
      }
    >
      {renew.data ? (
        <Notice tone="warn" title={t('appSignOn.secretOnce')} live>
          <CopyText value={renew.data.secret} label={t('appSignOn.secret')} />
        </Notice>
      ) : (
        <p>{t(hasSecret ? 'appSignOn.secretKept' : 'appSignOn.noSecret')}</p>
      )}
      {previousEndsAt === null ? null : <SecretBefore appId={appId} endsAt={previousEndsAt} />}
      {asking ? null : <Problem error={renew.error} />}
      <ConfirmDialog
        opened={asking}
        title={t('appSignOn.renewTitle')}
        confirmLabel={t('appSignOn.renew')}
        danger={keep === '0'}
        busy={renew.isPending}
        problem={<Problem error={renew.error} />}
        onConfirm={() => (keep === null ? setWanted(true) : renew.mutate())}
        onClose={() => setAsking(false)}
      >
        <p>{t('appSignOn.renewLead')}</p>
        <Select
          label={t('appSignOn.keep')}
          value={keep}
          required
          allowDeselect={false}
          error={isWanted && keep === null ? t('appSignOn.keepWanted') : undefined}
          data={choices.map((value) => ({ value, label: t(`appSignOn.keep.${value}`) }))}
          onChange={(value) => setKeep(choices.find((known) => known === value) ?? null)}
        />
      </ConfirmDialog>
    </Section>
  )
}

function SecretBefore({ appId, endsAt }: { appId: string; endsAt: string }) {
  const { t, rich } = useStrings()
  const end = useAction({
    run: () => answer(api.DELETE('/api/apps/{id}/oidc/secret/before', { params: { path: { id: appId } } })),
    done: () => t('appSignOn.beforeEnded'),
    forget: [keys.appOidc(appId), ['trail']],
  })
  return (
    <Notice>
      <p>{rich('appSignOn.before', { when: <When at={endsAt} /> })}</p>
      <AdminButton variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
        {t('appSignOn.endBefore')}
      </AdminButton>
      <Problem error={end.error} />
    </Notice>
  )
}
