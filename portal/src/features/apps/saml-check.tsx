import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'

/** Compares what we know with what the app published, before a person meets a difference. */
export function SamlCheck({ appId }: { appId: string }) {
  const { t } = useStrings()
  const [source, setSource] = useState('')
  const check = useAction({
    run: () => {
      const text = source.trim()
      const metadata = text === '' ? {} : { metadata: text.startsWith('<') ? { xml: text } : { url: text } }
      return answer(api.POST('/api/apps/{id}/saml/check', { params: { path: { id: appId } }, body: metadata }))
    },
  })
  return (
    <Section
      title={t('appSignOn.check')}
      lead={t('appSignOn.checkLead')}
      action={
        <AdminButton variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>
          {t('appSignOn.checkNow')}
        </AdminButton>
      }
    >
      <FormLayout>
        <Textarea
          label={t('appSignOn.checkAgainst')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={250_000}
          spellCheck={false}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Problem error={check.error} withFields />
        {check.data ? (
          <CheckList
            label={t('appSignOn.check')}
            points={check.data.findings.map(({ level, subject, message }, index) => ({
              key: `${subject} ${index}`,
              level,
              title: t(`appSignOn.subject.${subject}`),
              message: say(message),
              levelWord: t(`appSignOn.level.${level}`),
            }))}
          />
        ) : null}
      </FormLayout>
    </Section>
  )
}
