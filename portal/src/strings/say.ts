/**
 * Sentences of the service, in the language of the page. The service writes English; what it says to people who look
 * after it is translated by the sentence itself, as gettext does, so that neither side keeps a list of numbers. What has
 * no translation is said as it came.
 */
export type Sentences = Readonly<Record<string, string>>

let sayIt: (sentence: string) => string = (sentence) => sentence

/** Called with the words of a language; of English, those that read like a schema. */
export function speak(sentences: Sentences): void {
  sayIt = sayer(sentences)
}

/** What the service said, as the page says it. */
export function say(sentence: string): string {
  return sayIt(sentence)
}

const betweenSentences = /(?<=[.!?]) (?=[\p{Lu}“])/u

/**
 * `{1}` in a sentence stands for what the service named there; a name that is a sentence itself is said too. Several
 * sentences, such as the reasons why approvals of another system do not count, are said one by one.
 */
export function sayer(sentences: Sentences): (sentence: string) => string {
  const patterns = Object.entries(sentences)
    .filter(([english]) => english.includes('{1}'))
    .map(([english, words]) => ({ fits: patternOf(english), words, letters: english.length }))
    // The one that says most is the one that was meant.
    .sort((a, b) => b.letters - a.letters)
  const sayOne = (sentence: string): string => {
    const known = Object.hasOwn(sentences, sentence) ? sentences[sentence] : undefined
    if (known !== undefined) return known
    for (const { fits, words } of patterns) {
      const found = fits.exec(sentence)
      if (found) return words.replace(/\{(\d)\}/g, (_all, place) => listed(found[Number(place)] ?? ''))
    }
    const several = sentence.split(betweenSentences)
    return several.length > 1 ? several.map(sayOne).join(' ') : sentence
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
