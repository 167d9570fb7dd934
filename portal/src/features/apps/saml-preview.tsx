import { useState } from 'react'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SamlGiveName } from './saml-give-name.tsx'
import { SamlNameHolder } from './saml-name-holder.tsx'

/** What the app would be told about a person. */
export function SamlPreviewCard({ appId }: { appId: string }) {
  const { t, list } = useStrings()
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const preview = useAction({
    run: (personId: string) =>
      answer(api.POST('/api/apps/{id}/saml/preview', { params: { path: { id: appId } }, body: { personId } })),
  })
  return (
    <Section title={t('appSignOn.preview')} lead={t('appSignOn.previewLead')}>
      <FormLayout>
        <PersonPicker
          label={t('appSignOn.previewPerson')}
          value={person}
          onChange={(picked) => {
            setPerson(picked)
            if (picked) preview.mutate(picked.id)
          }}
        />
        <Problem error={preview.error} />
        {preview.data && preview.data.namesakes.length > 0 ? (
          <Notice tone="warn" title={t('appSignOn.namesakes', { people: list(preview.data.namesakes) })}>
            {t('appSignOn.namesakesDetail')}
          </Notice>
        ) : null}
        {preview.data?.nameId && preview.data.holder && person ? (
          <SamlNameHolder
            appId={appId}
            name={preview.data.nameId}
            holder={preview.data.holder}
            onFreed={() => preview.mutate(person.id)}
          />
        ) : null}
        {preview.data?.nameId && person ? (
          <SamlGiveName
            appId={appId}
            person={person}
            preview={{ ...preview.data, nameId: preview.data.nameId }}
            onGiven={() => preview.mutate(person.id)}
          />
        ) : null}
        {preview.data && person ? (
          <Facts
            facts={[
              { name: 'NameID', value: <bdi>{preview.data.nameId ?? t('ui.none')}</bdi> },
              ...preview.data.attributes.map(({ name, values }) => ({ name, value: <bdi>{list(values)}</bdi> })),
            ]}
          />
        ) : null}
      </FormLayout>
    </Section>
  )
}
