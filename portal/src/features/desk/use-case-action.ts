/** Something done to a case: the answer is the whole case anew, so it is put where the case is shown. */
import type { DeskCase } from '@hallpass/contract/desk'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/keys.ts'
import { useAction } from '../../api/use-action.ts'

type Options<I> = {
  run: (input: I) => Promise<DeskCase>
  done?: (output: DeskCase, input: I) => string
  after?: () => void
  tellFailure?: boolean
}

export function useCaseAction<I = void>({ run, done, after, tellFailure = false }: Options<I>) {
  const client = useQueryClient()
  return useAction<I, DeskCase>({
    run,
    ...(done ? { done } : {}),
    tellFailure,
    after: (answered) => {
      client.setQueryData(keys.deskCase(answered.case.id), answered)
      void client.invalidateQueries({ queryKey: ['desk', 'queue'] })
      after?.()
    },
  })
}
