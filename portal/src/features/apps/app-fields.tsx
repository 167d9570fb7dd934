/** What an app is called and where it is: for one described by hand, and for changing any. */
import { Select, Textarea, TextInput } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { categorySlugs } from '../../strings/category-slugs.ts'
import { useCategoryName } from '../../strings/use-category-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { AppValues } from './app-values.ts'

type Props = {
  values: AppValues
  onChange: (change: Partial<AppValues>) => void
  error: unknown
  withProtocols: boolean
}

const lines = ['entityId', 'acs', 'relayState', 'scimBase'] as const

export function AppFields({ values, onChange, error, withProtocols }: Props) {
  const { t } = useStrings()
  const categoryName = useCategoryName()
  const text = (name: keyof AppValues, wire: string = name) => ({
    value: values[name],
    ...fieldProps(error, wire),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <Section title={t('app.tab.details')}>
        <FormLayout>
          <TextInput label={t('newApp.name')} required maxLength={120} {...text('name')} />
          <Textarea
            label={t('newApp.description')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            {...text('description')}
          />
          <FormRow>
            <Select
              label={t('newApp.category')}
              searchable
              value={values.category}
              data={categorySlugs.map((slug) => ({ value: slug, label: categoryName(slug) }))}
              onChange={(category) => onChange({ category: category ?? 'other' })}
            />
            <TextInput
              label={t('newApp.icon')}
              placeholder={t('newApp.iconHint')}
              maxLength={100}
              spellCheck={false}
              {...text('iconSlug')}
            />
          </FormRow>
        </FormLayout>
      </Section>
      <Section title={t(withProtocols ? 'newApp.addresses' : 'newApp.where')}>
        <FormLayout>
          <TextInput
            label={t('newApp.address.signOn')}
            description={t('newApp.address.signOnHint')}
            type="url"
            maxLength={2000}
            spellCheck={false}
            {...text('signOn', 'addresses.signOn')}
          />
          {withProtocols
            ? lines.map((name) => (
                <TextInput
                  key={name}
                  label={t(`newApp.address.${name}`)}
                  maxLength={2000}
                  spellCheck={false}
                  {...text(name, `addresses.${name}`)}
                />
              ))
            : null}
          {withProtocols ? (
            <Textarea
              label={t('newApp.address.redirectUris')}
              autosize
              minRows={1}
              maxRows={6}
              spellCheck={false}
              {...text('redirectUris', 'addresses.redirectUris')}
            />
          ) : null}
        </FormLayout>
      </Section>
    </>
  )
}
