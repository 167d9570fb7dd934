import type { DirectoryDetail } from '@hallpass/contract/directories'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Record<DirectoryDetail['health']['state'], Tone> = { ok: 'good', failing: 'bad', unknown: 'quiet' }

export function DirectoryStatus({ state }: { state: DirectoryDetail['health']['state'] }) {
  const { t } = useStrings()
  return <Status tone={tones[state]}>{t(`directories.health.${state}`)}</Status>
}
