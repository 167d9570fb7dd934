/** What one proves with beside the password, and what came to one's door. */
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { Page } from '../../ui/page.tsx'
import { Factors } from './factors.tsx'
import { MySignIns } from './my-sign-ins.tsx'
import { RecoveryCodesCard } from './recovery-codes-card.tsx'
import { RememberedDevices } from './remembered-devices.tsx'

export function Security() {
  const { t } = useStrings()
  const factors = useQuery({ queryKey: keys.myFactors, queryFn: () => answer(api.GET('/api/factors')) })
  return (
    <Page title={t('security.title')} lead={t('security.lead')} width="narrow">
      <Loaded query={factors}>
        {(list) => (
          <>
            <Factors list={list} />
            <RecoveryCodesCard list={list} />
          </>
        )}
      </Loaded>
      <RememberedDevices />
      <MySignIns />
    </Page>
  )
}
