import { expect, test } from 'vitest'
import { valuesOf } from './expression.ts'
import { binding, md } from './names.ts'
import { readMetadata } from './read-metadata.ts'

const metadata = (index: string) =>
  `<md:EntityDescriptor xmlns:md="${md}" entityID="https://sp.example"><md:SPSSODescriptor protocolSupportEnumeration="x">` +
  `<md:AssertionConsumerService Binding="${binding.post}" Location="https://sp.example/acs"${index}/>` +
  '</md:SPSSODescriptor></md:EntityDescriptor>'

test('an index in metadata is a small number, or is refused by name', () => {
  expect(readMetadata(metadata('')).acs[0]?.index).toBe(0)
  expect(readMetadata(metadata(' index="65535"')).acs[0]?.index).toBe(65_535)
  for (const index of ['abc', '1e400', '-1', '65536', '1.5', 'Infinity'])
    expect(() => readMetadata(metadata(` index="${index}"`))).toThrow(`An index in it is not usable: ${index}`)
})

test('lists beside each other are cut, and made at no cost', () => {
  const groups = Array.from({ length: 100 }, (_, n) => `group number ${n}`)
  expect(valuesOf('{groups}', { groups })).toHaveLength(100)
  const before = process.cpuUsage()
  const made = valuesOf('{groups}/{groups}/{groups}/{groups}', { groups })
  const { user, system } = process.cpuUsage(before)
  expect(made).toHaveLength(2000)
  expect((user + system) / 1000).toBeLessThan(150)
})
