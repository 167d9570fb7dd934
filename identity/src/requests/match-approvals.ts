/** One stage with those who may decide it, each named once. */
export type StageToFill = { quorum: number; mayDecide: readonly string[] }

/** `approvers`: exactly the quorum of each stage. `missing`: stages that cannot be filled, by index. */
export type Matched = { kind: 'matched'; approvers: string[][] } | { kind: 'missing'; stages: number[] }

/**
 * Which of these people's approvals count for which stage, when they were collected where nobody kept our stages apart.
 * Unless the policy lets one person decide several stages, each counts once, for the stage where it helps most
 * (a matching of people to places, by augmenting paths). Order in time does not matter; every stage does.
 */
export function matchApprovals(
  stages: readonly StageToFill[],
  approvedBy: readonly string[],
  mayRepeat: boolean,
): Matched {
  const people = [...new Set(approvedBy)]
  if (mayRepeat) return everyStage(stages, people)
  const places = stages.flatMap(({ quorum, mayDecide }, stage) =>
    Array.from({ length: quorum }, () => ({ stage, mayDecide })),
  )
  /** Person → the place they fill. */
  const filled = new Map<string, number>()
  const fill = (place: number, tried: Set<string>): boolean => {
    for (const person of people) {
      if (tried.has(person) || !places[place]?.mayDecide.includes(person)) continue
      tried.add(person)
      const other = filled.get(person)
      if (other !== undefined && !fill(other, tried)) continue
      filled.set(person, place)
      return true
    }
    return false
  }
  const missing = places.flatMap(({ stage }, place) => (fill(place, new Set()) ? [] : [stage]))
  if (missing.length > 0) return { kind: 'missing', stages: [...new Set(missing)] }
  const approvers = stages.map((_, stage) =>
    [...filled].filter(([, place]) => places[place]?.stage === stage).map(([person]) => person),
  )
  return { kind: 'matched', approvers }
}

function everyStage(stages: readonly StageToFill[], people: readonly string[]): Matched {
  const approvers = stages.map(({ quorum, mayDecide }) =>
    people.filter((person) => mayDecide.includes(person)).slice(0, quorum),
  )
  const missing = stages.flatMap(({ quorum }, stage) => ((approvers[stage]?.length ?? 0) < quorum ? [stage] : []))
  return missing.length > 0 ? { kind: 'missing', stages: missing } : { kind: 'matched', approvers }
}
