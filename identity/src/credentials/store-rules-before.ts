import type { ColumnType, Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { RulesBefore } from './types.ts'

type Tables = {
  recovery_rules_before: {
    subject_id: string
    author_id: string
    rules: ColumnType<RulesBefore, string, string>
    changed_at: Date
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/**
 * Of several changes by one person in a row, the rules before the first are those that somebody else stood behind; how
 * long they hold counts from the last.
 */
export async function keepRulesBefore(
  tx: Tx,
  before: { subjectId: string; authorId: string; rules: RulesBefore; changedAt: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('recovery_rules_before')
    .values({
      subject_id: before.subjectId,
      author_id: before.authorId,
      rules: JSON.stringify(before.rules),
      changed_at: before.changedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['subject_id', 'author_id']).doUpdateSet({ changed_at: before.changedAt }),
    )
    .execute()
}

/** Somebody else stands behind these rules now. */
export async function forgetRulesBefore(tx: Tx, subjectId: string, by: string | null): Promise<void> {
  await tables(tx)
    .deleteFrom('recovery_rules_before')
    .where('subject_id', '=', subjectId)
    .where('author_id', 'is distinct from', by)
    .execute()
}

/** What this person changed up to a moment, and nobody else stood behind. */
export async function letRulesBeforeEnd(r: Reader, authorId: string, until: Date): Promise<void> {
  await tables(r)
    .deleteFrom('recovery_rules_before')
    .where('author_id', '=', authorId)
    .where('changed_at', '<=', until)
    .execute()
}

/** The rules that hold for this person beside those in force, because they changed them: those of directories and groups. */
export async function rulesBefore(r: Reader, authorId: string): Promise<{ subjectId: string; rules: RulesBefore }[]> {
  const rows = await tables(r)
    .selectFrom('recovery_rules_before')
    .select(['subject_id', 'rules'])
    .where('author_id', '=', authorId)
    .execute()
  return rows.map((row) => ({ subjectId: row.subject_id, rules: row.rules }))
}
