/** A browser without a window: keeps cookies per host, follows redirects, sends the forms that pages send by themselves. */
import { freePort } from '@hallpass/counterparts/free-port'
import { type Caller, openTestApp, type TestApp } from '../../testing-app.ts'

export type Page = { url: URL; response: Response; text: string }
export type Walk = {
  /** GET, or a form that our own page sends. */
  open(address: string, form?: Record<string, string>): Promise<Page>
  /** What a host has stored in this browser, by name. */
  cookiesOf(host: string): Record<string, string>
  /** A cookie that this browser has already, as `Set-Cookie` would say it. */
  keep(host: string, line: string): void
}

/** `caller` is who is signed in at `origin`; everything else starts without cookies. */
export function walkAs(origin: string, caller: Caller | null): Walk {
  const cookies = new Map<string, Map<string, string>>()
  const jar = (host: string): Map<string, string> => {
    const known = cookies.get(host) ?? new Map<string, string>()
    cookies.set(host, known)
    return known
  }
  async function open(address: string, form?: Record<string, string>): Promise<Page> {
    let url = new URL(address)
    let body = form && new URLSearchParams(form)
    let isOwnForm = form !== undefined
    for (let hop = 0; hop < 15; hop++) {
      const sent = [...jar(url.host)].map(([name, value]) => `${name}=${value}`)
      // A form from another site carries no cookies of ours: SameSite=Lax.
      if (caller && url.origin === origin && (!body || isOwnForm)) sent.push(caller.headers.cookie ?? '')
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: sent.join('; '), accept: 'text/html' },
        ...(body ? { method: 'POST', body } : {}),
      })
      for (const line of response.headers.getSetCookie()) keep(jar(url.host), line)
      const to = response.headers.get('location')
      const text = await response.text()
      body = undefined
      isOwnForm = false
      if (to !== null) {
        url = new URL(to, url)
        continue
      }
      const sends = selfSending(text)
      if (!sends) return { url, response, text }
      body = sends.body
      url = new URL(sends.action, url)
    }
    throw new Error(`sent round in circles, last to ${url.href}`)
  }
  return { open, cookiesOf: (host) => Object.fromEntries(jar(host)), keep: (host, line) => keep(jar(host), line) }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(pair.indexOf('=') + 1)
  const isOver = attributes.some((each) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(each))
  if (isOver || value === '') jar.delete(name)
  else jar.set(name, value)
}

function selfSending(text: string): { action: string; body: URLSearchParams } | null {
  const action = /<form method="post" action="([^"]*)" id="to-app"/.exec(text)?.[1]
  if (action === undefined) return null
  const inputs = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  const plain = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return {
    action: plain(action),
    body: new URLSearchParams(Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, plain(value)]))),
  }
}

/** The whole service on an address of its own, at the time of day: apps beside it have clocks of their own. */
export async function openListeningApp(
  environment: Record<string, string> = {},
): Promise<TestApp & { origin: string }> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const world = await openTestApp({ HALLPASS_PUBLIC_URL: origin, HALLPASS_INTERNAL_HOSTS: '127.0.0.1', ...environment })
  world.platform.clock.advance(Date.now() - world.platform.clock.now().getTime())
  await world.server.listen({ port, host: '127.0.0.1' })
  return { ...world, origin }
}
