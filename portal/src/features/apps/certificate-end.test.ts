import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { certificateEnd } from './certificate-end.ts'

/** Valid for `days` from now, made by openssl. */
function certificate(days: number): string {
  const subject = ['-subj', '/CN=Søren & Söhne/O=Acme', '-days', String(days)]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', '/dev/null']
  return execFileSync('openssl', ['req', '-x509', '-utf8', ...key, ...subject], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

test.each([30, 15_000])(
  'the end of a certificate of %i days is read as openssl wrote it, with and without its frame',
  (days) => {
    const pem = certificate(days)
    const end = new Date(new X509Certificate(pem).validTo)
    expect(certificateEnd(pem)).toEqual(end)
    expect(certificateEnd(pem.replace(/-----[A-Z ]+-----|\n/g, ''))).toEqual(end)
  },
)

test('what is no certificate has no end', () => {
  for (const text of ['', 'hello', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'MIIB'.repeat(100)])
    expect(certificateEnd(text)).toBeNull()
})
