/**
 * Sentences of the service in another language. The service writes English; whoever says it to people says it by the sentence
 * itself, as gettext does, so that neither side keeps a list of numbers. What has no translation is said as it came.
 */
export type Sentences = Readonly<Record<string, string>>

const betweenSentences = /(?<=[.!?]) (?=[\p{Lu}“])/u

/**
 * `{1}` in a sentence stands for what the service named there; a name that is a sentence itself is said too. Several
 * sentences, such as the reasons why approvals of another system do not count, are said one by one, those that belong
 * together as one.
 */
export function sayer(sentences: Sentences): (sentence: string) => string {
  const patterns = Object.entries(sentences)
    .filter(([english]) => english.includes('{1}'))
    .map(([english, words]) => ({
      fits: patternOf(english),
      words,
      letters: english.length,
      parts: english.split(betweenSentences).length,
    }))
    // The one that says most is the one that was meant.
    .sort((a, b) => b.letters - a.letters)
  /** `parts`: only what is itself made of so many sentences. */
  const known = (sentence: string, parts?: number): string | undefined => {
    if (Object.hasOwn(sentences, sentence)) return sentences[sentence]
    for (const pattern of patterns) {
      if (parts !== undefined && pattern.parts !== parts) continue
      const found = pattern.fits.exec(sentence)
      if (found) return pattern.words.replace(/\{(\d)\}/g, (_all, place) => listed(found[Number(place)] ?? ''))
    }
    return undefined
  }
  const sayOne = (sentence: string): string => known(sentence) ?? sayEach(sentence.split(betweenSentences))
  const sayEach = (parts: readonly string[]): string => {
    const said: string[] = []
    for (let at = 0; at < parts.length; ) {
      const { words, count } = longestKnown(parts.slice(at))
      said.push(words)
      at += count
    }
    return said.join(' ')
  }
  const longestKnown = (parts: readonly string[]): { words: string; count: number } => {
    for (let count = parts.length; count > 0; count--) {
      const words = known(parts.slice(0, count).join(' '), count)
      if (words !== undefined) return { words, count }
    }
    return { words: parts[0] ?? '', count: 1 }
  }
  const listed = (value: string): string => {
    const said = sayOne(value)
    if (said !== value || !value.includes(', ')) return said
    return value
      .split(', ')
      .map((one) => (Object.hasOwn(sentences, one) ? sayOne(one) : one))
      .join(', ')
  }
  return sayOne
}

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replace(/\{\d\}/g, '(.*?)')}$`, 's')
}
