import { readFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'

const secretFields =
  /^(password|newPassword|oldPassword|bindPassword|ticket|token|secret|clientSecret|oauthClientSecret)$/
/** Shorter ones would be found by chance. */
const lengthMin = 8

/** From now on keeps what pages of this context send that nobody may find again. */
export async function keepSecrets(context: BrowserContext, secrets: Set<string>): Promise<void> {
  await context.exposeBinding('hallpassSent', (_source, body: string) => {
    for (const secret of secretsOf(body)) secrets.add(secret)
  })
  // The browser does not show the body of a request that was cloned, as the portal does to be able to send it again.
  await context.addInitScript(() => {
    const send = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      const body = request.method === 'GET' ? '' : await request.clone().text()
      if (body !== '') await (globalThis as unknown as { hallpassSent(text: string): Promise<void> }).hallpassSent(body)
      return send(request)
    }
  })
}

/** The values of fields for passwords, tickets and tokens, at any depth. */
function secretsOf(body: string): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inside] of Object.entries(value)) {
      if (typeof inside === 'string' && inside.length >= lengthMin && secretFields.test(name)) found.push(inside)
      else look(inside)
    }
  }
  if (/^\s*[{[]/.test(body)) look(JSON.parse(body))
  return found
}

/** Lines of a log in which one of these stands, as it is or as JSON writes it; the secret itself is not repeated. */
export function linesWithSecrets(logPath: string, secrets: ReadonlySet<string>): string[] {
  const texts = [...secrets].flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ])
  return readFileSync(logPath, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      texts.some((text) => line.includes(text)) ? [`line ${index + 1} of the log holds what somebody typed`] : [],
    )
}
