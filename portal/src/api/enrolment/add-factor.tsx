import type { Factor } from '@hallpass/contract/factors'
import { AddPasskey } from './add-passkey.tsx'
import { AddPush } from './add-push.tsx'
import { AddSms } from './add-sms.tsx'
import { AddTotp } from './add-totp.tsx'

export type MainKind = 'passkey' | 'totp' | 'push' | 'sms'
export const mainKinds: readonly MainKind[] = ['passkey', 'totp', 'push', 'sms']

/** Sets up one factor of a kind. */
export function AddFactor({ kind, onAdded }: { kind: MainKind; onAdded: (factor: Factor) => void }) {
  switch (kind) {
    case 'passkey':
      return <AddPasskey onAdded={onAdded} />
    case 'totp':
      return <AddTotp onAdded={onAdded} />
    case 'push':
      return <AddPush onAdded={onAdded} />
    case 'sms':
      return <AddSms onAdded={onAdded} />
  }
}
