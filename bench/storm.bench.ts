import { hash, verify } from '@node-rs/argon2'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { makeBuiltInPeople } from './built-in-people.ts'
import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, figure, inTurn, percentile } from './figure.ts'
import { httpCall } from './http-call.ts'
import { startMailSink } from './mail-sink.ts'

/** As many people: sign-ins of one wait for each other, so that fewer would measure their line. */
const atOnce = 8
const goalMs = 50
/** The service's own cost: Argon2id (2), 19 MiB, two passes, one lane; two at once. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** People of the built-in directory, as many as it takes at once: sign-ins beside bare hashes of the same cost, and who else must wait for them. */
export const bench: Bench = {
  name: 'storm',
  run: async () => {
    const mail = await startMailSink()
    return await withCompany({ environment: { HALLPASS_SMTP_URL: mail.url } }, async (company) => {
      const people = await makeBuiltInPeople(company, mail, atOnce)
      const free = await Promise.all(
        people.map(async (person, n) => {
          const page = fastClient(company.url, n + 1)
          await page.open()
          return { page, ...person }
        }),
      )
      let calls = 0
      let refused = 0
      const signIn = async (n: number) => {
        const person = free.pop() as (typeof free)[number]
        const { page, login, password } = person
        calls++
        // Whoever would be answered after the common deadline of all refusals is refused.
        await page.postAlone<void>('/api/session', { login, password }, n).catch((error: Error) => {
          if (!error.message.startsWith('401')) throw error
          refused++
        })
        free.push(person)
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
          value: measured.storm.perSecond * (1 - refused / calls),
          limit: measured.bare.perSecond,
          goal: 0.5,
          unit: '/s',
          note: `Argon2id, 19 MiB, two passes, one lane, two at once; ${atOnce} people at once; in turn with bare hashes of the same cost; ${refused} of ${calls} were answered too late to be let in and do not count`,
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
    }).finally(() => mail.stop())
  },
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
