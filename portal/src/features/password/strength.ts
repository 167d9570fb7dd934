/** How hard a password is to guess, in five steps. A rough guide while typing; the directory decides. Pure. */
import { classesIn } from './rules.ts'

export type Strength = 0 | 1 | 2 | 3 | 4

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
]

export function strengthOf(password: string, knownWords: readonly string[] = []): Strength {
  if (password === '') return 0
  const rest = withoutWords(password.toLowerCase(), knownWords)
  const bits = usefulLength(rest) * bitsPerCharacter(password)
  if (bits < 28) return 0
  if (bits < 45) return 1
  if (bits < 60) return 2
  if (bits < 80) return 3
  return 4
}

/** A word everybody can guess counts as one character. */
function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => (word.length < 3 ? left : left.replaceAll(word.toLowerCase(), '\u0001')), text)
}

/** Characters that are not foretold by the ones before: repeats and keyboard runs count little. */
function usefulLength(text: string): number {
  const characters = [...text]
  const seen = new Map<string, number>()
  let length = 0
  for (const [index, character] of characters.entries()) {
    const times = seen.get(character) ?? 0
    seen.set(character, times + 1)
    const before = characters[index - 1]
    if (before === character) length += 0.15
    else if (before !== undefined && isRun(before, character)) length += 0.3
    else length += times === 0 ? 1 : Math.max(0.4, 1 - times * 0.15)
  }
  return length
}

function isRun(before: string, character: string): boolean {
  const pair = before + character
  const back = character + before
  return runs.some((run) => run.includes(pair) || run.includes(back))
}

/** Words are easier than random letters of the same length; mixing kinds helps a little. */
function bitsPerCharacter(password: string): number {
  return 2.6 + 0.55 * classesIn(password)
}
