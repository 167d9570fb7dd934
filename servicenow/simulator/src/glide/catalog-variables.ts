import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'
import { textOf } from './condition.ts'

type Variable = { option: Row; definition: Row; mtom: Row }

/** `current.variables`: what the requester answered, by name; assigning one writes it. */
export function openVariables(records: Records, table: string, sysId: string): unknown {
  const item = table === 'sc_task' ? (records.get('sc_task', sysId)?.request_item ?? '') : sysId
  const variables = readVariables(records, item)
  return new Proxy({} as Record<string, unknown>, {
    get(target, name) {
      if (typeof name !== 'string') return Reflect.get(target, name)
      const found = variables.get(name)
      return found ? element(records, found) : undefined
    },
    set(_target, name, value) {
      const found = variables.get(String(name))
      if (!found) return true
      const text = textOf(value)
      found.option = { ...found.option, value: text }
      records.update('sc_item_option', found.option.sys_id ?? '', { value: text }, system)
      return true
    },
    has: (_target, name) => variables.has(String(name)),
    ownKeys: () => [...variables.keys()],
    getOwnPropertyDescriptor: (_target, name) =>
      variables.has(String(name)) ? { enumerable: true, configurable: true } : undefined,
  })
}

export function readVariables(records: Records, requestedItem: string): Map<string, Variable> {
  const found = new Map<string, Variable>()
  if (!requestedItem) return found
  for (const mtom of records.find('sc_item_option_mtom', `request_item=${requestedItem}`)) {
    const option = records.get('sc_item_option', mtom.sc_item_option ?? '')
    const definition = option && records.get('item_option_new', option.item_option_new ?? '')
    if (option && definition?.name) found.set(definition.name, { option, definition, mtom })
  }
  return found
}

function element(records: Records, { option, definition }: Variable): unknown {
  const value = option.value ?? ''
  return {
    toString: () => value,
    valueOf: () => value,
    toJSON: () => value,
    getValue: () => value,
    nil: () => value === '',
    getDisplayValue: () => shown(records, definition, value),
    getLabel: () => definition.question_text ?? '',
    getDecryptedValue: () => records.secrets.open(value),
  }
}

/** The label of a chosen answer, the names of chosen records. */
export function shown(records: Records, definition: Row, value: string): string {
  const choice = records.find('question_choice', `question=${definition.sys_id}^value=${value.replaceAll('^', '')}`)[0]
  if (choice?.text) return choice.text
  const table = definition.reference || definition.list_table || (definition.type === '31' ? 'sys_user' : '')
  if (!table || !records.dictionary.has(table)) return value
  const names = value.split(',').map((id) => {
    const row = records.get(table, id.trim())
    return row ? records.displayOf(table, row) : id
  })
  return names.join(', ')
}
