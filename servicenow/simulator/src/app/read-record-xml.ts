import { DOMParser, type Element } from '@xmldom/xmldom'
import { BadPackage } from './read-package.ts'

export type RecordChange =
  | {
      action: 'upsert'
      table: string
      values: Readonly<Record<string, string>>
      names: Readonly<Record<string, string>>
    }
  | { action: 'delete'; table: string; sysId: string }
  | { action: 'delete_multiple'; table: string; query: string }

export type ColumnDraft = Readonly<Record<string, string>>
export type TableDraft = {
  attributes: Readonly<Record<string, string>>
  columns: readonly ColumnDraft[]
  /** The columns of each unique index. */
  unique: readonly (readonly string[])[]
}

/**
 * The records of a `record_update` file, in its order. Some elements only hold others (`sys_choice_v2`); a reference
 * may carry the `name` of the record it means, as roles do.
 */
export function readRecordXml(text: string, path: string): RecordChange[] {
  const root = parse(text, path)
  const found: RecordChange[] = []
  const visit = (element: Element) => {
    const action = element.getAttribute('action')
    const children = elementsOf(element)
    const id = children.find((child) => child.tagName === 'sys_id')?.textContent ?? ''
    if (action === 'delete_multiple') {
      found.push({ action, table: element.tagName, query: element.getAttribute('query') ?? '' })
      return
    }
    if (action === 'DELETE') {
      found.push({ action: 'delete', table: element.tagName, sysId: id || (element.getAttribute('sys_id') ?? '') })
      return
    }
    if (id === '') {
      for (const child of children) if (elementsOf(child).length > 0 || child.getAttribute('action')) visit(child)
      return
    }
    found.push({ action: 'upsert', table: element.tagName, ...valuesOf(children) })
  }
  for (const child of elementsOf(root)) visit(child)
  return found
}

/** The tables of a `dictionary/*.xml` file. */
export function readDictionaryXml(text: string, path: string): TableDraft[] {
  return elementsOf(parse(text, path))
    .filter((element) => element.tagName === 'element' && element.getAttribute('type') === 'collection')
    .map((table) => ({
      attributes: attributesOf(table),
      columns: elementsOf(table)
        .filter((child) => child.tagName === 'element')
        .map(attributesOf),
      unique: elementsOf(table)
        .filter((child) => child.tagName === 'index' && child.getAttribute('unique') === 'true')
        .map((index) => elementsOf(index).map((column) => column.getAttribute('name') ?? '')),
    }))
}

function valuesOf(children: readonly Element[]) {
  const values: Record<string, string> = {}
  const names: Record<string, string> = {}
  for (const child of children) {
    if (child.getAttribute('action') && elementsOf(child).length > 0) continue
    values[child.tagName] = child.textContent ?? ''
    const name = child.getAttribute('name')
    if (name) names[child.tagName] = name
  }
  return { values, names }
}

function parse(text: string, path: string): Element {
  const faults: string[] = []
  const onError = (_level: string, message: string) => {
    faults.push(message)
  }
  try {
    const root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement
    if (root && faults.length === 0) return root
  } catch (error) {
    faults.push(String(error))
  }
  throw new BadPackage(`${path} is not well-formed XML: ${faults[0] ?? 'no element'}`)
}

function elementsOf(parent: Element): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === 1)
}

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map((attribute) => [attribute.name, attribute.value]))
}
