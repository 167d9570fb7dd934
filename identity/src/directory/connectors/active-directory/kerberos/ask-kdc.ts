import { connect } from 'node:net'
import type { LdapAddress } from '../../ldap/transport.ts'
import { resolveHost } from '../../ldap/transport.ts'

/** Answers are a few kilobytes; the ticket of somebody in very many groups can be larger. */
const answerBytesMax = 262_144

/** One message and its answer over TCP (RFC 4120 §7.2.2): four bytes say how long each is. */
export async function askKdc(kdc: LdapAddress, message: Buffer, timeoutMs: number): Promise<Buffer> {
  const host = await resolveHost(kdc)
  return await new Promise((resolve, reject) => {
    const socket = connect({ host, port: kdc.port, noDelay: true })
    const timer = setTimeout(() => end(new Error('The key distribution centre did not answer in time.')), timeoutMs)
    let received = Buffer.alloc(0)
    const end = (outcome: Buffer | Error) => {
      clearTimeout(timer)
      socket.destroy()
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
    socket.on('error', end)
    socket.on('close', () => end(new Error('The key distribution centre closed the connection.')))
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece])
      if (received.length < 4) return
      const size = received.readUInt32BE()
      if (size > answerBytesMax) return end(new Error('The key distribution centre answers too much.'))
      if (received.length >= size + 4) end(received.subarray(4, size + 4))
    })
    socket.once('connect', () => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(message.length)
      socket.write(Buffer.concat([length, message]))
    })
  })
}
