/** What we know about the app: read from its metadata, or typed. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { NameIdFormat, SamlOfApp, SamlSettings } from '@hallpass/contract/saml'
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { fieldMessage } from '../../api/problem-error.ts'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { acsFrom, acsText, attributesFrom, attributesText, emptySaml } from './saml-values.ts'
import styles from './sign-on.module.css'

const formats: readonly NameIdFormat[] = ['emailAddress', 'persistent', 'transient', 'unspecified']
const signs: readonly SamlSettings['sign'][] = ['assertion', 'response', 'both']

export function SamlForm({ app, saml }: { app: AppDetail; saml: SamlOfApp }) {
  const { t, list } = useStrings()
  const isAdmin = useHasRole('admin')
  const params = { path: { id: app.id } }
  const start = saml.settings ?? emptySaml
  const [settings, setSettings] = useState(start)
  const [acs, setAcs] = useState(acsText(start.acs))
  const [attributes, setAttributes] = useState(attributesText(start.attributes))
  const [source, setSource] = useState('')
  const change = (part: Partial<SamlSettings>) => setSettings((before) => ({ ...before, ...part }))
  const read = useAction({
    run: () => {
      const text = source.trim()
      const body = text.startsWith('<') ? { xml: text } : { url: text }
      return answer(api.POST('/api/apps/{id}/saml/from-metadata', { params, body }))
    },
    after: (found) => {
      setSettings(found)
      setAcs(acsText(found.acs))
      setAttributes(attributesText(found.attributes))
    },
  })
  const save = useAction({
    run: () =>
      answer(
        api.PUT('/api/apps/{id}/saml', {
          params,
          body: {
            version: saml.version,
            settings: {
              ...settings,
              entityId: settings.entityId.trim(),
              acs: acsFrom(acs, settings.acs),
              attributes: attributesFrom(attributes, settings.attributes),
            },
          },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [keys.appSaml(app.id), ['trail']],
  })
  const opaque = settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient'

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <Section title={t('appSignOn.theApp', { app: app.name })} lead={t('appSignOn.theAppLead')}>
      <form onSubmit={submit}>
        <fieldset disabled={!isAdmin} className={styles.plain}>
          <legend className="visually-hidden">SAML 2.0</legend>
          <FormLayout>
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
              value={settings.entityId}
              error={fieldMessage(save.error, 'settings.entityId')}
              onChange={(event) => change({ entityId: event.currentTarget.value })}
            />
            <Textarea
              label={t('appSignOn.acs')}
              description={t('appSignOn.acsHint')}
              required
              autosize
              minRows={2}
              maxRows={8}
              spellCheck={false}
              value={acs}
              error={fieldMessage(save.error, 'settings.acs')}
              onChange={(event) => setAcs(event.currentTarget.value)}
            />
            <FormRow>
              <Select
                label={t('appSignOn.nameIdFormat')}
                value={settings.nameIdFormat}
                data={formats.map((value) => ({ value, label: t(`appSignOn.nameId.${value}`) }))}
                onChange={(value) =>
                  change({ nameIdFormat: formats.find((known) => known === value) ?? 'emailAddress' })
                }
              />
              <TextInput
                label={t('appSignOn.nameIdValue')}
                description={opaque ? t('appSignOn.opaque') : list(saml.values.map((value) => `{${value}}`))}
                maxLength={500}
                disabled={opaque}
                spellCheck={false}
                value={settings.nameId}
                error={fieldMessage(save.error, 'settings.nameId')}
                onChange={(event) => change({ nameId: event.currentTarget.value })}
              />
            </FormRow>
            <Textarea
              label={t('appSignOn.attributes')}
              description={t('appSignOn.attributesHint', { open: '{', close: '}' })}
              placeholder="Role = {groups}"
              autosize
              minRows={2}
              maxRows={12}
              spellCheck={false}
              value={attributes}
              error={fieldMessage(save.error, 'settings.attributes')}
              onChange={(event) => setAttributes(event.currentTarget.value)}
            />
            <FormRow>
              <Select
                label={t('appSignOn.sign')}
                value={settings.sign}
                data={signs.map((value) => ({ value, label: t(`appSignOn.sign.${value}`) }))}
                onChange={(value) => change({ sign: signs.find((known) => known === value) ?? 'assertion' })}
              />
              <NumberInput
                label={t('appSignOn.skew')}
                min={0}
                max={300}
                allowDecimal={false}
                value={settings.clockSkewSeconds}
                onChange={(value) => change({ clockSkewSeconds: typeof value === 'number' ? value : 0 })}
              />
            </FormRow>
            <Switch
              label={t('appSignOn.requestsSigned')}
              checked={settings.requestsSigned}
              onChange={(event) => change({ requestsSigned: event.currentTarget.checked })}
            />
            <Switch
              label={t('appSignOn.idpInitiated')}
              description={t('appSignOn.idpInitiatedHint')}
              checked={settings.idpInitiated}
              onChange={(event) => change({ idpInitiated: event.currentTarget.checked })}
            />
            <Problem error={save.error} withFields />
          </FormLayout>
        </fieldset>
        <FormEnd>
          <AdminButton type="submit" loading={save.isPending}>
            {t('ui.save')}
          </AdminButton>
        </FormEnd>
      </form>
    </Section>
  )
}
