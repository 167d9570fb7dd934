import { type Sentences, sayer } from '@hallpass/contract/sayer'

export type { Sentences }

let sayIt: (sentence: string) => string = (sentence) => sentence

/** Called with the words of a language; of English, those that read like a schema. */
export function speak(sentences: Sentences): void {
  sayIt = sayer(sentences)
}

/** What the service said, as the page says it. */
export function say(sentence: string): string {
  return sayIt(sentence)
}
