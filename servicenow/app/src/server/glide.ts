import { CertificateEncryption, GlideDateTime, GlideDigest, gs } from '@servicenow/glide'
import { runSubflow } from './glide-flow.ts'
import { glideHttp } from './glide-http.ts'
import { glideTables } from './glide-tables.ts'
import { glideText } from './glide-text.ts'
import type { Viewer } from './order-form.ts'
import type { Glide } from './ports.ts'

/** The platform as the logic of this app sees it. The only files that import Glide are this one and `glide-*.ts`. */
export const glide: Glide = {
  tables: glideTables,
  now: () => Math.floor(new GlideDateTime().getNumericValue() / 1000),
  randomHex: () => String(gs.generateGUID()),
  property: (name) => String(gs.getProperty(name, '') ?? ''),
  setProperty: (name, value) => {
    gs.setProperty(name, value)
  },
  sha256Hex: (text) => String(new GlideDigest().getSHA256Hex(text)).toLowerCase(),
  hmacSha256Base64: (key, text) => String(macs().generateMac(key, 'HmacSHA256', text)),
  http: glideHttp,
  runSubflow,
  text: glideText,
  log: { info: (line) => gs.info(line), warn: (line) => gs.warn(line), error: (line) => gs.error(line) },
}

/** The person of the session. */
export function viewer(): Viewer {
  return { personId: String(gs.getUserID()), isAgent: gs.hasRole('x_hlps_access.agent') }
}

type Macs = { generateMac(key: string, algorithm: string, data: string): string }

/** ServiceNow's documentation makes an instance, the SDK's types have a static method: whichever is there. */
function macs(): Macs {
  const made = new CertificateEncryption() as unknown as Partial<Macs>
  return typeof made.generateMac === 'function' ? (made as Macs) : CertificateEncryption
}
