import type { Account, AccountState } from '@hallpass/contract/provisioning'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Record<AccountState, Tone> = {
  none: 'quiet',
  pending: 'accent',
  active: 'good',
  inactive: 'quiet',
  failing: 'bad',
  needs_task: 'warn',
}

export function AccountStatus({ state }: { state: Account['state'] }) {
  const { t } = useStrings()
  return <Status tone={tones[state]}>{t(`accountState.${state}`)}</Status>
}
