import { connect } from 'node:net'

/** Sends the smallest LDAP request there is, an anonymous bind (RFC 4511, 4.2), and waits for any answer. */
export function answersLdap(port: number): Promise<boolean> {
  return talk(port, Buffer.from('300c020101600702010304008000', 'hex'))
}

/** Whether anything takes a connection there. */
export function answersTcp(port: number): Promise<boolean> {
  return talk(port, null)
}

function talk(port: number, request: Buffer | null): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    const end = (answered: boolean) => {
      socket.destroy()
      done(answered)
    }
    socket.setTimeout(1000, () => end(false))
    socket.once('error', () => end(false))
    socket.once('connect', () => (request ? socket.write(request) : end(true)))
    socket.once('data', () => end(true))
    socket.once('close', () => end(false))
  })
}
