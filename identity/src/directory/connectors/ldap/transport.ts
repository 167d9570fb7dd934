import { lookup } from 'node:dns/promises'
import { connect, isIP, type Socket } from 'node:net'
import { checkServerIdentity, type PeerCertificate, type TLSSocket, connect as tlsConnect } from 'node:tls'
import { isInternalAddress } from '../../../platform/egress/addresses.ts'
import { type DirectoryFailure, misconfigured, unreachable } from '../failures.ts'
import { isStartTlsAccepted, startTlsRequest } from './start-tls.ts'

/** Where an LDAP server is and how it is trusted. */
export type LdapAddress = {
  host: string
  port: number
  security: 'ldaps' | 'starttls'
  /** The certificate authority of the server; null trusts the public ones. */
  caPem: string | null
  /** The operator allows addresses inside the network (security A.4). */
  allowPrivateHosts: boolean
  connectTimeoutMs: number
}

/**
 * Opens a TLS 1.2+ connection whose chain and host name are verified, or throws before a single LDAP byte beyond
 * StartTLS was sent (security A.3). There is no fallback and no way to ignore a certificate. The name is resolved once.
 */
export async function openSecureSocket(address: LdapAddress): Promise<TLSSocket> {
  const ip = await resolveHost(address)
  const deadline = AbortSignal.timeout(address.connectTimeoutMs)
  if (address.security === 'ldaps') return await secure(address, deadline, { host: ip, port: address.port })
  const plain = await openPlain(address, ip, deadline)
  await negotiate(plain, deadline)
  return await secure(address, deadline, { socket: plain })
}

/** The name as one address, unless that is inside the network and the operator did not allow it. */
export async function resolveHost(address: Pick<LdapAddress, 'host' | 'allowPrivateHosts'>): Promise<string> {
  const found = isIP(address.host) ? [address.host] : await lookUp(address.host)
  if (!address.allowPrivateHosts && found.some(isInternalAddress)) {
    throw misconfigured('This host is inside the network; the operator must allow such directories first.')
  }
  return found[0] as string
}

async function lookUp(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map((entry) => entry.address)
  } catch (cause) {
    throw unreachable('The name of the directory server could not be found.', cause)
  }
}

function openPlain(address: LdapAddress, host: string, deadline: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port: address.port, noDelay: true })
  return settle(socket, 'connect', deadline)
}

/** RFC 4511 §4.14.1. Exactly one answer is read; anything behind it in the clear was put there by somebody else. */
async function negotiate(socket: Socket, deadline: AbortSignal): Promise<void> {
  const answered = new Promise<Buffer>((resolve, reject) => {
    socket.once('data', resolve)
    socket.once('close', () =>
      reject(unreachable('The directory server closed the connection instead of securing it.')),
    )
    socket.once('error', (cause) => reject(unreachable('The connection to the directory server broke.', cause)))
    deadline.addEventListener('abort', () => reject(unreachable('The directory server did not answer in time.')))
  })
  socket.write(startTlsRequest)
  try {
    const answer = await answered
    socket.pause()
    socket.removeAllListeners('close')
    socket.removeAllListeners('error')
    if (!isStartTlsAccepted(answer))
      throw misconfigured('The directory server refuses StartTLS, so nothing is sent to it.')
  } catch (failure) {
    socket.on('error', () => {})
    socket.destroy()
    throw failure
  }
}

function secure(
  address: LdapAddress,
  deadline: AbortSignal,
  target: { host: string; port: number } | { socket: Socket },
): Promise<TLSSocket> {
  const socket = tlsConnect({
    ...target,
    ...(address.caPem === null ? {} : { ca: [address.caPem] }),
    ...(isIP(address.host) ? {} : { servername: address.host }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    checkServerIdentity: (_name: string, certificate: PeerCertificate) =>
      checkServerIdentity(address.host, certificate),
  })
  socket.setNoDelay(true)
  if ('socket' in target) socket.once('close', () => target.socket.destroy())
  return settle(socket, 'secureConnect', deadline)
}

function settle<S extends Socket>(socket: S, ready: string, deadline: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const fail = (failure: DirectoryFailure) => {
      socket.removeAllListeners(ready)
      socket.on('error', () => {})
      socket.destroy()
      reject(failure)
    }
    socket.once(ready, () => resolve(socket))
    // Once it is open these reject nothing any more; the first one keeps a late error from ending the process.
    socket.on('error', (cause) => fail(explain(cause)))
    socket.once('close', () => fail(unreachable('The directory server closed the connection.')))
    deadline.addEventListener('abort', () => {
      if (socket.listenerCount(ready) > 0) fail(unreachable('The directory server did not answer in time.'))
    })
  })
}

const distrusted =
  /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|EPROTO|ERR_OSSL|CRL_)/

function explain(cause: Error & { code?: string }): DirectoryFailure {
  const code = cause.code ?? ''
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return misconfigured('The certificate of the directory server is for another host name.', cause)
  }
  if (distrusted.test(code)) {
    return misconfigured('The certificate of the directory server is not trusted, or it does not speak TLS 1.2.', cause)
  }
  return unreachable('The directory server could not be reached.', cause)
}
