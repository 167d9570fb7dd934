import { castPerson, contractors } from '@hallpass/counterparts/acme'
import { hash, verify } from '@node-rs/argon2'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, figure, inTurn, percentile } from './figure.ts'
import { httpCall } from './http-call.ts'

const atOnce = 16
const goalMs = 50
/** The service's own cost: Argon2id (2), 19 MiB, two passes, one lane; two at once. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Everybody of the built-in directory at once: sign-ins beside bare hashes of the same cost, and who else must wait for them. */
export const bench: Bench = {
  name: 'storm',
  run: () =>
    withCompany({}, async (company) => {
      const people = contractors.map(({ login }) => castPerson(login))
      const pages = await Promise.all(
        Array.from({ length: atOnce }, async (_, n) => {
          const page = fastClient(company.url, n + 1)
          await page.open()
          return page
        }),
      )
      const signIn = async (n: number) => {
        const page = pages[n % atOnce] as (typeof pages)[number]
        const { login, password } = people[n % people.length] as (typeof people)[number]
        await page.postAlone('/api/session', { login, password }, n)
      }
      const health = pollHealth(company)
      const hashed = await hash('Quiet-words-nobody-knows-7', cost)
      const bare = hashing(hashed)
      const measured = await inTurn(
        { storm: (n) => health.while(() => signIn(n)), bare },
        { rounds: 4, each: 120, atOnce },
      )
      const waits = await health.stop()
      return [
        figure({
          name: 'argon2-sign-ins-of-hashes',
          value: measured.storm.perSecond,
          limit: measured.bare.perSecond,
          goal: 0.5,
          unit: '/s',
          note: `Argon2id, 19 MiB, two passes, one lane, two at once; ${atOnce} people at once; in turn with bare hashes of the same cost`,
        }),
        figure({
          name: 'health-p95-in-storm',
          value: percentile(waits, 0.95),
          limit: goalMs,
          goal: 1,
          unit: 'ms',
          lowerIsBetter: true,
          note: `${waits.length} calls while ${atOnce} people at once signed in; median ${percentile(waits, 0.5).toFixed(1)} ms`,
        }),
      ]
    }),
}

/** Asks for health every few milliseconds; only what was asked while sign-ins were under way counts. */
function pollHealth(company: SampleCompany) {
  const waits: number[] = []
  let underway = 0
  let isOver = false
  const polling = (async () => {
    while (!isOver) {
      const from = performance.now()
      const wasUnderway = underway > 0
      const { status } = await httpCall({ method: 'GET', url: `${company.url}/health/ready` })
      if (status !== 200) throw new Error(`Not healthy: ${status}`)
      if (wasUnderway && underway > 0) waits.push(performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  // Told by `stop`; until then it must not end the process.
  polling.catch(() => {})
  return {
    async while(work: () => Promise<void>): Promise<void> {
      underway++
      await work()
      underway--
    },
    async stop(): Promise<number[]> {
      isOver = true
      await polling
      return waits
    },
  }
}

/** Two at once, whoever asks. */
function hashing(hashed: string): () => Promise<void> {
  const waiting: (() => void)[] = []
  let running = 0
  return async () => {
    if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    if (!(await verify(hashed, 'Quiet-words-nobody-knows-7'))) throw new Error('The hash does not match.')
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
