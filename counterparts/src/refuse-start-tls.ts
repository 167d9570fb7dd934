/**
 * An interceptor for `startTcpProxy` that answers StartTLS (RFC 4511, 4.14) with `protocolError`, as somebody in
 * between would who wants the bind that follows in clear.
 */
export function refuseStartTls(piece: Buffer): Buffer | { answer: Buffer } {
  if (!piece.includes('1.3.6.1.4.1.1466.20037')) return piece
  // 0x30 length 0x02 0x01 messageID …: clients count their messages from 1, so one byte holds it here.
  const messageId = piece.subarray(2, 5)
  const result = Buffer.from('78070a010204000400', 'hex')
  return { answer: Buffer.concat([Buffer.from([0x30, messageId.length + result.length]), messageId, result]) }
}
