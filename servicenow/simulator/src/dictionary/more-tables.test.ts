import { expect, test } from 'vitest'
import { baseTables } from './base-tables.ts'
import { parseTables } from './more-tables.ts'

test('a table, its columns, defaults and choices are read from a few lines', () => {
  expect(
    parseTables(
      't "A Table" extends=task prefix=T\n a, b string =x\n c reference:sys_user*\n d string ="not yet" ?1:One|2:Two: 2',
    ),
  ).toEqual([
    {
      name: 't',
      label: 'A Table',
      extends: 'task',
      prefix: 'T',
      columns: [
        { name: 'a', type: 'string', default: 'x' },
        { name: 'b', type: 'string', default: 'x' },
        { name: 'c', type: 'reference', reference: 'sys_user', mandatory: true },
        {
          name: 'd',
          type: 'string',
          default: 'not yet',
          dropdown: 1,
          choices: [
            ['1', 'One'],
            ['2', 'Two: 2'],
          ],
        },
      ],
    },
  ])
})

test('a line that says neither a table nor a column is refused', () => {
  expect(() => parseTables('t\n what')).toThrow('not a column')
})

test('every table extends one that is there, and every column has a type', () => {
  const tables = baseTables()
  const names = new Set(tables.map((table) => table.name))
  expect(tables.filter((table) => table.extends && !names.has(table.extends)).map((table) => table.name)).toEqual([])
  expect(tables.flatMap((table) => table.columns).filter((column) => !column.type)).toEqual([])
  expect(names.size).toBeGreaterThan(230)
})
