import type { DirectoryDetail } from '@hallpass/contract/directories'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Record<DirectoryDetail['health']['state'], Tone> = { ok: 'good', failing: 'bad', unknown: 'quiet' }

export function DirectoryStatus({ directory }: { directory: Pick<DirectoryDetail, 'health' | 'paused'> }) {
  const { t } = useStrings()
  const { health, paused } = directory
  if (paused) return <Status tone="warn">{t(paused.removing ? 'directories.removing' : 'directories.paused')}</Status>
  const { state } = health
  if (state === 'ok' && health.warning) return <Status tone="warn">{t('directories.health.part')}</Status>
  return <Status tone={tones[state]}>{t(`directories.health.${state}`)}</Status>
}
