import { useWordsOr } from './use-words-or.ts'

/** A catalog category in words; one we do not know is shown as it is called. */
export function useCategoryName(): (slug: string) => string {
  const wordsOr = useWordsOr()
  return (slug) => wordsOr(`category.${slug}`, slug.replaceAll('-', ' '))
}
