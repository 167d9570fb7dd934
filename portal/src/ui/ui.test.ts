import { describe, expect, test } from 'vitest'
import { hueOf, initials } from './initials.ts'
import { appHue, monogram } from './monogram.ts'
import { accentOf, readableOn } from './theme/brand-colors.ts'

describe('initials', () => {
  test('are the first characters of the first and last word', () => {
    expect(initials('Molly Byrne')).toBe('MB')
    expect(initials('Ludwig van Beethoven')).toBe('LB')
    expect(initials('Prince')).toBe('P')
  })

  test('hold no quotes, no half emoji, and work in every script', () => {
    expect(initials(`Siobhán O'Neill "Shiv" 🦊`)).toBe('SS')
    expect(initials('عمر حداد')).toBe('عح')
    expect(initials('🦊')).toBe('🦊')
    expect(initials('')).toBe('')
  })

  test('have the same colour for the same person', () => {
    expect(hueOf('a')).toEqual(hueOf('a'))
  })
})

describe("a company's accent", () => {
  test('is taken only when it is a colour', () => {
    expect(accentOf('#0A7F5A')).toBe('#0a7f5a')
    expect(accentOf('red;background:url(x)')).toBeNull()
    expect(accentOf(null)).toBeNull()
  })

  test('gets text that can be read on it', () => {
    expect(readableOn('#2f5bd0')).toBe('#ffffff')
    expect(readableOn('#ffd400')).toBe('#18181b')
  })
})

test('an app without an icon has one letter, and the colour of its first word', () => {
  expect([monogram('Salesforce'), monogram('1Password'), monogram('عمر')]).toEqual(['S', '1', 'ع'])
  expect(appHue('Salesforce at Acme')).toEqual(appHue('salesforce'))
  expect(appHue('Unheard of')).toEqual(appHue('unheard'))
})
