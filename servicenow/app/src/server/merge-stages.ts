import type { Approver, PolicyStage } from './wire.ts'

/** One stage of approval of an item, for one or several of the apps ordered. */
export type Stage = {
  readonly kind: PolicyStage['kind']
  readonly label: string
  readonly quorum: number
  readonly approvers: readonly Approver[]
  readonly apps: readonly string[]
  readonly problem: string | null
}

/**
 * The stages of all apps of one item, each asked once. Pure. The same people asked for the same kind of consent are one
 * stage with the highest quorum; order within every app is kept: a stage comes no earlier than its own policy has it.
 */
export function mergeStages(policies: readonly { app: string; stages: readonly PolicyStage[] }[]): readonly Stage[] {
  const merged: Stage[] = []
  for (const { app, stages } of policies) {
    let after = 0
    for (const stage of stages) {
      const key = keyOf(stage)
      const at = merged.findIndex((known, index) => index >= after && keyOf(known) === key)
      const known = merged[at]
      if (known === undefined) {
        merged.push({ ...pick(stage), apps: [app] })
        after = merged.length
        continue
      }
      merged[at] = { ...known, quorum: Math.max(known.quorum, stage.quorum), apps: [...known.apps, app] }
      after = at + 1
    }
  }
  return merged
}

function pick(stage: PolicyStage): Omit<Stage, 'apps'> {
  return {
    kind: stage.kind,
    label: stage.label,
    quorum: stage.quorum,
    approvers: stage.approvers,
    problem: stage.problem,
  }
}

function keyOf({ kind, approvers }: Pick<Stage, 'kind' | 'approvers'>): string {
  const names = approvers.map((approver) => approver.match.value)
  return `${kind}:${names.sort().join('\n')}`
}
