/** Whether an entry of the trail says what was meant to be done, or what became of it; nothing where it is a plain fact. */
import type { TrailEntry } from '@hallpass/contract/audit'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status } from '../../ui/status.tsx'

export function EntryOutcome({ entry }: { entry: TrailEntry }) {
  const { t } = useStrings()
  if (entry.kind === 'fact') return null
  return (
    <Status tone={entry.kind === 'intent' ? 'quiet' : entry.ok ? 'good' : 'bad'}>
      {entry.kind === 'intent' ? t('trail.kind.intent') : t(entry.ok ? 'trail.succeeded' : 'trail.failed')}
    </Status>
  )
}
