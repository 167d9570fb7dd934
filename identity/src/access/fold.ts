/** Letters that Unicode does not take apart into a base letter and a mark. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' }

/** The words of a text in lower case without diacritics, for search as one types: `Café Ørsted` → `cafe`, `orsted`. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøłđæœþı]/g, (letter) => plain[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** The folded words of a name, to list and compare by. */
export function foldName(name: string): string {
  return foldWords(name).join(' ')
}

/** The words of everything a thing is found by; each word has a space before it, so that ` word` finds beginnings. */
export function searchText(...texts: readonly string[]): string {
  return texts
    .flatMap(foldWords)
    .map((word) => ` ${word}`)
    .join('')
}
