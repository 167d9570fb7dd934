import type { DeskObstacle } from '@hallpass/contract/desk'
import { useStrings } from '../../strings/use-strings.tsx'

/** Why nothing can be proven for a person by this agent; null where nothing stands in the way. */
export function useObstacleWords(): (obstacle: DeskObstacle | null) => string | null {
  const { t } = useStrings()
  return (obstacle) => {
    if (obstacle === null) return null
    return t(obstacle === 'stale' ? 'problem.code.directory_stale' : `problem.code.desk_${obstacle}`)
  }
}
