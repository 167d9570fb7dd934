import { readFileSync } from 'node:fs'
import { servicenowAppVersion } from '@hallpass/contract/servicenow-shapes'
import { expect, test } from 'vitest'
import { isOlderVersion } from './is-older-version.ts'

test.each([
  ['0.2.0', '0.3.0', true],
  ['0.9.0', '0.10.0', true],
  ['0.3.0-rc.1', '0.3.1', true],
  ['1.0', '1.0.1', true],
  ['0.3.0', '0.3.0', false],
  ['0.10.0', '0.9.9', false],
  ['1.0.0', '0.9.0', false],
  ['unknown', '0.3.0', true],
] as const)('%s comes before %s: %s', (version, than, is) => {
  expect(isOlderVersion(version, than)).toBe(is)
})

test('the version that is compared with is that of the app which comes along', () => {
  const file = new URL('../../../../servicenow/app/package.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe(servicenowAppVersion)
})
