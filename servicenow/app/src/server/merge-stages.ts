import type { PolicyStage } from './wire.ts'

/** One stage of approval of an item, for one or several of the apps ordered. */
export type Stage = {
  readonly kind: PolicyStage['kind']
  readonly label: string
  readonly quorum: number
  readonly userNames: readonly string[]
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
      const key = keyOf(stage.kind, namesOf(stage))
      const at = merged.findIndex((known, index) => index >= after && keyOf(known.kind, known.userNames) === key)
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
    userNames: namesOf(stage),
    problem: stage.problem,
  }
}

function namesOf(stage: PolicyStage): readonly string[] {
  return stage.approvers.map((approver) => approver.userName)
}

function keyOf(kind: string, names: readonly string[]): string {
  return `${kind}:${[...names].sort().join('\n')}`
}
