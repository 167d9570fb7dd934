import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Values, Who } from '../store/records.ts'
import { type Answers, layoutTypes, storedAnswer, variablesOf } from './variables.ts'

export type Produced = { table: string; sysId: string; number: string } | { refused: string }

/**
 * What a record producer makes of its answers: those mapped to fields are written there; of the rest, those named like
 * a field are too. The producer's script is the business of whoever runs scripts: see `useProducerScripts`.
 */
export function produceRecord(records: Records, input: { itemId: string; answers: Answers }, who: Who): Produced {
  const producer = records.get('sc_cat_item_producer', input.itemId)
  const table = producer?.table_name ?? ''
  if (!producer || !records.dictionary.has(table)) return { refused: 'The item is no record producer of a known table' }
  const values: Record<string, string> = {}
  const answers: Record<string, string> = {}
  for (const variable of variablesOf(records, input.itemId)) {
    if (layoutTypes.has(variable.type)) continue
    const answer = storedAnswer(variable, input.answers)
    answers[variable.name] = answer
    const field = variable.row.map_to_field === 'true' ? (variable.row.field ?? '') : variable.name
    if (answer !== '' && records.dictionary.column(table, field)) values[field] = answer
  }
  const shaped = runScript(records, producer, { values, answers }, who)
  if ('refused' in shaped) return shaped
  const outcome = records.insert(table, { opened_by: who.userId, ...shaped.values }, who)
  if ('aborted' in outcome) return { refused: outcome.aborted }
  return { table, sysId: outcome.row.sys_id ?? '', number: outcome.row.number ?? '' }
}

export type ProducerScripts = (
  records: Records,
  producer: Row,
  input: { values: Values; answers: Answers },
  who: Who,
) => { values: Values } | { refused: string }

let scripts: ProducerScripts | null = null

/** The runtime of scripts says here how a producer's script is run. */
export function useProducerScripts(run: ProducerScripts): void {
  scripts = run
}

function runScript(records: Records, producer: Row, input: { values: Values; answers: Answers }, who: Who) {
  if (withoutComments(producer.script ?? '') === '') return { values: input.values }
  if (scripts) return scripts(records, producer, input, who)
  return { refused: `The script of the record producer ${producer.name} is not run here` }
}

/** The base system fills new producers with a script of comments only. */
function withoutComments(script: string): string {
  return script
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .trim()
}

registerOperation('catalog.produce', produceRecord)
