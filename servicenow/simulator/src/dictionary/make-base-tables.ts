/**
 * Writes base-tables.jsonl from the table schemas that ServiceNow publishes in its SDK (MIT, © ServiceNow Inc.).
 * Needs the SDK beside the app: `cd servicenow/app && npm ci`, then `node make-base-tables.ts [path of sdk-core]`.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Call = { fn: string; options: Record<string, unknown> }
type Table = { name: string; label?: unknown; extends?: unknown; display?: string; schema?: Record<string, Call> } & {
  autoNumber?: { prefix?: string; number?: number }
}

const here = dirname(fileURLToPath(import.meta.url))
const core = process.argv[2] ?? join(here, '../../../app/node_modules/@servicenow/sdk-core')
const folder = join(core, 'dist/fluent/tables')

/** Internal types whose name is not that of the SDK's column function in snake case. */
const internalTypes: Readonly<Record<string, string>> = {
  GuidColumn: 'GUID',
  ListColumn: 'glide_list',
  DateColumn: 'glide_date',
  TimeColumn: 'glide_time',
  DateTimeColumn: 'glide_date_time',
  DurationColumn: 'glide_duration',
  ChoiceColumn: 'choice',
  SystemClassNameColumn: 'sys_class_name',
  DomainIdColumn: 'domain_id',
  DomainPathColumn: 'domain_path',
  TranslatedFieldColumn: 'translated_field',
  TranslatedTextColumn: 'translated_text',
  MultiLineTextColumn: 'multi_two_lines',
  FieldNameColumn: 'field_name',
  TableNameColumn: 'table_name',
  DocumentIdColumn: 'document_id',
  UserRolesColumn: 'user_roles',
  UserImageColumn: 'user_image',
  BasicImageColumn: 'image',
  SlushBucketColumn: 'slushbucket',
  TemplateValueColumn: 'template_value',
  FieldListColumn: 'field_list',
  DayOfWeekColumn: 'day_of_week',
  DaysOfWeekColumn: 'days_of_week',
  CalendarDateTimeColumn: 'calendar_date_time',
  DueDateColumn: 'due_date',
  NameValuePairsColumn: 'name_values',
}

writeFileSync(
  join(here, 'base-tables.jsonl'),
  readTables()
    .map((table) => `${JSON.stringify(compact(table))}\n`)
    .join(''),
)

/** The schemas call functions of the SDK; ours only remember what they were told. */
function readTables(): Table[] {
  const found = new Map<string, Table>()
  const remember = new Proxy({} as Record<string, unknown>, {
    get: (_, name) => {
      if (name === '__esModule' || typeof name === 'symbol') return true
      return (options: Record<string, unknown>) => {
        if (name !== 'Table') return { fn: name, options }
        const table = options as unknown as Table
        if (!found.has(table.name)) found.set(table.name, table)
        return { ...table.schema, schema: table.schema, name: table.name }
      }
    },
  })
  const loader = Module as unknown as { _load(id: string, parent: { filename: string }, isMain: boolean): unknown }
  const load = loader._load
  loader._load = (id, parent, isMain) =>
    parent?.filename?.startsWith(folder) && /\/db(\/|$)/.test(id) ? remember : load(id, parent, isMain)
  const require = createRequire(import.meta.url)
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.now.js')) continue
    try {
      require(join(folder, file))
    } catch (cause) {
      console.error(`${file} left out: ${cause instanceof Error ? cause.message : cause}`)
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function compact(table: Table) {
  return tidy({
    name: table.name,
    label: labelOf(table.label),
    extends: typeof table.extends === 'string' ? table.extends : (table.extends as { name?: string })?.name,
    display: table.display,
    prefix: table.autoNumber?.prefix,
    columns: Object.entries(table.schema ?? {}).map(([name, column]) => compactColumn(name, column)),
  })
}

function compactColumn(name: string, { fn, options }: Call) {
  const choices = options.choices as Record<string, string | { label: string }> | undefined
  return tidy({
    name,
    type: (options.columnType ??
      options.column_type ??
      internalTypes[fn] ??
      fn.replace('Column', '').toLowerCase()) as string,
    label: labelOf(options.label),
    reference: options.referenceTable,
    max: options.maxLength,
    default: options.default === undefined ? undefined : String(options.default),
    mandatory: options.mandatory === true || undefined,
    readOnly: options.readOnly === true || options.read_only === true || undefined,
    dropdown: options.dropdown && options.dropdown !== 'none' ? 1 : undefined,
    choices:
      choices &&
      Object.keys(choices).length > 0 &&
      Object.entries(choices).map(([value, choice]) => [value, typeof choice === 'string' ? choice : choice.label]),
  })
}

function labelOf(label: unknown): string | undefined {
  if (typeof label === 'string') return label
  return Array.isArray(label) ? (label[0] as { label?: string })?.label : undefined
}

function tidy<T extends Record<string, unknown>>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== false)) as T
}
