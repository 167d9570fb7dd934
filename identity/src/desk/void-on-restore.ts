/** After a restore nothing that waited is answered or sent any more; what was proven then counts no longer. */
export const voidOnRestore: readonly string[] = [
  "update desk_proofs set state = 'replaced', decided_at = null where state in ('waiting', 'passed')",
  'delete from desk_overrides',
  "update servicenow_challenges set state = 'ended' where state in ('waiting', 'proven')",
  "update desk_outcomes set state = 'denied' where state in ('confirm', 'delayed')",
]
