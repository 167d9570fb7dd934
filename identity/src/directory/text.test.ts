import { expect, test } from 'vitest'
import { cleanLine, fold, keyOf, wordsOf } from './text.ts'

test('clean text is composed, on one line, and cannot reorder what stands around it', () => {
  expect(cleanLine('  Carla\u0000\n Nu\u0301n\u0303ez\u202e  ')).toBe('Carla Núñez')
  expect(cleanLine('عمر حداد')).toBe('عمر حداد')
  expect(cleanLine('Siobhán O\'Neill "Shiv" 🦊')).toBe('Siobhán O\'Neill "Shiv" 🦊')
  expect(cleanLine('👩‍🚀 Ada')).toBe('👩‍🚀 Ada')
  expect(cleanLine('\u202e\u200f \t')).toBeNull()
  expect(cleanLine('🦊'.repeat(400))?.length).toBe(600)
})

test('names fold without case and accents, logins only without case', () => {
  expect(fold('Núñez ŁÓDŹ Straße Ærø')).toBe('nunez lodz strasse aero')
  expect(fold('İstanbul')).toBe('istanbul')
  expect(keyOf(' Núñez ')).toBe('núñez')
})

test('words are what somebody types: quotes join, marks part, emoji and every script count', () => {
  expect(wordsOf('Siobhán O\'Neill "Shiv" 🦊')).toEqual(['siobhan', 'oneill', 'shiv', '🦊'])
  expect(wordsOf('jean-luc.picard@acme.example')).toEqual(['jean', 'luc', 'picard', 'acme', 'example'])
  expect(wordsOf('عمر حداد')).toEqual(['عمر', 'حداد'])
  expect(wordsOf(' %_\\ ')).toEqual([])
})
