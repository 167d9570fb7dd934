/** Where the app hears at once that sessions ended: set, tried, and how the last signal went. */
import type { SignalsOfApp } from '@hallpass/contract/signals'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import { CopyFacts } from './copy-facts.tsx'
import styles from './sign-on.module.css'
import { SignalsForm } from './signals-form.tsx'

export function SignalsCard({ appId, signals }: { appId: string; signals: SignalsOfApp }) {
  const { t } = useStrings()
  const [removing, setRemoving] = useState(false)
  const params = { path: { id: appId } }
  const forget = [keys.appSignals(appId), ['trail']]
  const attempt = useAction({
    run: () => answer(api.POST('/api/apps/{id}/signals/verify', { params })),
    forget: [keys.appSignals(appId)],
  })
  const remove = useAction({
    run: () => answer(api.DELETE('/api/apps/{id}/signals', { params })),
    done: () => t('signals.removed'),
    forget,
    after: () => setRemoving(false),
  })
  const isSet = signals.settings !== null
  return (
    <Section
      title={t('signals.title')}
      lead={t('signals.lead')}
      action={
        isSet ? (
          <AdminButton variant="default" size="xs" loading={attempt.isPending} onClick={() => attempt.mutate()}>
            {t('signals.try')}
          </AdminButton>
        ) : null
      }
    >
      <div className={styles.spaced}>
        <FormLayout>
          {isSet ? <LastSignal signals={signals} /> : null}
          <Problem error={attempt.error} />
          {attempt.data?.delivered ? <Notice tone="good" title={t('signals.taken')} live /> : null}
          {attempt.data && !attempt.data.delivered ? (
            <Notice tone="warn" title={t('signals.notTaken')} live>
              <p>{say(attempt.data.message)}</p>
            </Notice>
          ) : null}
          <CopyFacts
            facts={[
              { name: t('signals.configuration'), value: signals.setup.configurationUrl },
              { name: t('appSignOn.issuer'), value: signals.setup.issuer },
              { name: t('appSignOn.jwks'), value: signals.setup.jwksUrl },
            ]}
          />
        </FormLayout>
        <SignalsForm appId={appId} signals={signals} onRemove={isSet ? () => setRemoving(true) : null} />
      </div>
      <ConfirmDialog
        opened={removing}
        title={t('signals.removeTitle')}
        confirmLabel={t('signals.remove')}
        danger
        busy={remove.isPending}
        problem={<Problem error={remove.error} />}
        onConfirm={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      >
        <p>{t('signals.removeDetail')}</p>
      </ConfirmDialog>
    </Section>
  )
}

function LastSignal({ signals }: { signals: SignalsOfApp }) {
  const { t } = useStrings()
  const { deliveredAt, failedAt, failure } = signals
  if (deliveredAt === null && failedAt === null) return <p>{t('signals.none')}</p>
  return (
    <Facts
      facts={[
        deliveredAt === null ? null : { name: t('signals.deliveredAt'), value: <When at={deliveredAt} /> },
        failedAt === null
          ? null
          : {
              name: t('signals.failedAt'),
              value: (
                <>
                  <When at={failedAt} />
                  {failure === null ? '' : `: ${failure}`}
                </>
              ),
            },
      ]}
    />
  )
}
