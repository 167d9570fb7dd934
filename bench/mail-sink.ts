import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A mail server in a process of its own that accepts everything, counts it and keeps nothing. */
export type MailSink = { readonly url: string; readonly pid: number; mails(): Promise<number>; stop(): Promise<void> }

export async function startMailSink(): Promise<MailSink> {
  const child = fork(fileURLToPath(import.meta.url))
  const [port] = (await once(child, 'message')) as [number]
  return {
    url: `smtp://127.0.0.1:${port}`,
    pid: child.pid as number,
    async mails() {
      child.send('count')
      return ((await once(child, 'message')) as [number])[0]
    },
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) serve()

function serve(): void {
  let mails = 0
  const server = createServer((socket) => {
    let rest = ''
    let isBody = false
    const answer = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (isBody) {
        if (line !== '.') return
        isBody = false
        mails++
        return answer('250 kept')
      }
      const word = line.slice(0, 4).toUpperCase()
      if (word === 'DATA') isBody = true
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
  process.on('message', () => process.send?.(mails))
  process.on('disconnect', () => process.exit(0))
}
