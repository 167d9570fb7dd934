import { describe, expect, test } from 'vitest'
import { paths } from '../paths.ts'
import { readFilters, writeFilters } from './filters.ts'
import { isOwn } from './return-to.ts'

const defaults = { q: '', state: 'active' }

describe('filters in the address', () => {
  test('are read with their defaults, and nothing else is', () => {
    expect(readFilters('?q=mol&page=2', defaults)).toEqual({ q: 'mol', state: 'active' })
  })

  test('that are the default leave the address', () => {
    expect(writeFilters('?q=mol&state=gone', defaults, { state: 'active' })).toBe('?q=mol')
    expect(writeFilters('?q=mol', defaults, { q: '' })).toBe('')
  })

  test('keep what is not theirs', () => {
    expect(writeFilters('?tab=roles', defaults, { q: 'a&b' })).toBe('?tab=roles&q=a%26b')
  })

  test('survive being written and read, whatever they hold', () => {
    for (const q of ["O'Neill", 'ü ß 🦊', 'عمر', '%2F?#&=', '<script>']) {
      expect(readFilters(writeFilters('', defaults, { q }), defaults).q).toBe(q)
    }
  })
})

describe('the way back after signing in', () => {
  test('leads only to addresses of our own', () => {
    expect(['/', '/requests/1?tab=x#y'].every(isOwn)).toBe(true)
    const strangers = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      '/\u0009/evil',
    ]
    expect(strangers.filter(isOwn)).toEqual([])
  })
})

test('addresses leave out empty filters', () => {
  expect(paths.people({ q: '', state: 'gone' })).toBe('/admin/people?state=gone')
  expect(paths.ask(['a', 'b'])).toBe('/ask?roles=a.b')
})
