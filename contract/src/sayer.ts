/**
 * Sentences of the service in another language. The service writes English; whoever says it to people says it by the sentence
 * itself, as gettext does, so that neither side keeps a list of numbers. What has no translation is said as it came.
 */
export type Sentences = Readonly<Record<string, string>>

const betweenSentences = /(?<=[.!?]) (?=[\p{Lu}“])/u

/**
 * `{1}` in a sentence stands for what the service named there, which stays as it is: a name is nobody's to translate. `{1 said}`
 * in the translation: what stands there is one of these sentences itself. Several sentences, such as the reasons why approvals
 * of another system do not count, are said one by one, those that belong together as one. The work grows with the length of
 * the text, not faster, for people write parts of it.
 */
export function sayer(sentences: Sentences): (sentence: string) => string {
  const partsMax = Math.max(1, ...Object.keys(sentences).map((english) => partsOf(english).length))
  const patterns = Object.entries(sentences)
    .filter(([english]) => english.includes('{1}'))
    .map(([english, words]) => ({
      fits: patternOf(english),
      words,
      letters: english.length,
      parts: partsOf(english).length,
      isQuote: english.endsWith('”'),
    }))
    // The one that says most is the one that was meant.
    .sort((a, b) => b.letters - a.letters)
  const quotes = patterns.filter(({ isQuote }) => isQuote)

  const filled = (among: typeof patterns, sentence: string, depth: number): string | undefined => {
    for (const { fits, words } of among) {
      const found = fits.exec(sentence)
      if (!found) continue
      return words.replace(/\{(\d)( said)?\}/g, (_all, place, isSaid) => {
        const value = found[Number(place)] ?? ''
        return isSaid && depth < depthMax ? sayOne(value, depth + 1) : value
      })
    }
    return undefined
  }
  const known = (sentence: string, depth: number, among = patterns): string | undefined =>
    Object.hasOwn(sentences, sentence) ? sentences[sentence] : filled(among, sentence, depth)

  /** What a person wrote goes first, then sentence by sentence: a name may hold a full stop, but hardly a sentence of ours. */
  const sayOne = (sentence: string, depth: number): string => {
    const quoted = known(sentence, depth, quotes)
    if (quoted !== undefined) return quoted
    const said = sayEach(partsOf(sentence), depth)
    if (said.isKnown) return said.words
    return known(sentence, depth) ?? said.words
  }
  const sayEach = (parts: readonly string[], depth: number): { words: string; isKnown: boolean } => {
    const said: string[] = []
    let isKnown = true
    for (let at = 0; at < parts.length; ) {
      const next = longestKnown(parts, at, depth)
      isKnown &&= next !== null
      said.push(next?.words ?? parts[at] ?? '')
      at += next?.count ?? 1
    }
    return { words: said.join(' '), isKnown }
  }
  const longestKnown = (parts: readonly string[], at: number, depth: number) => {
    for (let count = Math.min(partsMax, parts.length - at); count > 0; count--) {
      const among = patterns.filter((pattern) => pattern.parts === count)
      const words = known(parts.slice(at, at + count).join(' '), depth, among)
      if (words !== undefined) return { words, count }
    }
    return null
  }
  return (sentence) => sayOne(sentence, 0)
}

/** A reason within a line, and what it names: deeper is nothing of ours. */
const depthMax = 3

const partsOf = (text: string): string[] => text.split(betweenSentences)

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replace(/\{\d\}/g, '(.*?)')}$`, 's')
}
