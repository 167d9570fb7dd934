import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readableOn } from './brand-colors.ts'
import { contrast, seen, tokensOf } from './testing-colors.ts'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** Ours, the sample's and those that companies have: bright, dark, without colour. */
const accents = [
  '#2f5bd0',
  '#2e7250',
  '#0a7f5a',
  '#ffd400',
  '#ff6a00',
  '#e4002b',
  '#00c2ff',
  '#9be15d',
  '#111111',
  '#f5f5f5',
]

const texts = ['text', 'dim', 'faint', 'accent-text', 'good-text', 'warn-text', 'bad-text']
/** Whole pages, cards, messages and dialogs, the side; and each of them under the pointer. */
const plain = ['bg', 'surface', 'raised', 'sunken']
const grounds = [...plain.map((ground) => [ground]), ...plain.map((ground) => [ground, 'hover'])]
/** Words on the colour that says what they mean. */
const soft = ['good', 'warn', 'bad', 'accent'].flatMap((tone) =>
  [`${tone}-text`, 'text', 'dim'].map((text) => [text, [`${tone}-soft`]] as const),
)
const pairs = [...grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)), ...soft]

describe.each(['light', 'dark'])('in %s', (scheme) => {
  const tokens = tokensOf(css, [
    ':root',
    `:root[data-mantine-color-scheme="${scheme}"]`,
    ':root[data-mantine-color-scheme]',
  ])
  const of = (accent: string) =>
    new Map([...tokens, ['--hp-accent-base', accent], ['--hp-on-accent', readableOn(accent)]])

  test.each(accents)('every text can be read on every ground, with the accent %s', (accent) => {
    const all = of(accent)
    const faint = pairs.flatMap(([text, ground]) => {
      const behind = seen(all, ...ground.map((name) => `--hp-${name}`))
      const ratio = contrast(seen(all, `--hp-${text}`), behind)
      return ratio >= 4.5 ? [] : [`${text} on ${ground.join(' + ')}: ${ratio.toFixed(2)}`]
    })
    expect(faint).toEqual([])
  })

  test.each(accents)('what buttons say can be read, with the accent %s', (accent) => {
    const all = of(accent)
    const on = (text: string, ground: string) => contrast(seen(all, text), seen(all, ground))
    expect(on('--hp-on-accent', '--mantine-color-accent-filled')).toBeGreaterThanOrEqual(4.5)
    expect(on('white', '--mantine-color-red-filled')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(accents)('edges of what can be filled in, and the focus, are seen, with the accent %s', (accent) => {
    const all = of(accent)
    for (const ground of plain) {
      for (const edge of ['--hp-control', '--hp-accent-text'])
        expect(contrast(seen(all, edge), seen(all, `--hp-${ground}`)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })
})

test('messages at the foot of the page take their colours from pairs that were looked at', () => {
  const rule = (selector: string) => tokensIn(css, selector)
  expect(rule('.mantine-Notification-root')).toContain('background: var(--hp-raised)')
  expect(rule('.mantine-Notification-title')).toContain('color: var(--hp-text)')
  expect(rule('.mantine-Notification-description')).toContain('color: var(--hp-dim)')
})

test('contrast is what WCAG 2.2 says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

function tokensIn(text: string, selector: string): string {
  const start = text.indexOf(`${selector} {`)
  return start < 0 ? '' : text.slice(start, text.indexOf('}', start))
}
