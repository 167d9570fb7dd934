import { requireModule } from '../runtime/load-module.ts'
import type { Session } from '../runtime/session.ts'
import { catalogApi } from './catalog-api.ts'
import { ConnectionProvider, StandardCredentialsProvider } from './credentials.ts'
import { CertificateEncryption, GlideDigest } from './digest.ts'
import { flowApi } from './flow-api.ts'
import { GlideAggregate } from './glide-aggregate.ts'
import { GlideDateTime } from './glide-date-time.ts'
import { GlideDuration } from './glide-duration.ts'
import { GlideRecord, GlideRecordSecure } from './glide-record.ts'
import { GlideSysAttachment } from './glide-sys-attachment.ts'
import { glideSystem } from './glide-system.ts'
import { RESTMessageV2 } from './rest-message-v2.ts'
import { RESTResponseV2 } from './rest-response-v2.ts'
import { serviceErrors } from './service-errors.ts'

/** Everything the platform puts into the global object of a scope's scripts. */
export function scopeGlobals(session: Session, scope: string): Record<string, unknown> {
  const { secrets } = session.records
  /** Deprecated on the platform, and there it is for scripts of the global scope only. */
  class GlideEncrypter {
    encrypt(text: string): string {
      return secrets.seal(text)
    }
    decrypt(sealed: string): string {
      return secrets.open(sealed)
    }
  }
  return {
    require: (path: string) => requireModule(session, path),
    gs: glideSystem(session, scope),
    GlideRecord,
    GlideRecordSecure,
    GlideAggregate,
    GlideDateTime,
    GlideDuration,
    GlideDigest,
    CertificateEncryption,
    GlideSysAttachment,
    sn_ws: { RESTMessageV2, RESTResponseV2 },
    sn_ws_err: serviceErrors,
    sn_fd: flowApi(session),
    sn_cc: { StandardCredentialsProvider, ConnectionProvider, ConnectionInfoProvider: ConnectionProvider },
    sn_sc: catalogApi(session),
    GlideCertificateEncryption: CertificateEncryption,
    ...(scope === 'global' ? { GlideEncrypter } : {}),
  }
}
