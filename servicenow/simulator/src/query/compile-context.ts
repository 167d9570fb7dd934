import type { Dictionary } from '../store/dictionary.ts'
import type { ValueContext } from './query-values.ts'

/** What a query is compiled with. */
export type CompileContext = {
  dictionary: Dictionary
  /** What `javascript:` values are computed from. */
  values: ValueContext
  /** The script of a dynamic filter option, by sys_id; null for an unknown one. */
  dynamicFilter(sysId: string): string | null
  /** The property glide.invalid_query.returns_no_rows. */
  invalidReturnsNothing(): boolean
}
