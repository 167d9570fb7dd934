import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, figure, load, percentile } from './figure.ts'
import { emptyOpenTokens, fillOpenTokens } from './open-tickets.ts'

const tokens = 100_000
const calls = 200
const turns = 3
const atOnce = 4
const goal = 1.2
const password = 'Quiet-words-nobody-knows-7'

/** Whether the pages that anybody may open grow slower with what others began: 100 000 open attempts, codes and tickets. */
export const bench: Bench = {
  name: 'open-tokens',
  run: () =>
    withCompany({}, async (company) => {
      const page = fastClient(company.url, 1)
      await page.open()
      const doors: Record<string, (n: number) => Promise<void>> = {
        'front-page': async (n) => fastClient(company.url, n + 2).open(),
        'token-check': (n) =>
          page
            .post<void>('/api/password/tickets/finish', { ticket: `nobody-was-given-this-${n}`, password }, n + 2)
            .catch(ifRefused),
      }
      const took = Object.keys(doors).map((door) => ({ door, empty: [] as number[], full: [] as number[] }))
      const measure = async (state: 'empty' | 'full', turn: number) => {
        for (const each of took) {
          const call = doors[each.door] as (n: number) => Promise<void>
          await load(30, atOnce, call)
          const from = (turn * 2 + (state === 'full' ? 1 : 0)) * calls
          each[state].push(...(await load(calls, atOnce, (n) => call(from + n))).milliseconds)
        }
      }
      for (let turn = 0; turn < turns; turn++) {
        await measure('empty', turn)
        await fillOpenTokens(company, tokens)
        await measure('full', turn)
        await emptyOpenTokens(company)
      }
      return took.map(({ door, empty, full }) =>
        figure({
          name: `open-tokens-${door}`,
          value: percentile(full, 0.5),
          limit: percentile(empty, 0.5),
          goal,
          unit: 'ms',
          lowerIsBetter: true,
          note: `median of ${turns * calls} calls with ${tokens} open tokens and as many with none, ${turns} times in turn; p95 ${percentile(full, 0.95).toFixed(1)} and ${percentile(empty, 0.95).toFixed(1)} ms`,
        }),
      )
    }),
}

function ifRefused(error: Error): void {
  if (!error.message.startsWith('401')) throw error
}
