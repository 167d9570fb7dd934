/** The client's secret: made anew, shown once. */
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

export function OidcSecret({ appId, hasSecret }: { appId: string; hasSecret: boolean }) {
  const { t } = useStrings()
  const [asking, setAsking] = useState(false)
  const renew = useAction({
    run: () => answer(api.POST('/api/apps/{id}/oidc/secret', { params: { path: { id: appId } } })),
    forget: [keys.appOidc(appId), ['trail']],
    after: () => setAsking(false),
  })
  return (
    <Section
      title={t('appSignOn.secret')}
      action={
        <AdminButton
          variant="default"
          size="xs"
          loading={renew.isPending}
          onClick={() => (hasSecret ? setAsking(true) : renew.mutate())}
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
      {asking ? null : <Problem error={renew.error} />}
      <ConfirmDialog
        opened={asking}
        title={t('appSignOn.renewTitle')}
        confirmLabel={t('appSignOn.renew')}
        danger
        busy={renew.isPending}
        problem={<Problem error={renew.error} />}
        onConfirm={() => renew.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('appSignOn.renewDetail')}</p>
      </ConfirmDialog>
    </Section>
  )
}
