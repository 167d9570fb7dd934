import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A mail server in a process of its own that accepts everything and keeps nothing but the links to a new password. */
export type MailSink = {
  readonly url: string
  readonly pid: number
  /** The token of the next link that is mailed to this address. */
  link(to: string): Promise<string>
  stop(): Promise<void>
}

type Link = { to: string; token: string }

export async function startMailSink(): Promise<MailSink> {
  const child = fork(fileURLToPath(import.meta.url))
  const [port] = (await once(child, 'message')) as [number]
  const waiting = new Map<string, (token: string) => void>()
  child.on('message', ({ to, token }: Link) => {
    waiting.get(to)?.(token)
    waiting.delete(to)
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    pid: child.pid as number,
    link: (to) => new Promise((resolve) => waiting.set(to, resolve)),
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) serve()

function serve(): void {
  const server = createServer((socket) => {
    let rest = ''
    let isBody = false
    let to = ''
    let body = ''
    const answer = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (isBody) {
        if (line !== '.') {
          body += `${line}\n`
          return
        }
        tell(to, body)
        isBody = false
        body = ''
        return answer('250 kept')
      }
      const word = line.slice(0, 4).toUpperCase()
      if (word === 'DATA') isBody = true
      if (word === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
      answer(word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 fine')
    }
    socket.setEncoding('latin1').on('error', () => {})
    socket.on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(line)
    })
    answer('220 sink')
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : 0)
  })
  process.on('disconnect', () => process.exit(0))
}

/** Quoted-printable breaks long lines with "=". */
function tell(to: string, body: string): void {
  const token = /\/password\/(?:reset|invite)#([\w-]+)/.exec(body.replaceAll('=\n', '').replaceAll('=23', '#'))?.[1]
  if (token) process.send?.({ to, token })
}
