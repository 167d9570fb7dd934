import { useStrings } from './use-strings.tsx'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** A span of time in rough words: "4 minutes", "about 3 hours", "2 days". */
export function useDuration(): (seconds: number) => string {
  const { t } = useStrings()
  return (seconds) => {
    if (seconds < 90) return t('duration.seconds', { count: Math.max(1, Math.round(seconds)) })
    if (seconds < 90 * minute) return t('duration.minutes', { count: Math.round(seconds / minute) })
    if (seconds < 36 * hour) return t('duration.hours', { count: Math.round(seconds / hour) })
    return t('duration.days', { count: Math.round(seconds / day) })
  }
}
