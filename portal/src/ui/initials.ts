/** Initials and colours made from names in any script. */
import type { CSSProperties } from 'react'

const segmenter = new Intl.Segmenter()

/** "Molly Byrne" → MB, "عمر حداد" → عح, "Siobhán O'Neill 🦊" → SO. One whole visible character each, never half an emoji. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word))
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name]
  return chosen.map((word) => firstCharacter(word ?? '')).join('')
}

/** A hue that is always the same for the same key, as the style that sets it. */
export function hueOf(key: string): CSSProperties {
  let hash = 7
  for (const char of key) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return { '--hue': (hash % 12) * 30 + 20 } as CSSProperties
}

function firstCharacter(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/\p{L}|\p{N}/u.test(segment)) return segment.toLocaleUpperCase()
  }
  return [...segmenter.segment(word)][0]?.segment ?? ''
}
