import type { PersonState } from '@hallpass/contract/people'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Record<PersonState, Tone> = { active: 'good', disabled: 'warn', gone: 'quiet' }

export function PersonStatus({ state }: { state: PersonState }) {
  const { t } = useStrings()
  return <Status tone={tones[state]}>{t(`people.state.${state}`)}</Status>
}
