import type { RequestSummary } from '@hallpass/contract/requests'
import { say } from './say.ts'
import { stageName } from './stage-name.ts'
import { useStrings } from './use-strings.tsx'

type Ended = Pick<RequestSummary, 'outcomeReason' | 'outcomeCode' | 'outcomeStage'>

/**
 * Why a request ended: in the language of the page where Hallpass ended it, or could not take what another system approved;
 * else as a person wrote it. Null while it goes on.
 */
export function useOutcomeWords(): (request: Ended) => string | null {
  const { t } = useStrings()
  return ({ outcomeReason, outcomeCode, outcomeStage }) =>
    outcomeCode === null
      ? outcomeReason && say(outcomeReason)
      : t(`outcome.${outcomeCode}`, { stage: stageName({ t }, outcomeStage ?? '') })
}
