/**
 * How well one can tell two kinds of call apart by their duration: the chance that a call of the first kind took longer
 * than one of the second (the area under the ROC curve). 0.5 is not at all; ties count half.
 */
export function rankAuc(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1
    const rank = (from + 1 + to) / 2
    for (const each of all.slice(from, to)) if (each.isFirst) ranks += rank
    from = to
  }
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length)
}
