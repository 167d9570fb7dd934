import type { Records, Row } from '../store/records.ts'
import { inLanguage } from '../store/translations.ts'

/** A question of a catalog item. */
export type Variable = { row: Row; name: string; type: string; isMandatory: boolean; choices: readonly Row[] }

/** Types that are for looks: labels, containers, macros. They hold no answer. */
export const layoutTypes = new Set(['11', '14', '15', '17', '19', '20', '24', '32'])

/** All questions of an item, those of its variable sets included, in their order. */
export function variablesOf(records: Records, itemId: string): Variable[] {
  const sets = records.find('io_set_item', `sc_cat_item=${itemId}^ORDERBYorder`).map((link) => link.variable_set ?? '')
  const queries = [`cat_item=${itemId}`, ...sets.map((set) => `variable_set=${set}`)]
  return queries
    .flatMap((query) => records.find('item_option_new', `${query}^active=true^ORDERBYorder`))
    .map((row) => ({
      row,
      name: row.name ?? '',
      type: row.type ?? '6',
      isMandatory: row.mandatory === 'true',
      choices: records.find('question_choice', `question=${row.sys_id}^inactive=false^ORDERBYorder`),
    }))
}

/** The same as somebody reads them who speaks this language. */
export function variablesIn(records: Records, itemId: string, language: string): Variable[] {
  return variablesOf(records, itemId).map((variable) => ({
    ...variable,
    row: inLanguage(records, language, 'item_option_new', variable.row),
    choices: variable.choices.map((choice) => inLanguage(records, language, 'question_choice', choice)),
  }))
}

export type Answers = Readonly<Record<string, string>>

/** Names of mandatory questions without an answer, a default counted as one. */
export function missingAnswers(variables: readonly Variable[], answers: Answers): string[] {
  return variables
    .filter(
      ({ row, name, type, isMandatory }) =>
        isMandatory && !layoutTypes.has(type) && !(answers[name] ?? row.default_value),
    )
    .map(({ name }) => name)
}

/** What is stored for a question: a tick is true or false, everything else is as it was given. */
export function storedAnswer({ row, name, type }: Variable, answers: Answers): string {
  const given = answers[name] ?? row.default_value ?? ''
  return type === '7' ? String(given === 'true' || given === '1' || given === 'on') : given
}
