/** What we know about the app: read from its metadata, or typed. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { SamlOfApp, SamlSettings } from '@hallpass/contract/saml'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LinesField } from './lines-field.tsx'
import { SamlAnswerFields } from './saml-answer-fields.tsx'
import { SamlRequestFields } from './saml-request-fields.tsx'
import { SamlSessionFields } from './saml-session-fields.tsx'
import { type SamlForm as Form, formFrom, settingsFrom } from './saml-values.ts'
import { SignOnForm } from './sign-on-form.tsx'

export function SamlForm({ app, saml }: { app: AppDetail; saml: SamlOfApp }) {
  const { t } = useStrings()
  const params = { path: { id: app.id } }
  const [form, setForm] = useState(() => formFrom(saml.settings ?? saml.suggested))
  const [source, setSource] = useState('')
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const changeSettings = (part: Partial<SamlSettings>) =>
    setForm((before) => ({ ...before, settings: { ...before.settings, ...part } }))
  const read = useAction({
    run: () => {
      const text = source.trim()
      const body = text.startsWith('<') ? { xml: text } : { url: text }
      return answer(api.POST('/api/apps/{id}/saml/from-metadata', { params, body }))
    },
    after: (found) => setForm(formFrom(found)),
  })
  const save = useAction({
    run: () => {
      const body = { version: saml.version, settings: settingsFrom(form) }
      return answer(api.PUT('/api/apps/{id}/saml', { params, body }))
    },
    done: () => t('ui.saved'),
    forget: [keys.appSaml(app.id), ['trail']],
  })
  const fields = { form, change, changeSettings, error: save.error }
  return (
    <SignOnForm app={app} protocol="SAML 2.0" lead={t('appSignOn.theAppLead')} save={save}>
      {saml.settings === null && saml.suggested !== null ? <Notice>{t('appSignOn.suggested')}</Notice> : null}
      <Textarea
        label={t('appSignOn.metadata')}
        description={t('appSignOn.metadataHint')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={250_000}
        spellCheck={false}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Problem error={read.error} withFields />
      <div>
        <AdminButton
          variant="default"
          size="xs"
          loading={read.isPending}
          why={source.trim() === '' ? t('appSignOn.metadataEmpty') : null}
          onClick={() => read.mutate()}
        >
          {t('appSignOn.read')}
        </AdminButton>
      </div>
      <TextInput
        label={t('appSignOn.entityId')}
        required
        maxLength={1024}
        spellCheck={false}
        value={form.settings.entityId}
        {...fieldProps(save.error, 'settings.entityId')}
        onChange={(event) => changeSettings({ entityId: event.currentTarget.value })}
      />
      <LinesField
        label={t('appSignOn.acs')}
        description={t('appSignOn.acsHint')}
        required
        value={form.acs}
        {...fieldProps(save.error, 'settings.acs')}
        onChange={(acs) => change({ acs })}
      />
      <SamlAnswerFields {...fields} values={saml.values} />
      <SamlRequestFields {...fields} />
      <SamlSessionFields {...fields} />
    </SignOnForm>
  )
}
