/** Whether a version of the app comes before another, by its numbers (semver.org, 11): what follows them is left out. */
export function isOlderVersion(version: string, than: string): boolean {
  const [mine, other] = [numbersOf(version), numbersOf(than)]
  const place = mine.findIndex((number, at) => number !== other[at])
  return place >= 0 && (mine[place] ?? 0) < (other[place] ?? 0)
}

const numbersOf = (version: string): number[] =>
  [0, 1, 2].map((at) => Number.parseInt(version.split('.')[at] ?? '0', 10) || 0)
