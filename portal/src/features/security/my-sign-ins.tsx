import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { SignInHistory } from '../../api/proof/sign-in-history.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { Section } from '../../ui/section.tsx'

/** What came to one's door lately; live. */
export function MySignIns() {
  const { t } = useStrings()
  return (
    <Section title={t('signIns.title')} lead={t('signIns.mine')}>
      <SignInHistory
        queryKey={keys.mySignIns}
        load={(page) => answer(api.GET('/api/sign-ins', { params: { query: { ...page, limit: 20 } } }))}
        live="/api/sign-ins/events"
      />
    </Section>
  )
}
