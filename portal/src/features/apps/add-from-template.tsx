/** Adds an app from a template: a few typed values, and beside them the addresses they become. */
import type { AddAppFromTemplate } from '@hallpass/contract/apps'
import type { Template } from '@hallpass/contract/templates'
import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { useGo, useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { AppIcon } from '../../ui/app-icon.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { AddressPreview, type Choices } from './address-preview.tsx'
import styles from './apps.module.css'
import { parameterName } from './parameter-name.ts'

export function AddFromTemplate() {
  const { t } = useStrings()
  const slug = useParam('slug')
  const template = useQuery({
    queryKey: keys.template(slug),
    queryFn: (): Promise<Template> => answer(api.GET('/api/templates/{slug}', { params: { path: { slug } } })),
  })
  const back = { href: paths.templates(), label: t('templates.title') }
  if (!template.data) {
    return (
      <Page title={t('templates.title')} back={back}>
        <Loaded query={template}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Form template={template.data} />
}

function Form({ template }: { template: Template }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const go = useGo()
  const [name, setName] = useState(template.name)
  const [description, setDescription] = useState('')
  const [signOn, setSignOn] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [choices, setChoices] = useState<Choices>({})
  const add = useAction({
    run: () => {
      const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
      const body: AddAppFromTemplate = {
        template: template.slug,
        name: name.trim(),
        parameters: Object.fromEntries(filled.map(([key, value]) => [key, value.trim()])),
        choices,
        ...(description.trim() === '' ? {} : { description: description.trim() }),
        ...(signOn.trim() === '' ? {} : { addresses: { signOn: signOn.trim() } }),
      }
      return answer(api.POST('/api/apps/from-template', { body }))
    },
    done: (app) => t('newApp.done', { app: app.name }),
    forget: [['apps']],
    after: (app) => go(paths.app(app.id)),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    add.mutate()
  }

  return (
    <Page
      title={t('newApp.title', { app: template.name })}
      heading={
        <span className={styles.heading}>
          <AppIcon name={template.name} icon={template.icon} size="lg" />
          <span>{t('newApp.title', { app: template.name })}</span>
        </span>
      }
      back={{ href: paths.templates(), label: t('templates.title') }}
    >
      <form onSubmit={submit} className={styles.columns}>
        <div className={styles.stack}>
          <Section
            title={t('newApp.yourValues')}
            lead={template.parameters.length > 0 ? t('newApp.valuesHint') : undefined}
          >
            <FormLayout>
              {template.parameters.length === 0 ? <p className={styles.quiet}>{t('newApp.noValues')}</p> : null}
              {template.parameters.map((parameter) => (
                <TextInput
                  key={parameter.name}
                  label={parameterName(parameter.name)}
                  description={wordsOr(`newApp.where.${parameter.name}`, t(`newApp.type.${parameter.type}`))}
                  maxLength={500}
                  spellCheck={false}
                  autoCapitalize="none"
                  value={values[parameter.name] ?? ''}
                  {...fieldProps(add.error, `parameters.${parameter.name}`)}
                  onChange={(event) => {
                    const { value } = event.currentTarget
                    setValues((before) => ({ ...before, [parameter.name]: value }))
                  }}
                />
              ))}
            </FormLayout>
          </Section>
          <Section title={t('app.tab.details')}>
            <FormLayout>
              <TextInput
                label={t('newApp.name')}
                required
                maxLength={120}
                value={name}
                {...fieldProps(add.error, 'name')}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Textarea
                label={t('newApp.description')}
                autosize
                minRows={2}
                maxRows={8}
                maxLength={2000}
                value={description}
                onChange={(event) => setDescription(event.currentTarget.value)}
              />
              <TextInput
                label={t('newApp.ownSignOn')}
                maxLength={2000}
                spellCheck={false}
                value={signOn}
                {...fieldProps(add.error, 'addresses.signOn')}
                onChange={(event) => setSignOn(event.currentTarget.value)}
              />
            </FormLayout>
          </Section>
          <Problem error={add.error} withFields />
          <FormEnd>
            <AdminButton type="submit" loading={add.isPending}>
              {t('newApp.action', { app: name.trim() === '' ? template.name : name.trim() })}
            </AdminButton>
          </FormEnd>
        </div>
        <AddressPreview
          template={template}
          values={values}
          choices={choices}
          onChoice={(kind, index) => setChoices((before) => ({ ...before, [kind]: index }))}
          ownSignOn={signOn.trim()}
        />
      </form>
    </Page>
  )
}
