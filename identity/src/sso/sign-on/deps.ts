/** What signing people on to apps needs beyond signing them in. */
import type { Templates } from '@hallpass/catalog/templates'
import type { Directory } from '../../directory/module.ts'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import type { Egress } from '../../platform/egress/egress.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { SsoDeps } from '../deps.ts'
import type { SignOnKeys } from '../keys/sign-on-keys.ts'
import type { SessionReader } from '../session-reader.ts'

export type SignOnPlatform = SsoDeps & {
  keys: Pick<Keyring, 'seal' | 'open'>
  egress: Pick<Egress, 'fetch'>
  jobs: Pick<Jobs, 'schedule' | 'enqueue' | 'register'>
  directory: Pick<Directory, 'groupsOf'>
  /** Who is calling, from the session cookie. */
  readPrincipal: SessionReader
  templates: Pick<Templates, 'get'>
}

export type SignOnDeps = SignOnPlatform & { signOnKeys: SignOnKeys }
