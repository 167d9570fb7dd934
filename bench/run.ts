import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Bench, Figure } from './figure.ts'
import { shareOfOthers } from './others.ts'

/** `npm run bench` runs all, `npm run bench -- NAME` one. Prints `NAME: OURS vs LIMIT = RATIO` and keeps bench/results.json. */
const folder = new URL('./', import.meta.url)
const resultsPath = fileURLToPath(new URL('results.json', folder))
const [wanted] = process.argv.slice(2)

const files = (await readdir(folder)).filter((name) => name.endsWith('.bench.ts')).sort()
const benches = await Promise.all(
  files.map(async (name) => ((await import(new URL(name, folder).href)) as { bench: Bench }).bench),
)
const chosen = benches.filter((bench) => wanted === undefined || bench.name === wanted)
if (chosen.length === 0)
  throw new Error(`There is no bench named ${wanted}; there are ${benches.map((bench) => bench.name).join(', ')}.`)

const figures: Figure[] = []
for (const bench of chosen) {
  const others = shareOfOthers()
  const measured = await bench.run()
  const busy = `${others()} % of this machine's CPU went to other work`
  figures.push(...measured.map((figure) => ({ ...figure, note: figure.note ? `${figure.note}; ${busy}` : busy })))
}
for (const figure of figures) console.log(line(figure))
const kept = (await readResults()).filter((row) => !figures.some((figure) => figure.name === row.name))
await writeFile(
  resultsPath,
  `${JSON.stringify(
    [...kept, ...figures].sort((a, b) => a.name.localeCompare(b.name)),
    null,
    2,
  )}\n`,
)

function line({ name, value, limit, ratio, goal, unit, lowerIsBetter, note }: Figure): string {
  const isMet = lowerIsBetter ? ratio <= goal : ratio >= goal
  const words = `${name}: ${round(value)} ${unit} vs ${round(limit)} ${unit} = ${ratio.toFixed(2)}`
  return `${words} (goal ${lowerIsBetter ? '≤' : '≥'} ${goal}: ${isMet ? 'met' : 'missed'})${note ? ` — ${note}` : ''}`
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3)
}

async function readResults(): Promise<Figure[]> {
  try {
    return JSON.parse(await readFile(resultsPath, 'utf8')) as Figure[]
  } catch {
    return []
  }
}
