/** Something that changes the service: run it, say so, and forget what it made old. */
import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useStrings } from '../strings/use-strings.tsx'
import { showToast } from '../ui/toasts.tsx'
import { problemWords } from './problem-words.ts'

type Options<I, O> = {
  run: (input: I) => Promise<O>
  /** What to say when it is done; nothing where the screen itself shows it. */
  done?: (output: O, input: I) => string
  /** What became old. */
  forget?: readonly QueryKey[]
  after?: (output: O, input: I, client: QueryClient) => void
  /** Says a failure in a toast; leave out where the screen shows `error` beside the button. */
  tellFailure?: boolean
  /** What is given holds a password: it is forgotten with the screen. */
  holdsSecret?: boolean
}

export function useAction<I = void, O = unknown>({
  run,
  done,
  forget = [],
  after,
  tellFailure = false,
  holdsSecret = false,
}: Options<I, O>) {
  const client = useQueryClient()
  const strings = useStrings()
  return useMutation({
    mutationFn: run,
    ...(holdsSecret ? { gcTime: 0 } : {}),
    onSuccess: async (output, input) => {
      if (done) showToast({ message: done(output, input), tone: 'good', closeLabel: strings.t('ui.close') })
      after?.(output, input, client)
      await Promise.all(forget.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => {
      if (!tellFailure) return
      const { title, detail, reference } = problemWords(strings, error)
      const message = [detail, reference === null ? '' : `${strings.t('problem.reference')} ${reference}`]
        .filter(Boolean)
        .join(' · ')
      showToast({ title, message, tone: 'bad', stayMs: 12_000, closeLabel: strings.t('ui.close') })
    },
  })
}
