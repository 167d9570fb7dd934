/**
 * A backup brings back grants that were revoked and accounts that were ended since (security A.5). So nothing is written to
 * any app until a comparison with it was seen and confirmed; the comparisons of the past say nothing about now.
 */
export const voidOnRestore: readonly string[] = [
  "update app_connections set awaits_comparison = true where kind in ('scim', 'servicenow')",
  'delete from app_comparisons',
]
