import type { SignalSettings, SignalsOfApp } from '@hallpass/contract/signals'
import { Checkbox, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout, FormRow } from '../../ui/form-layout.tsx'
import styles from './sign-on.module.css'

const usual: SignalSettings = { endpoint: '', audience: '', subject: 'iss_sub', enabled: true }
const subjects = ['iss_sub', 'email'] as const

type Props = { appId: string; signals: SignalsOfApp; onRemove: (() => void) | null }

/** Where signals go, for whom, and the secret they carry, which is written and never read. */
export function SignalsForm({ appId, signals, onRemove }: Props) {
  const { t } = useStrings()
  const isAdmin = useHasRole('admin')
  const [settings, setSettings] = useState<SignalSettings>(signals.settings ?? usual)
  const [secret, setSecret] = useState('')
  const [withoutSecret, setWithoutSecret] = useState(false)
  const change = (part: Partial<SignalSettings>) => setSettings((before) => ({ ...before, ...part }))
  const save = useAction({
    run: () => {
      const { endpoint, audience, ...rest } = settings
      const typed = secret.trim()
      const authorization = withoutSecret ? null : typed === '' ? undefined : typed
      const body = {
        version: signals.version,
        settings: { endpoint: endpoint.trim(), audience: audience.trim(), ...rest },
        ...(authorization === undefined ? {} : { authorization }),
      }
      return answer(api.PUT('/api/apps/{id}/signals', { params: { path: { id: appId } }, body }))
    },
    done: () => t('ui.saved'),
    forget: [keys.appSignals(appId), ['trail']],
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit} className={`${styles.spaced} ${styles.group}`}>
      <fieldset disabled={!isAdmin} className={styles.plain}>
        <legend className="visually-hidden">{t('signals.title')}</legend>
        <FormLayout>
          <TextInput
            label={t('signals.endpoint')}
            description={t('signals.endpointHint')}
            type="url"
            required
            maxLength={2000}
            spellCheck={false}
            value={settings.endpoint}
            {...fieldProps(save.error, 'settings.endpoint')}
            onChange={(event) => change({ endpoint: event.currentTarget.value })}
          />
          <FormRow>
            <TextInput
              label={t('signals.audience')}
              description={t('signals.audienceHint')}
              required
              maxLength={500}
              spellCheck={false}
              value={settings.audience}
              {...fieldProps(save.error, 'settings.audience')}
              onChange={(event) => change({ audience: event.currentTarget.value })}
            />
            <Select
              label={t('signals.subject')}
              description={t('signals.subjectHint')}
              value={settings.subject}
              data={subjects.map((value) => ({ value, label: t(`signals.subject.${value}`) }))}
              onChange={(value) => change({ subject: subjects.find((known) => known === value) ?? 'iss_sub' })}
            />
          </FormRow>
          <PasswordInput
            label={t('signals.authorization')}
            description={t(signals.hasAuthorization ? 'signals.authorizationKept' : 'signals.authorizationHint')}
            autoComplete="off"
            maxLength={4000}
            disabled={withoutSecret}
            value={secret}
            {...fieldProps(save.error, 'authorization')}
            onChange={(event) => setSecret(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          />
          {signals.hasAuthorization ? (
            <Checkbox
              label={t('signals.withoutAuthorization')}
              checked={withoutSecret}
              onChange={(event) => setWithoutSecret(event.currentTarget.checked)}
            />
          ) : null}
          <Switch
            label={t('signals.enabled')}
            description={t('signals.enabledHint')}
            checked={settings.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
          <Problem error={save.error} withFields />
        </FormLayout>
      </fieldset>
      <FormEnd>
        <AdminButton type="submit" loading={save.isPending}>
          {t('ui.save')}
        </AdminButton>
        {onRemove ? (
          <AdminButton variant="default" onClick={onRemove}>
            {t('signals.remove')}
          </AdminButton>
        ) : null}
      </FormEnd>
    </form>
  )
}
