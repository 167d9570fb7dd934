import { castPerson } from '@hallpass/counterparts/acme'
import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, figure, percentile } from './figure.ts'

const words = ['salesforce', 'git', 'service', 'zoom', 'atl', 'mail', 'a', 'crm', 'héro', 'google work']
const goalMs = 10

/** Search over all templates as one types, letter by letter, through HTTP. */
export const bench: Bench = {
  name: 'catalog-search',
  run: () =>
    withCompany({}, async (company) => {
      const client = fastClient(company.url, 1)
      await client.signIn('ivan', castPerson('ivan').password)
      const prefixes = words.flatMap((word) => Array.from(word, (_letter, n) => word.slice(0, n + 1)))
      const milliseconds: number[] = []
      for (let round = 0; round < 12; round++) {
        for (const prefix of prefixes) {
          const from = performance.now()
          await client.get(`/api/templates?q=${encodeURIComponent(prefix)}`)
          if (round > 1) milliseconds.push(performance.now() - from)
        }
      }
      const value = percentile(milliseconds, 0.95)
      return [
        figure({
          name: 'catalog-search-p95',
          value,
          limit: goalMs,
          goal: 1,
          unit: 'ms',
          lowerIsBetter: true,
          note: `${milliseconds.length} searches over HTTP, one at a time, session check included; median ${percentile(milliseconds, 0.5).toFixed(1)} ms`,
        }),
      ]
    }),
}
