/**
 * The rule of one stage in the words "Ask for Approval" keeps it in. Pure.
 * One approval wanted: the first answer decides. Several wanted: so many approvals, while any refusal ends the stage.
 */
export function approvalRule(approverIds: readonly string[], quorum: number): string {
  const people = `U[${approverIds.join(',')}]`
  if (quorum <= 1) return `ApprovesRejectsAny${people}`
  if (quorum >= approverIds.length) return `ApprovesAll${people}OrRejectsAny${people}`
  return `Approves${quorum}#${people}OrRejectsAny${people}`
}
