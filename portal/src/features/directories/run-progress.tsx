import type { SyncRun } from '@hallpass/contract/directories'
import { useDuration } from '../../strings/use-duration.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Meter } from '../../ui/meter.tsx'
import { useNow } from '../../ui/now.tsx'

/** How far a read of a directory has come: how much, how fast, how long still. */
export function RunProgress({ run }: { run: SyncRun }) {
  const { t, number } = useStrings()
  const duration = useDuration()
  const now = useNow(1000)
  const seconds = run.startedAt === null ? 0 : (now.getTime() - Date.parse(run.startedAt)) / 1000
  const rate = seconds > 0 ? run.read / seconds : 0
  const left = run.expected === null || rate === 0 ? null : Math.max(0, run.expected - run.read) / rate
  const detail =
    run.expected === null || left === null
      ? t('directory.progressOpen', { read: number(run.read) })
      : t('directory.progress', {
          read: number(run.read),
          expected: number(run.expected),
          rate: number(Math.max(1, Math.round(rate))),
          left: duration(left),
        })
  return <Meter label={t('directory.running')} value={run.read} max={run.expected} detail={detail} />
}
