import { useWordsOr } from './use-words-or.ts'

/** What an entry of the trail says was done, in words; an action we have no words for is shown as it is called. */
export function useActionWords(): (action: string) => string {
  const wordsOr = useWordsOr()
  return (action) => wordsOr(`action.${action}`, action.replace(/[._]/g, ' '))
}
