import type { RequestState } from '@hallpass/contract/requests'
import { useStrings } from '../strings/use-strings.tsx'
import { Status, type Tone } from '../ui/status.tsx'

const tones: Record<RequestState, Tone> = {
  waiting: 'accent',
  fulfilling: 'accent',
  fulfilled: 'good',
  denied: 'bad',
  cancelled: 'quiet',
}

export function RequestStatus({ state }: { state: RequestState }) {
  const { t } = useStrings()
  return <Status tone={tones[state]}>{t(`request.state.${state}`)}</Status>
}
