import type { Variable } from '../catalog/variables.ts'
import type { Service } from '../rest/service.ts'
import type { Who } from '../store/records.ts'
import type { Visitor } from './page.ts'

export type Option = { value: string; label: string; hint: string }

/** At most so many records are offered in a form. */
const optionsMax = 300

/**
 * What a question offers: its choices, or the records its table and qualifier name. A scripted qualifier is run with
 * the answers so far. Records are offered as far as the person may read them.
 */
export async function optionsOf(
  service: Service,
  variable: Variable,
  answers: Readonly<Record<string, string>>,
  { who, say }: Visitor,
): Promise<Option[]> {
  const { row, type, choices } = variable
  if (type === '1') return [option('Yes', say('Yes')), option('No', say('No'))]
  const table = tableOf(variable)
  if (table === '') return choices.map((choice) => option(choice.value ?? '', choice.text ?? ''))
  const { records, access } = service
  if (!records.dictionary.has(table)) return []
  access.refresh()
  const qualifier = row.reference_qual || row.reference_qual_condition || (type === '31' ? 'active=true' : '')
  const query = qualifier.startsWith('javascript:')
    ? await scripted(service, variable, qualifier, answers, who)
    : qualifier
  const order = records.dictionary.displayColumn(table)
  const rows = records.find(table, query, { limit: optionsMax, orderBy: [order], who })
  const valueColumn = type === '18' ? row.lookup_value || 'sys_id' : 'sys_id'
  const hintColumn =
    ['description', 'short_description', 'email'].find((name) => records.dictionary.column(table, name)) ?? ''
  return rows
    .filter((found) => access.mayTouchRecord('read', table, found, who))
    .map((found) => {
      const label =
        type === '18' && row.lookup_label
          ? records.display(table, found, row.lookup_label)
          : records.displayOf(table, found)
      return { value: found[valueColumn] ?? '', label, hint: found[hintColumn] ?? '' }
    })
}

export function tableOf({ row, type }: Variable): string {
  if (type === '31') return 'sys_user'
  if (type === '8') return row.reference ?? ''
  if (type === '21') return row.list_table ?? ''
  return type === '18' || type === '22' ? (row.lookup_table ?? '') : ''
}

async function scripted(
  service: Service,
  { row }: Variable,
  script: string,
  answers: Readonly<Record<string, string>>,
  who: Who,
): Promise<string> {
  const input = { script, scope: row.sys_scope ?? 'global', variables: answers }
  return String(await service.executor.perform({ kind: 'operation', name: 'script.reference_qualifier', input, who }))
}

function option(value: string, label: string): Option {
  return { value, label, hint: '' }
}
