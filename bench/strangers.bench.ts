import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, figure } from './figure.ts'
import { rankAuc } from './rank.ts'

const each = 200
const kinds = ['known', 'unknown', 'locked', 'disabled', 'other-directory'] as const
type Kind = (typeof kinds)[number]

const loginOf = (kind: Kind, n: number): string =>
  ({
    known: 'molly',
    unknown: `nobody-${n}`,
    locked: 'frank',
    disabled: 'leo',
    'other-directory': 'carla',
  })[kind]

/** Whether the duration of an answer tells who exists: known, unknown, locked, disabled and other-directory logins, one in turn. */
export const bench: Bench = {
  name: 'strangers',
  run: () =>
    withCompany({}, async (company) => {
      const { slapd } = company
      if (!slapd) throw new Error('This bench needs OpenLDAP: apt-get install slapd ldap-utils')
      const admin = ldapAdmin(slapd)
      await admin.disable('leo')
      // Frank has waited too often for strangers.
      for (let n = 0; n < 8; n += 1) await signInWrong(company.url, 'frank', 900_000 + n)
      const doors: Record<string, (login: string, n: number) => Promise<void>> = {
        'forgot-password': (login, n) => startReset(company.url, login, n),
        'sign-in': (login, n) => signInWrong(company.url, login, n),
      }
      const figures = []
      for (const [door, call] of Object.entries(doors)) {
        const took = await interleaved(call, door === 'sign-in' ? 10 : 1)
        for (const kind of kinds.filter((other) => other !== 'known')) {
          const auc = rankAuc(took[kind], took.known)
          figures.push(
            figure({
              name: `${door}-known-or-${kind}`,
              value: 0.5 + Math.abs(auc - 0.5),
              limit: 0.5,
              goal: 1.1,
              unit: 'AUC',
              lowerIsBetter: true,
              note: `${each} calls of each kind in turn; between 0.45 and 0.55 nobody can tell`,
            }),
          )
        }
      }
      return figures
    }),
}

/** One of each kind in turn, in an order that moves on, some at once; the milliseconds of each. */
async function interleaved(
  call: (login: string, n: number) => Promise<void>,
  atOnce: number,
): Promise<Record<Kind, number[]>> {
  const took = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>
  const queue = Array.from({ length: each * kinds.length }, (_, n) => n)
  const work = async () => {
    for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
      const kind = kinds[(n + Math.floor(n / kinds.length)) % kinds.length] as Kind
      const from = performance.now()
      await call(loginOf(kind, n), n)
      took[kind].push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return took
}

const pages = new Map<number, ReturnType<typeof fastClient>>()

/** A page of the portal that is open already: what is timed is the one call. */
async function pageOf(url: string, n: number) {
  const page = pages.get(n % 50) ?? fastClient(url, n % 50)
  if (!pages.has(n % 50)) await page.open()
  pages.set(n % 50, page)
  return page
}

async function startReset(url: string, login: string, n: number): Promise<void> {
  await (await pageOf(url, n)).post('/api/password/resets', { login }, n)
}

async function signInWrong(url: string, login: string, n: number): Promise<void> {
  const page = await pageOf(url, n)
  await page.post('/api/session', { login, password: `not-this-one-${n}` }, n).catch((error: Error) => {
    if (!error.message.startsWith('401')) throw error
  })
}
