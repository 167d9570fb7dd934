import { connect } from 'node:tls'

/** Whether a server on this address finishes a TLS handshake, with whatever certificate: for waiting until it is up. */
export function answersTls(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, rejectUnauthorized: false })
    const end = (answered: boolean) => {
      socket.destroy()
      done(answered)
    }
    socket.setTimeout(2000, () => end(false))
    socket.once('secureConnect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
