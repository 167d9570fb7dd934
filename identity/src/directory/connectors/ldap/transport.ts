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

/** A connection that is gone without a word is found out, and one that is not used is not forgotten on the way. */
const keepAliveInitialDelay = 30_000

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
    throw misconfigured(
      'This address is inside the network; the operator must list it in HALLPASS_INTERNAL_HOSTS first.',
    )
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
  const socket = connect({ host, port: address.port, noDelay: true, keepAlive: true, keepAliveInitialDelay })
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
    // An authority that another one signed is trusted as such: the one above it need not be entered too.
    ...(address.caPem === null ? {} : { ca: [address.caPem], allowPartialTrustChain: true }),
    ...(isIP(address.host) ? {} : { servername: address.host }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    checkServerIdentity: (_name: string, certificate: PeerCertificate) =>
      checkServerIdentity(address.host, certificate),
  })
  socket.setNoDelay(true)
  socket.setKeepAlive(true, keepAliveInitialDelay)
  if ('socket' in target) socket.once('close', () => target.socket.destroy())
  return settle(socket, 'secureConnect', deadline)
}

const withoutTls =
  'The directory server answers, but not with TLS. LDAPS is usually at port 636 and StartTLS at 389; a domain controller without a certificate has no LDAPS.'

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
    socket.once('close', () =>
      fail(unreachable(ready === 'secureConnect' ? withoutTls : 'The directory server closed the connection.')),
    )
    deadline.addEventListener('abort', () => {
      if (socket.listenerCount(ready) > 0) fail(unreachable('The directory server did not answer in time.'))
    })
  })
}

/** Whoever answers in the clear, or with nothing that is TLS: another port, or the other kind of protection. */
const noTls =
  /^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE)|ECONNRESET|EPROTO$)/
const tooOld = /^ERR_SSL_(UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION|NO_PROTOCOLS_AVAILABLE)/
const distrusted =
  /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL|CRL_)/

function explain(cause: Error & { code?: string }): DirectoryFailure {
  const code = cause.code ?? ''
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return misconfigured('The certificate of the directory server is for another host name.', cause)
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return misconfigured('The certificate of the directory server is not valid today.', cause)
  }
  if (tooOld.test(code)) return misconfigured('The directory server does not speak TLS 1.2 or newer.', cause)
  if (noTls.test(code)) return unreachable(withoutTls, cause)
  if (distrusted.test(code)) {
    return misconfigured(
      'The certificate of the directory server is not signed by the authority that was entered, or by a public one where none was.',
      cause,
    )
  }
  if (code === 'ECONNREFUSED') return unreachable('Nothing answers at this port of the directory server.', cause)
  return unreachable('The directory server could not be reached.', cause)
}
