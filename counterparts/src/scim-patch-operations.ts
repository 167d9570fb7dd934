import { isRecord, keyOf, parseFilter, ScimError, type ScimRecord, withoutCoreUrn } from './scim-filter.ts'

/** Applies the operations of a PATCH (RFC 7644, 3.5.2) to a copy and answers it. */
export function applyPatch(record: ScimRecord, body: unknown): ScimRecord {
  const operations = isRecord(body) ? body.Operations : undefined
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new ScimError(400, 'A patch needs Operations.', 'invalidSyntax')
  }
  const next = structuredClone(record)
  for (const operation of operations) applyOperation(next, operation)
  return next
}

function applyOperation(record: ScimRecord, operation: unknown): void {
  if (!isRecord(operation)) throw new ScimError(400, 'An operation must be an object.', 'invalidSyntax')
  const { path, value } = operation
  const op = String(operation.op).toLowerCase()
  if (!['add', 'replace', 'remove'].includes(op)) throw new ScimError(400, `There is no op ${op}.`, 'invalidSyntax')
  if (typeof path !== 'string' && !isRecord(value)) {
    throw new ScimError(400, 'Without a path the value must be an object.', 'noTarget')
  }
  const changes = typeof path === 'string' ? [[path, value] as const] : Object.entries(value as ScimRecord)
  for (const [name, one] of changes) applyAt(record, op, withoutCoreUrn(name), one)
}

function applyAt(record: ScimRecord, op: string, path: string, value: unknown): void {
  const extension = /^(urn:.+:2\.0:User)(?::(.+))?$/i.exec(path)
  const parts = extension
    ? [path, extension[1], undefined, extension[2]]
    : /^([^[.]+)(?:\[(.*)\])?(?:\.(.+))?$/.exec(path)
  if (!parts) throw new ScimError(400, `There is no attribute ${path}.`, 'invalidPath')
  const [, name = '', selector, rest] = parts
  const key = keyOf(record, name)
  if (selector) applyToSelected(record, key, op, selector, rest, value)
  else if (rest) applyAt(innerRecord(record, key), op, rest, value)
  else if (op === 'remove') removeAt(record, key, value)
  else if (op === 'add' && Array.isArray(record[key])) addTo(record, key, value)
  else record[key] = value
}

function applyToSelected(
  record: ScimRecord,
  key: string,
  op: string,
  selector: string,
  rest: string | undefined,
  value: unknown,
): void {
  const items = Array.isArray(record[key]) ? record[key] : []
  const matches = parseFilter(selector)
  if (op === 'remove' && !rest) {
    record[key] = items.filter((item) => !matches(item))
    return
  }
  const chosen = items.filter((item) => matches(item))
  if (chosen.length === 0) throw new ScimError(400, `Nothing matches [${selector}].`, 'noTarget')
  for (const item of chosen) {
    if (rest) applyAt(item, op, rest, value)
    else Object.assign(item, value)
  }
}

function innerRecord(record: ScimRecord, key: string): ScimRecord {
  const inner = record[key]
  const next = isRecord(inner) ? inner : {}
  record[key] = next
  return next
}

function removeAt(record: ScimRecord, key: string, value: unknown): void {
  const current = record[key]
  if (!Array.isArray(value) || !Array.isArray(current)) {
    delete record[key]
    return
  }
  const gone = new Set(value.map(identityOf))
  record[key] = current.filter((item) => !gone.has(identityOf(item)))
}

function addTo(record: ScimRecord, key: string, value: unknown): void {
  const current = record[key] as unknown[]
  const have = new Set(current.map(identityOf))
  const more = (Array.isArray(value) ? value : [value]).filter((item) => !have.has(identityOf(item)))
  record[key] = [...current, ...more]
}

/** Two members are the same when their `value` is (RFC 7643, 2.4). */
function identityOf(item: unknown): string {
  return isRecord(item) && 'value' in item ? String(item.value) : JSON.stringify(item)
}
